import { CACHE, FOR_HOSTS, HASHED, below, firmHeaders } from './headers.ts';
import { textTypes } from './media-types.ts';

/** What a site of Caddy imports to serve the site below its base path; see `nginxRecipe`. */
export function caddyRecipe(base: string, paths: readonly string[], policy: string): string {
  const headers = Object.entries({ ...firmHeaders, 'Content-Security-Policy': policy });
  const common = headers.map(([name, value]) => `\t\theader ${name} "${value}"`);
  const types = Object.entries(textTypes).flatMap(([ending, type]) => [
    `\t\t@${ending} path *.${ending}`,
    `\t\theader @${ending} Content-Type "${type}"`,
  ]);
  const inForms = paths.map((path) => `${base}${path}/*`);
  const lost = [
    `\t\t@master not path ${inForms.join(' ')}`,
    `\t\trewrite ${paths.length ? '@master' : '*'} ${base}404.html`,
    ...paths.map((path, index) => `\t\trewrite ${inForms[index]} ${base}${path}/404.html`),
  ].slice(paths.length ? 0 : 1);
  const bare = base.slice(0, -1);
  return `# 由 npm run build 寫成。把 dist/ 的內容放到 root 之下的 ${base}，在站點裡寫：
#   root * /var/www/html
#   import /var/www/html${base}_hosts/Caddyfile
${bare ? `redir ${bare} ${base} 308\n` : ''}handle ${base}* {
	route {
${common.join('\n')}
		header Cache-Control "${CACHE.other}"
		@hashed path_regexp ${below(base, HASHED)}
		header @hashed Cache-Control "${CACHE.hashed}"
${types.join('\n')}
		@hosts path_regexp ${below(base, FOR_HOSTS)}
		error @hosts 404
		file_server {
			precompressed br gzip
		}
	}
}
handle_errors {
	@lost {
		path ${base}*
		expression {http.error.status_code} == 404
	}
	route @lost {
${common.join('\n')}
		header Cache-Control "${CACHE.other}"
		header Content-Type "${textTypes.html}"
${lost.join('\n')}
		file_server
	}
}
`;
}
