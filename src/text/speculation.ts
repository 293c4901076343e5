/**
 * What a browser may prepare (Speculation Rules), unless its reader saves data: it draws the next page once this one lets it
 * (`fetchAhead`), and fetches any of the site (below `base`) about to be opened.
 */
export const speculation = (base: string): string =>
  JSON.stringify({
    prerender: [{ where: { selector_matches: 'a[data-ahead]' }, eagerness: 'immediate' }],
    prefetch: [{ where: { selector_matches: `a[href^=${JSON.stringify(base)}]:not([download])` }, eagerness: 'moderate' }],
  }).replaceAll('<', '\\u003c');
