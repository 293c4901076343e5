/**
 * What a browser may prepare (Speculation Rules): it draws the next page out of sight at once, and fetches any other page of the site
 * that its reader is about to open. Browsers do neither for readers who save data.
 * @param base the site's base path, with a slash at the end
 */
export const speculation = (base: string): string =>
  JSON.stringify({
    prerender: [{ where: { selector_matches: 'a[rel=next]' }, eagerness: 'immediate' }],
    prefetch: [{ where: { selector_matches: `a[href^=${JSON.stringify(base)}]:not([download])` }, eagerness: 'moderate' }],
  }).replaceAll('<', '\\u003c');
