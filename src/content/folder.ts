import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The folder of the content: `CONTENT`, or `content/` of the project. Written as on Windows it is understood everywhere, with the space
 * too that its shell keeps before `&&`.
 */
export function contentFolder(): string {
  const asked = process.env.CONTENT?.trim() || 'content';
  return resolve(existsSync(asked) ? asked : asked.replaceAll('\\', '/'));
}
