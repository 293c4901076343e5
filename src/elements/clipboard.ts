import { inTime } from './in-time.ts';

/**
 * Writes a text to the clipboard; answers whether it took it, a browser that never tells took nothing. Has to be called while the reader's
 * click is being answered.
 */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await inTime(navigator.clipboard.writeText(text));
    return true;
  } catch {
    return false;
  }
}
