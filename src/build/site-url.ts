const EXAMPLE = 'SITE_URL=https://example.org/ or SITE_URL=https://example.org/base/';

/**
 * Where the site will stand, with its base path: localhost where that is asked for, else `SITE_URL`, else the address in
 * `site.yaml`. Throws where there is none: a site for localhost is never published by mistake.
 */
export function siteAddress({ local = false, url }: { local?: boolean; url?: string | undefined }): URL {
  if (local) return localAddress();
  // Shells and hosts of some kinds know a variable without a value only as an empty one.
  if (process.env.SITE_URL) return siteUrl(process.env.SITE_URL, 'SITE_URL');
  if (url !== undefined) return siteUrl(url, 'url in site.yaml');
  throw new Error(
    `Where will the site stand? Run it with ${EXAMPLE}, or write url: https://example.org/ into content/site.yaml; npm run build -- --local builds for localhost.`,
  );
}

/** Reads an address. Throws with an example on anything but a web address that ends with a slash; `name` says where it was written. */
export function siteUrl(value: string, name: string): URL {
  const example = `write it like ${EXAMPLE}`;
  if (!URL.canParse(value)) throw new Error(`${name} is “${value}”, which is no address: ${example}`);
  const url = new URL(value);
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new Error(`${name} is “${value}”: ${example}, without user, query or fragment`);
  if (!url.pathname.endsWith('/')) throw new Error(`${name} is “${value}”, without a slash at the end: ${example}`);
  return url;
}

/** The site's address on this machine, at a port. */
export function localAddress(port = localPort()): URL {
  return new URL(`http://localhost:${port}/`);
}

/** The port that `PORT` names, else 4321. Throws on anything but a number from 0 to 65535. */
export function localPort(): number {
  const { PORT = '4321' } = process.env;
  if (!/^\d+$/.test(PORT) || Number(PORT) > 65535) throw new Error(`PORT is “${PORT}”: write a number from 0 to 65535.`);
  return Number(PORT);
}
