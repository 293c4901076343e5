import { adoptStyles } from './adopt-styles.ts';

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

// A property of the root for all to inherit would make the browser style the whole page anew.
addEventListener('beforeprint', () => adoptStyles(`@page{@top-left{content:${JSON.stringify(placeOf(document))}}}`), { once: true });

// Paper shows the addresses of sources; without script, as they are sent.
addEventListener('beforeprint', () => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.sources a[rel=external]')) link.dataset.address = written(link.href);
});
