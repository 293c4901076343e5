import { bibtexParser } from 'latex-utensils';

/** An entry of a BibTeX file; what stands between the outer braces of each field. */
export interface BibTexEntry {
  type: string;
  key: string | undefined;
  fields: Record<string, string>;
}

/** The entries of a BibTeX file; throws where its grammar is broken. */
export function readBibTex(text: string): BibTexEntry[] {
  return bibtexParser
    .parse(text)
    .content.filter(bibtexParser.isEntry)
    .map(({ entryType, internalKey, content }) => ({
      type: entryType,
      key: internalKey,
      fields: Object.fromEntries(content.map(({ name, value }) => [name, String(value.content)])),
    }));
}
