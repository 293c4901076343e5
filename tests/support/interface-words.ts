/** The texts in a table of words of the interface. */
export const interfaceWords = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(interfaceWords) : [];
