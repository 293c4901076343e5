import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on a page as it stands, by all its rules, those off by default (contrast of 7:1, target size) too: a line for each. Of
 * the whole page, or of the parts that are named by selectors.
 */
export async function axeFaults(page: Page, ...parts: string[]): Promise<string[]> {
  await page.evaluate(axe);
  // What is far from the screen may not be laid out yet, and cannot be judged before.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  const { violations } = await page.evaluate(async (parts) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const every = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    return axe.run(parts.length ? { include: parts } : document, { rules: every, resultTypes: ['violations'] }) as Promise<AxeResults>;
  }, parts);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
}
