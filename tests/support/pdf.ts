import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A run of characters of a PDF without white space: its page, from 1, and its box in points from the upper left corner. */
export interface PdfWord {
  text: string;
  page: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Whether poppler's `pdftotext` is installed, which reads a PDF with positions; no library that does is small. */
export const readsPdf = ((): boolean => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const WORD = /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of a PDF in the order in which they were written. */
export function wordsOfPdf(pdf: Buffer): PdfWord[] {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, pdf);
    const told = execFileSync('pdftotext', ['-bbox', '-raw', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    let page = 0;
    return [...told.matchAll(WORD)].flatMap(([, left, top, right, bottom, text]) => {
      if (text === undefined) page += 1;
      const plain = text?.replace(/&(#?\w+);/g, (mark, name: string) => NAMED[name] ?? mark);
      return plain ? [{ text: plain, page, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }] : [];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
