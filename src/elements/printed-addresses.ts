/** An address as people write it: without its scheme, decoded where it is well encoded. */
function written(address: string): string {
  const short = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
  try {
    return decodeURI(short);
  } catch {
    return short;
  }
}

// Paper shows the addresses of sources; without script, as they are sent.
addEventListener('beforeprint', () => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.sources a[rel=external]')) link.dataset.address = written(link.href);
});
