/** The kinds of sources, as their notes name them; one more is one more row. */
export const sourceKinds = {
  report: '報導',
  digest: '摘要',
  blog: '部落格',
  law: '法律評論',
  newsletter: '通訊',
  study: '研究',
  official: '官方文件',
};

/** The key of a kind of source, as the content writes it. */
export type SourceKind = keyof typeof sourceKinds;

/** How good a source is. A: primary; B: established outlet; C: trade blog, newsletter or digest. */
export const grades = ['A', 'B', 'C'] as const;
