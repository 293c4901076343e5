/** The end of a sentence, with the marks that close a quotation or a bracket. */
const SENTENCE = /.*?[。！？!?]+[」』”’）)]*|.+$/gs;

/** The first sentences of a text that fit into so many characters, at least one, which is cut where it alone is longer. */
export function firstSentences(text: string, most: number): string {
  let summary = '';
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (summary && summary.length + sentence.length > most) break;
    summary += sentence;
  }
  const characters = [...summary];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : summary;
}
