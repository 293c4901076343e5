const NESTED: Record<string, string> = { '「': '『', '」': '』', '“': '‘', '”': '’' };

/** A passage with its source and its address, as plain text to paste; `place` is where in the page it stands. The words come from `<copy-line>`. */
export function quotation(quote: string, place: Element, address: string): string {
  const { quotation: words = '', attribution = '', unitPlace = '' } = document.querySelector<HTMLElement>('copy-line')!.dataset;
  const work = place.closest<HTMLElement>('[data-attribution]')?.dataset.attribution ?? attribution;
  const number = place.closest('[data-unit]')?.querySelector('.pn')?.textContent.trim();
  const source = number?.includes('.') ? work + unitPlace.replace('{n}', number) : work;
  const nested = quote.replace(/[「」“”]/g, (mark) => NESTED[mark] ?? mark);
  return words
    .replace('{quote}', () => nested)
    .replace('{attribution}', () => source)
    .replace('{address}', () => address);
}

/** The text of a unit (without its number, its references and its popovers). */
export function unitText(unit: Element): string {
  const copy = unit.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('.pn, .ref, [popover]')) part.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}
