import { bodySections } from '../text/sections.ts';
import { inline } from './yaml-list.ts';

/** What stands in a new point where an editor is to write; no point is published with it. */
export const TO_WRITE = '（待寫）';

/** The file of a new point: a draft that has all a point needs, for an editor to write over. */
export function skeleton(number: number, title: string, source: string, day: string): string {
  const year = Number(day.slice(0, 4)) + 1;
  const sections = bodySections.map(({ label, hasEvidence }) => `\n## ${label}\n\n${TO_WRITE}${hasEvidence ? '[^1]' : ''}\n`);
  return `---
number: ${number}
title: ${inline(title)}
gist: ${TO_WRITE}這一則歸結成一句話。
thesis: ${TO_WRITE}作者主張什麼，從哪裡說起，用三十到九十個字說完，讀的人不必看下文也能明白。
draft: true
published: ${day}
updated: ${day}
relations: []
sources:
  - { id: p${number}-r1, source: ${source} }
figures: []
indicators:
  - when: ${year}-H1
    watch: ${TO_WRITE}往後看什麼
    for: ${TO_WRITE}怎樣算支持
    against: ${TO_WRITE}怎樣算反對
---
${sections.join('')}`;
}
