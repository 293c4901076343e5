import type { Words } from '../../words.ts';
import { recall, remember } from '../../elements/device-memory.ts';
import { part } from '../../elements/parts.ts';
import type { SearchIndex } from './index.ts';
import { make } from './list.ts';

/**
 * Furnishes a search box with what its field alone does not need: lists, advice, where to begin, recent searches, the foot. Makes the
 * field a combobox.
 */
export function furnish(box: HTMLElement, words: Words['searchBox'], start: SearchIndex['start'], root: string): void {
  const field = part(box, 'input');
  const state = { role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': 'hits part-hits' };
  for (const [name, value] of Object.entries(state)) field.setAttribute(name, value);
  const results = part(box, '[data-search-results]');
  results.prepend(piece('div', 'searchTerms'), listbox('hits', words.results), piece('p', 'searchNone', words.advice));
  results.after(
    piece('div', 'searchFallback', make('p', {}, words.words), list(), piece('p', 'searchPart'), listbox('part-hits', words.parts)),
    piece('div', 'searchStart', make('p', {}, words.start), wordsOf(start), box.closest('dialog') ? titlesOf(start, root) : ''),
    piece('div', 'searchRecent', make('p', {}, words.recent), list(), button('forget', words.forget)),
  );
  const keys = box.closest('dialog') ? words.keys : [];
  const slash = make('input', { type: 'checkbox', checked: recall('slash') !== 'off' });
  slash.dataset.slash = '';
  slash.addEventListener('change', () => remember('slash', slash.checked ? undefined : 'off'));
  box.append(
    make(
      'p',
      { className: 'search-foot' },
      ...keys.map(({ keys, does }) => make('span', {}, ...keys.map((key) => make('kbd', {}, key)), does)),
      make('label', {}, slash, words.slash),
    ),
  );
}

const wordsOf = ({ words }: SearchIndex['start']): HTMLElement =>
  make('ul', { role: 'list' }, ...words.map((word) => make('li', {}, make('button', { type: 'button', value: word }, word))));

const titlesOf = ({ titles }: SearchIndex['start'], root: string): HTMLElement =>
  make(
    'ol',
    { role: 'list' },
    ...titles.map(([number, numeral, title]) => make('li', {}, make('a', { href: `${root}${number}/` }, make('b', {}, numeral), title))),
  );

function piece(name: 'p' | 'div', hook: string, ...children: (Node | string)[]): HTMLElement {
  const element = make(name, { hidden: true }, ...children);
  element.dataset[hook] = '';
  return element;
}

function button(hook: string, label: string): HTMLButtonElement {
  const element = make('button', { type: 'button' }, label);
  element.dataset[hook] = '';
  return element;
}

const list = (): HTMLElement => make('ul', { role: 'list' });

function listbox(id: string, label: string): HTMLElement {
  const element = make('div', { id, role: 'listbox', hidden: true });
  element.setAttribute('aria-label', label);
  return element;
}
