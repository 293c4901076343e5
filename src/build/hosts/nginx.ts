import { CACHE, FOR_HOSTS, HASHED, below, firmHeaders } from './headers.ts';
import { binaryTypes, textTypes } from './media-types.ts';

/**
 * What a `server` of nginx includes to serve the site below its base path.
 * @param paths of the written forms that have one, each with a 404 page of its own
 * @param policy one that holds for every build
 */
export function nginxRecipe(base: string, paths: readonly string[], policy: string): string {
  const headers = Object.entries({ ...firmHeaders, 'Content-Security-Policy': policy });
  const send = (cache: string): string[] => [
    ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
    `add_header Cache-Control "${cache}";`,
  ];
  const types = Object.entries({ ...textTypes, ...binaryTypes }).map(([ending, type]) => `    "${type}" ${ending};`);
  return `# 由 npm run build 寫成。把 dist/ 的內容放到 root 之下的 ${base}，在 server 裡寫：
#   root /var/www/html;
#   include /var/www/html${base}_hosts/nginx.conf;
location ${base} {
  index index.html;
  absolute_redirect off;
  gzip_static on;
  gzip_vary on;
  # 裝有 libnginx-mod-http-brotli-static 時，去掉下一行的 #。
  # brotli_static on;
  default_type application/octet-stream;
  types {
${types.join('\n')}
  }
  error_page 404 ${base}404.html;
${indent(send(CACHE.other), 2)}

  location ~ ${below(base, HASHED)} {
${indent(send(CACHE.hashed), 4)}
  }
  location ~ ${below(base, FOR_HOSTS)} {
    return 404;
  }
${paths.map((path) => `  location ${base}${path}/ {\n    error_page 404 ${base}${path}/404.html;\n  }\n`).join('')}}
`;
}

const indent = (lines: readonly string[], by: number): string => lines.map((line) => ' '.repeat(by) + line).join('\n');
