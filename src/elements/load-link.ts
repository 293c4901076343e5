/** Adds a `<link>` to the page, which begins to fetch what it names; resolves when that has come or cannot be had, with which of both. */
export function loadLink(properties: Partial<HTMLLinkElement>): Promise<boolean> {
  return new Promise((done) => {
    const ends = { onload: () => done(true), onerror: () => done(false) };
    document.head.append(Object.assign(document.createElement('link'), properties, ends));
  });
}
