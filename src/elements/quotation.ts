import type { CopyLine } from './copy-line.ts';
import { setting } from './parts.ts';

const NESTED: Record<string, string> = { '「': '『', '」': '』', '“': '‘', '”': '’' };

/** A passage with its source and its address, as plain text to paste, in the words of a line; `place` is where in the page it stands. */
export function quotation(line: CopyLine, quote: string, place: Element, address: string): string {
  const work = setting(place.closest('[data-attribution]') ?? line, 'data-attribution');
  const number = place.closest('[data-unit]')?.querySelector<HTMLElement>('.pn')?.dataset.n;
  const unit = /^\d+\.\d+$/.test(number ?? '') ? setting(line, 'data-unit-place').replace('{n}', number!) : number;
  const source = unit?.includes('.') ? work + unit : work.replace(/，$/, '');
  const nested = quote.replace(/[「」“”]/g, (mark) => NESTED[mark] ?? mark);
  return setting(line, 'data-quotation')
    .replace('{quote}', () => nested)
    .replace('{attribution}', () => source)
    .replace('{address}', () => address);
}

/** The text of a unit (without its number, its references and its popovers). */
export function unitText(unit: Element): string {
  const all = new Range();
  all.selectNodeContents(unit);
  const copy = all.cloneContents();
  for (const part of copy.querySelectorAll('.pn, .ref, [popover]')) part.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}
