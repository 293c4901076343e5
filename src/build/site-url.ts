/** How an editor writes the address of the site. */
export const SITE_URL_EXAMPLE = 'SITE_URL=https://example.org/ or SITE_URL=https://example.org/base/';

/** Reads `SITE_URL`: where the site will stand, with its base path. Without it the site is for `npm start`. Throws with an example on anything but a web address that ends with a slash. */
export function siteUrl(value: string | undefined): URL {
  const example = `write it like ${SITE_URL_EXAMPLE}`;
  if (value === undefined) return new URL(`http://localhost:${Number(process.env.PORT) || 4321}/`);
  if (!URL.canParse(value)) throw new Error(`SITE_URL is “${value}”, which is no address: ${example}`);
  const url = new URL(value);
  if (!/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new Error(`SITE_URL is “${value}”: ${example}, without user, query or fragment`);
  if (!url.pathname.endsWith('/')) throw new Error(`SITE_URL is “${value}”, without a slash at the end: ${example}`);
  return url;
}
