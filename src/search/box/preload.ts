/** Begins to fetch a file (a script as `modulepreload`), so that whoever asks for it next finds it under way. Rejects where it cannot be had. */
export function preload(href: string, rel: 'preload' | 'modulepreload' = 'preload'): Promise<void> {
  return new Promise((done, failed) => {
    const link = document.createElement('link');
    Object.assign(link, { rel, href, as: rel === 'preload' ? 'fetch' : 'script', crossOrigin: 'anonymous' });
    link.addEventListener('load', () => done());
    link.addEventListener('error', () => failed(new Error(`${href} did not load`)));
    document.head.append(link);
  });
}
