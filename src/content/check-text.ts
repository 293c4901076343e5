import type { Files } from './read.ts';
import type { Problem } from './files.ts';
import { textPlaces } from './text-places.ts';
import { forms, master } from '../text/forms.ts';
import { passageProblems } from '../text/passages.ts';
import { quoteProblems } from '../text/quotes.ts';

const TYPED_SPACE = /(\p{Script=Han}[ \u3000]+[\p{Script=Latin}\p{N}]|[\p{Script=Latin}\p{N}][ \u3000]+\p{Script=Han})/u;
const ID_MARK = /\s*\{#[^}\s]*\}\s*$/;
const CITATION = /\[\^\d+\]/g;
const STRAY_MARK = /\{ *#|\{p\d|\[\^/;
const BROKEN = /[\p{Surrogate}\uFFFD]/u;

const formIds = forms.slice(1).map(({ id }) => id);

/** What is wrong with the words themselves: typed spaces between Han and Latin, lone quotation marks, stray marks of ids, citations and passages. */
export function checkText(content: Files): Problem[] {
  const found: Problem[] = [];
  for (const { file, text, lineAt, isParagraph } of textPlaces(content)) {
    const tell = (index: number, what: string): void => void found.push({ file, line: lineAt(index), text: what });
    const broken = text.search(BROKEN);
    if (broken >= 0) tell(broken, 'holds a broken character (half of one, or U+FFFD): type it again');
    const stray = STRAY_MARK.exec(isParagraph ? text.replace(ID_MARK, '').replace(CITATION, '') : text);
    if (stray)
      tell(text.indexOf(stray[0]), `“${stray[0]}” would be shown as it is: write {#p5-3} at the end of a paragraph, [^2] within it`);
    const space = TYPED_SPACE.exec(text);
    if (space) tell(space.index, `“${space[0]}” has a typed space between Han and Latin: remove it, the style sheet makes the gap`);
    for (const problem of [...quoteProblems(text, master.quotes), ...passageProblems(text, formIds)]) tell(problem.index, problem.text);
  }
  return found;
}
