declare module 'bibtex-parse' {
  /** The entries of a BibTeX file; the names of fields in capitals. */
  export function entries(text: string): ({ key: string; type: string } & Record<string, string | number>)[];
}
