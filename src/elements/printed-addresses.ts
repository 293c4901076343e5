/** An address as people write it: without its scheme, decoded where it is well encoded. */
function written(address: string): string {
  const short = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  try {
    return decodeURI(short);
  } catch {
    return short;
  }
}

/** What stands at the head of each printed page, which a style sheet cannot read from it: which point of what this is, its address. */
function placeOf(page: Document): string {
  const here =
    page.querySelector('.context-place')?.getAttribute('aria-label') ??
    page.querySelector<HTMLMetaElement>('[property="og:site_name"]')?.content;
  return `${here}・${page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href}`;
}
// Not before it is printed: a property that all inherit makes the browser style the whole page again. Without script the addresses of
// sources stand as they are sent.
addEventListener('beforeprint', () => {
  document.documentElement.style.setProperty('--place', JSON.stringify(placeOf(document)));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.sources a[rel=external]')) link.dataset.address = written(link.href);
});
