import type { Page } from 'playwright-core';

/** Waits until the search field of a page has shown what it has to a query. */
export async function settled(page: Page, query: string): Promise<void> {
  await page.waitForFunction((query) => {
    const results = document.querySelector<HTMLElement>('[data-search-results]')!;
    return results.dataset.query === query && results.ariaBusy === 'false';
  }, query);
}

/** Opens the dialog with the key, types a query into it and waits for what it shows. */
export async function search(page: Page, query: string): Promise<void> {
  await openDialog(page);
  await page.keyboard.insertText(query);
  await settled(page, query);
}

/** The ids of the units that a page shows as found, in order. */
export function hits(page: Page): Promise<string[]> {
  return page.$$eval('[data-search-results] a[data-hit]', (links) => links.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
}

/** The id of the unit that is chosen in the list; undefined where none is. */
export async function chosen(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const id = document.querySelector('input[name=q]')!.getAttribute('aria-activedescendant');
    const options = [...document.querySelectorAll<HTMLAnchorElement>('[role=option][aria-selected=true]')];
    if (options.length !== (id ? 1 : 0) || options[0]?.id !== (id ?? undefined))
      throw new Error('what is chosen and what is said to be differ');
    return options[0]?.hash.slice(1);
  });
}

/** Whether the dialog of search is open. */
export function isOpen(page: Page): Promise<boolean> {
  return page.$eval('dialog.search', (dialog) => (dialog as HTMLDialogElement).open);
}

/** Opens the dialog with the key, once the page listens to it. */
export async function openDialog(page: Page): Promise<void> {
  await page.waitForFunction(() => customElements.get('search-entry'));
  await page.keyboard.press('/');
}
