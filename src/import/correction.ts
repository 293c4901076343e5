/** One change of a pasted text: `from` stands at `index`, counted in UTF-16 units of the given text, and becomes `to`; `why` is for the editor. */
export interface Correction {
  index: number;
  from: string;
  to: string;
  why: string;
}
