/** Adds a `<link>` to the page, which begins to fetch what it names; resolves when that has come, rejects where it cannot be had. */
export function loadLink(properties: Partial<HTMLLinkElement>): Promise<unknown> {
  return new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement('link'), properties, { onload, onerror }));
  });
}
