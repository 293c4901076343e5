/**
 * The name under which the site at a base path, with its last slash, keeps something in a browser: others on the same origin have other
 * names.
 */
export const memoryKey = (base: string, name: string): string => `shilun:${base}:${name}`;
