import { inline } from './yaml-list.ts';

/** Stands in a draft for what is still to be written; a point that is published holds none. */
export const TO_WRITE = '（待寫）';

/** The file of a new point: a draft that has all a point of this article needs, for an editor to write over. */
export function skeleton(number: number, title: string, headings: readonly string[]): string {
  const body = headings.length ? headings.map((heading) => `## ${heading}\n\n${TO_WRITE}\n`).join('\n') : `${TO_WRITE}\n`;
  return `---
number: ${number}
title: ${inline(title)}
draft: true
---

${body}`;
}
