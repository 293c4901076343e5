/**
 * The name under which this site keeps something in a browser: other sites on the same origin keep theirs under other names.
 * @param base the site's base path, with a slash at the end
 */
export const memoryKey = (base: string, name: string): string => `shilun:${base}:${name}`;
