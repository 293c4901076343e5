import { numbered, type Content } from './content.ts';
import type { Problem } from './files.ts';

const TYPED_SPACE = /(\p{Script=Han}[ \u3000]+[\p{Script=Latin}\p{N}]|[\p{Script=Latin}\p{N}][ \u3000]+\p{Script=Han})/u;
const LONE_SURROGATE = /\p{Surrogate}/u;
const ALLOWED = new Set(['heading', 'paragraph']);

/** What is wrong with the words themselves: typed spaces between Han and Latin, blocks the pages cannot show. */
export function checkText(content: Content): Problem[] {
  const found: Problem[] = [];
  for (const { file, blocks } of numbered(content)) {
    for (const { type, line } of blocks) {
      if (!ALLOWED.has(type))
        found.push({ file: file.file, line: file.bodyLine + line - 1, text: `a ${type} cannot be shown: write paragraphs` });
    }
    file.text.split('\n').forEach((text, index) => {
      const space = !/^\s*#/.test(text) && TYPED_SPACE.exec(text);
      if (space)
        found.push({
          file: file.file,
          line: index + 1,
          text: `“${space[0]}” has a typed space between Han and Latin: remove it, the style sheet makes the gap`,
        });
      if (LONE_SURROGATE.test(text))
        found.push({ file: file.file, line: index + 1, text: 'holds half a character (a lone surrogate): type the character again' });
    });
  }
  return found;
}
