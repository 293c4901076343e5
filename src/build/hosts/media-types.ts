/** What is text, by its ending: without a charset, browsers of this language show it garbled. */
export const textTypes: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  // Feeds too: as application/atom+xml they are a download in Firefox, and readers take both.
  xml: 'application/xml; charset=utf-8',
};

/** The rest of what is built, under the names that hosts know anyway; what has no row is application/octet-stream. */
export const binaryTypes: Record<string, string> = { ico: 'image/vnd.microsoft.icon', png: 'image/png', woff2: 'font/woff2' };

/** The ending of a file's name, without its dot. */
export function endingOf(path: string): string {
  return /\.(\w+)$/.exec(path)?.[1] ?? '';
}
