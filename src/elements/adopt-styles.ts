/** Adds styles to the page that came with a script. Safari before 16.4 goes without them. */
export function adoptStyles(styles: string): void {
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}
