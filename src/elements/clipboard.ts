/** Writes a text to the clipboard; answers whether it took it. Has to be called while the reader's click is being answered. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
