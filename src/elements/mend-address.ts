import { mendedAddress } from '../text/touched.ts';

/** On the page of what is not there: leads on to what the address meant before a chat touched it, where the site has that. */
async function mendAddress(): Promise<void> {
  const { BASE_URL } = import.meta.env;
  const base = BASE_URL.endsWith('/') ? BASE_URL : `${BASE_URL}/`;
  const mended = location.pathname.startsWith(base) && mendedAddress(location.href.slice(location.origin.length + base.length));
  if (mended && (await fetch(base + mended, { method: 'HEAD' })).ok) location.replace(base + mended);
}
mendAddress().catch(() => undefined);
