import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ownFolder } from '../../src/build/own-folder.ts';
import { pointPages } from './site.ts';

const BLOCKS = 'h1, h2, h3, p, li, dt, dd, td, th, figcaption';

/**
 * The points as pages of the same text without style and script, as a host sends them compressed: each block as a paragraph, with its id,
 * and the links that are followed. Answers their folder.
 * @param links selectors of links, each below an element of a class: `.neighbours a`
 */
export function writeBareSite(links: readonly string[] = []): string {
  const folder = join(ownFolder(), 'bare');
  for (const { path, $ } of pointPages) {
    const texts = $('main')
      .find(BLOCKS)
      .not('template *, noscript *')
      .filter((_, block) => $(block).find(BLOCKS).length === 0)
      .get()
      .map((block) => `<p${block.attribs.id ? ` id="${block.attribs.id}"` : ''}>${$(block).text()}</p>`);
    const followed = links.map((selector) => {
      const { rel, href = '' } = $(selector).first().attr() ?? {};
      const part = selector.slice(1, selector.indexOf(' '));
      return href && `<p class="${part}"><a ${rel ? `rel="${rel}" ` : ''}href="${href}">${$(selector).first().text()}</a></p>`;
    });
    const head = `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${$('title').text()}</title>`;
    const html = [head, ...texts, ...followed].join('');
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), html);
    writeFileSync(join(folder, path, 'index.html.br'), brotliCompressSync(html));
  }
  return folder;
}
