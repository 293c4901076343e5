import type { BrowserContext, Page } from 'playwright-core';

/** Counts the shifts of the layout in each page that is opened from now on. */
export function countShifts(target: Page | BrowserContext): Promise<unknown> {
  return target.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The cumulative layout shift of a page so far. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { shift: number }).shift);
}
