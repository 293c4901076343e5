const PASSES = 3;

/**
 * What was written, of what chats and mails make of it: percent-encoding once or more often, full-width signs, capitals, dashes, invisible
 * characters.
 */
function plain(text: string): string {
  let read = text;
  try {
    for (let pass = 0; pass < PASSES; pass += 1) read = decodeURIComponent(read);
  } catch {
    // Cut short, or no encoding: what has been read so far.
  }
  return read
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-');
}

/**
 * The id that a fragment may have named before it was handed on: without marks, words, parameters and directives that now stand around it.
 * Empty where none is left.
 */
export const mendedId = (fragment: string): string => /[a-z]([a-z\d-]*[a-z\d])?/.exec(plain(fragment))?.[0] ?? '';

/**
 * The page and the fragment that an address may have led to before it was handed on.
 * @param address what follows the site's base path, as the browser tells it: `5/%23p5-3`, `5/。`, `ZH-HANS/5/`
 * @returns such an address: `5/#p5-3`; undefined where it is another's, or where nothing was mended
 */
export function mendedAddress(address: string): string | undefined {
  const [, path = '', rest = ''] =
    /^([a-z\d/-]+)(?![a-z\d/-]|\.[a-z])(.*)$/s.exec(plain(address).replace(/\/+/g, '/').replace(/^\//, '')) ?? [];
  const folder = path.replace(/\/?$/, '/');
  const id = /#.*/s.exec(rest)?.[0] ?? '';
  // To end with a slash is the host's part.
  return path && folder !== address.replace(/\/?$/, '/') ? folder + (id && `#${mendedId(id)}`) : undefined;
}
