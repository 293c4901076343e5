import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPage } from './site.ts';

/** The links and addresses of a built site that lead nowhere, as `/5/ → /77/`; those out of the site are not tried. */
export function deadLinks(folder: string, pages: readonly Pick<BuiltPage, 'path' | '$'>[], base: string): string[] {
  const ids = new Map(
    pages.map(({ path, $ }) => [
      path,
      new Set(
        $('[id]')
          .toArray()
          .map(({ attribs }) => attribs.id),
      ),
    ]),
  );
  return pages.flatMap(({ path, $ }) =>
    $('[href], img[src], script[src], form[action]')
      .toArray()
      .flatMap(({ attribs: { href = '', src, action } }) => {
        const address = href || (src ?? action ?? '');
        const url = new URL(address, new URL(path, base));
        if (!url.href.startsWith(base)) return [];
        const known = ids.get(url.pathname);
        const fragment = decodeURIComponent(url.hash.slice(1));
        if (!known && !existsSync(join(folder, url.pathname))) return [`${path} → ${address}`];
        return fragment && !known?.has(fragment) ? [`${path} → ${address}: no such id`] : [];
      }),
  );
}
