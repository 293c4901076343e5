import type { Answer } from '../match/answer.ts';
import { excerpt } from './excerpt.ts';
import { unitNumber } from '../../text/ids.ts';
import { pointPath } from '../../text/links.ts';

/**
 * Fills a listbox with an answer: a group per point, an option per unit, which is a link to it.
 * @param root the path of the form's home page
 */
export function showAnswer(list: HTMLElement, { found }: Answer, root: string): void {
  list.hidden = !found.length;
  list.replaceChildren(
    ...found.map(({ point, hits }) => {
      const head = make(
        'p',
        { id: `${list.id}-${point.number}`, className: 'hit-point song' },
        make('b', {}, point.numeral),
        make('span', {}, point.title),
      );
      const group = make('div', { role: 'group' }, head);
      group.setAttribute('aria-labelledby', head.id);
      for (const { unit, marks } of hits) {
        const href = `${root}${pointPath(point.number)}#${unit.id}`;
        const option = make(
          'a',
          { id: `${list.id}-${unit.id}`, role: 'option', tabIndex: -1, href },
          make('span', { className: 'hit-place' }, `${unit.label} `, make('i', {}, unitNumber(unit.id))),
          make('span', {}, ...excerpt(unit.text, marks).map(({ text, marked }) => (marked ? make('mark', {}, text) : text))),
        );
        option.dataset.hit = unit.id;
        option.setAttribute('aria-selected', 'false');
        group.append(option);
      }
      return group;
    }),
  );
}

/** A new element with properties and children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  // Which Firefox before 119 does not see in the property.
  if (properties.role) element.setAttribute('role', properties.role);
  element.append(...children);
  return element;
}
