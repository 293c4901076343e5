import type { Aligned } from './aligned.ts';
import { convertAligned, phrasesOf, type OpenccName } from './opencc.ts';
import { across, cost, costWith, runAround, segments, type Span } from './segments.ts';

/**
 * Converts as OpenCC does, but finds no phrase less likely than the words it would cut: 被发明 has no 被髮, as 发明 is a word
 * (BYVoid/OpenCC #1497).
 */
export function convertWords(text: string, source: OpenccName, target: OpenccName): Aligned {
  const cuts = breaks(text, source, target);
  if (!cuts.length) return convertAligned(text, source, target);
  const out: Aligned = { text: '', origin: [] };
  let start = 0;
  for (const end of [...cuts, text.length]) {
    const written = convertAligned(text.slice(start, end), source, target);
    out.text += written.text;
    for (const index of written.origin) out.origin.push(start + index);
    start = end;
  }
  return out;
}

/** Where no phrase may reach across, in order; `tell` is told of each phrase that gave way. */
export function breaks(text: string, source: OpenccName, target: OpenccName, tell?: (phrase: Span) => void): number[] {
  if (source === target) return [];
  const phrases = phrasesOf(source, target);
  const found = new Set<number>();
  for (let start = 0; start < text.length;) {
    const end = phrases.matchPrefix(text, start)?.end ?? start + 1;
    const cuts = end - start > 1 ? cutsWithin(text, start, end) : [];
    for (const cut of cuts) found.add(cut);
    if (cuts.length) tell?.({ start, end });
    start = cuts.find((cut) => cut > start) ?? end;
  }
  return [...found].sort((a, b) => a - b);
}

/** Where a phrase gives way: before each word that begins in it, and before the one that reaches into it. */
function cutsWithin(text: string, start: number, end: number): number[] {
  const run = runAround(text, { start, end });
  const around = text.slice(run.start, run.end);
  const phrase = { start: start - run.start, end: end - run.start };
  const words = segments(around);
  const cut = across(words, phrase, around);
  if (!cut.length || cost(words) > costWith(around, phrase)) return [];
  const first = Math.min(cut[0]!.start, phrase.start);
  return words
    .map((word) => word.start)
    .filter((edge) => edge >= first && edge < phrase.end && edge !== phrase.start)
    .map((edge) => run.start + edge);
}
