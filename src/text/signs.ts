/** What a figure speaks for, as readers see it; one more is one more row. */
export const signs = { for: '支持主張', against: '不利主張', both: '正反皆有' };

/** The key of a sign, as the content writes it. */
export type Sign = keyof typeof signs;
