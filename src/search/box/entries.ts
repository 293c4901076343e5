import { make } from './list.ts';

type Notes = Record<string, [name: string, about: string]>;

const MOST = 3;
let asked: Promise<Notes> | undefined;

/**
 * Offers the people and terms that a query names: name, what it is, a link to its entry. What to say of them is fetched once, when first
 * needed; where it cannot be had nothing is offered.
 * @param root the path of the form's home page
 */
export async function showEntries(place: HTMLElement, ids: readonly string[], root: string): Promise<void> {
  place.dataset.searchTerms = ids.join(' ');
  place.hidden ||= !ids.length;
  if (!ids.length) return;
  asked ??= fetch(`${root}terms.json`).then((answer) => answer.json() as Promise<Notes>);
  const notes = await asked.catch((): Notes => ((asked = undefined), {}));
  // The reader may have typed on.
  if (place.dataset.searchTerms !== ids.join(' ')) return;
  const entries = ids.slice(0, MOST).flatMap((id) => (notes[id] ? [{ id, name: notes[id][0], about: notes[id][1] }] : []));
  place.hidden = !entries.length;
  place.replaceChildren(
    ...entries.map(({ id, name, about }) => make('a', { href: `${root}terms/#${id}` }, make('b', {}, name), make('span', {}, about))),
  );
}
