declare module 'subset-font' {
  /** Cuts a font down to the characters of a text, and to one place on its axes. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2' | 'truetype'; variationAxes?: Record<string, number> },
  ): Promise<Uint8Array<ArrayBuffer>>;
}
