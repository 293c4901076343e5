import { textOf, type Inline } from './inline.ts';

/** Particles and marks that may not begin a line of a heading; they stay with the word before them. */
const BOUND = /^[的了着著之也呢嗎吧，。、：；！？」』）》”’]/;
const OPENING = /[「『（《“‘]$/;
/** What is written without a space is one in Latin: R&D. */
const LATIN = /^[!-~]/;
const ENDS_LATIN = /[!-~]$/;

/**
 * The phrases of a heading between which a line may break: as marked with `|`, else words of `Intl.Segmenter`, particles and marks kept
 * with theirs.
 */
export function phrases(title: string, lang: string): string[] {
  if (/\||-\{/.test(title)) return title.split('|');
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(title)) {
    const last = words.at(-1);
    if (last !== undefined && (BOUND.test(segment) || OPENING.test(last) || (LATIN.test(segment) && ENDS_LATIN.test(last))))
      words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

/**
 * The lines of a site's title: as marked with `|`, else of about six characters each, between words; a title with words of Latin stays one
 * line, which the browser breaks.
 */
export function titleLines(title: string, lang: string): string[] {
  if (title.includes('|')) return title.split('|');
  if (/\s/.test(title)) return [title];
  const count = Math.ceil(title.length / 6);
  const lines: string[] = Array.from({ length: count }, () => '');
  let passed = 0;
  for (const phrase of phrases(title, lang)) {
    // A phrase stands in the line in which its middle would, were the lines even.
    lines[Math.min(count - 1, Math.floor(((passed + phrase.length / 2) * count) / title.length))] += phrase;
    passed += phrase.length;
  }
  return lines.filter(Boolean);
}

/** The phrases of a heading as it was written, between its hints. */
export function headingPhrases(nodes: readonly Inline[]): string[] {
  const phrases = [''];
  for (const node of nodes) {
    if (node.type === 'hint') phrases.push('');
    else phrases.push(phrases.pop() + textOf([node]));
  }
  return phrases;
}

/** A site's name and its title, with a mark between them; the title alone where the site is called by it. */
export function nameAndTitle({ name, title }: { name: string; title: string }, mark: string): string {
  const whole = withoutHints(title);
  return name === whole ? whole : name + mark + whole;
}

/** A title without its break hints. */
export function withoutHints(title: string): string {
  return title.replaceAll('|', '');
}
