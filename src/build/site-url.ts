const EXAMPLE = '「SITE_URL=https://example.org/」或「SITE_URL=https://example.org/base/」';

/**
 * Where the site will stand, with its base path: localhost where that is asked for, else `SITE_URL`, else the address in
 * `site.yaml`. Throws where there is none: a site for localhost is never published by mistake.
 */
export function siteAddress({ local = false, url }: { local?: boolean; url?: string | undefined }): URL {
  if (local) return localAddress();
  // Shells and hosts of some kinds know a variable without a value only as an empty one.
  if (process.env.SITE_URL) return siteUrl(process.env.SITE_URL, 'SITE_URL');
  if (url !== undefined) return siteUrl(url, 'site.yaml的url');
  throw new Error(
    `網站要放在哪個網址？執行時加上${EXAMPLE}，或在content/site.yaml寫「url: https://example.org/」；只在本機看，用\`npm run build -- --local\`。`,
  );
}

/** Reads an address. Throws with an example on anything but a web address that ends with a slash; `name` says where it was written. */
export function siteUrl(value: string, name: string): URL {
  const example = `請寫成${EXAMPLE}這樣`;
  if (!URL.canParse(value)) throw new Error(`${name}是「${value}」，不是網址，${example}`);
  const url = new URL(value);
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new Error(`${name}是「${value}」，${example}，不帶帳號、?和#`);
  if (!url.pathname.endsWith('/')) throw new Error(`${name}是「${value}」，最後少了/，${example}`);
  return url;
}

/** The site's address on this machine, at a port. */
export function localAddress(port = localPort()): URL {
  return new URL(`http://localhost:${port}/`);
}

/** The port that `PORT` names, else 4321. Throws on anything but a number from 0 to 65535. */
export function localPort(): number {
  const { PORT = '4321' } = process.env;
  if (!/^\d+$/.test(PORT) || Number(PORT) > 65535) throw new Error(`PORT是「${PORT}」，請寫0到65535的數字。`);
  return Number(PORT);
}
