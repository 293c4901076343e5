import type { Page } from 'puppeteer-core';

/** A slow phone's line, in bytes a second and milliseconds. */
const LINE = { download: 200_000, upload: 200_000, latency: 150 };

/** Makes a page that of a slow phone: 1.6 Mbit/s, 150 ms, a processor four times slower. */
export async function slowPhone(page: Page, hasTouch = true): Promise<void> {
  await page.setViewport({ width: 390, height: 844, hasTouch, isMobile: hasTouch });
  await page.emulateNetworkConditions(LINE);
  await page.emulateCPUThrottling(4);
}
