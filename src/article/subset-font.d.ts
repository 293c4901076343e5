declare module 'subset-font' {
  /** Cuts a font down to the characters of a text, to some of its features, and to one place on its axes. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      targetFormat: 'woff2' | 'sfnt';
      keepFeatures?: string[];
      variationAxes?: Record<string, number>;
      dropTables?: string[];
    },
  ): Promise<Uint8Array<ArrayBuffer>>;
}
