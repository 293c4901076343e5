import { checkDictionary } from './check-dictionary.ts';
import { checkIds } from './check-ids.ts';
import { checkLedger } from './check-ledger.ts';
import { checkLinks } from './check-links.ts';
import { checkKeys, checkNames } from './check-names.ts';
import { checkPoints, strangers } from './check-points.ts';
import { checkFigures, checkSections } from './check-sections.ts';
import { checkCharts, checkSources } from './check-sources.ts';
import { checkText } from './check-text.ts';
import { checkDates, checkEvents, checkMarks } from './check-times.ts';
import { checkWords } from './check-words.ts';
import type { Problem } from './files.ts';
import type { Files } from './read.ts';

/** What a check is given: the files that could be read, and whether all could, for what is missing may stand in one that could not. */
export interface Judged extends Files {
  isWhole: boolean;
}

const checks: ((content: Judged) => Iterable<Problem>)[] = [
  checkPoints,
  checkDates,
  checkSections,
  checkFigures,
  checkMarks,
  checkKeys,
  checkSources,
  checkLinks,
  checkIds,
  checkLedger,
  checkText,
  checkDictionary,
  checkWords,
  checkCharts,
  checkNames,
  checkEvents,
];

/** Everything wrong between and within the files that could be read; `problems` are those of single files. */
export function checkReading(files: Files, problems: readonly Problem[]): Problem[] {
  const odd = strangers(files);
  const points = files.points.filter((point) => !odd.some((other) => other.point === point));
  const judged: Judged = { ...files, points, isWhole: !odd.length && !problems.some(({ file }) => file.endsWith('.md')) };
  return [...odd.map(({ problem }) => problem), ...checks.flatMap((check) => [...check(judged)])];
}

/** Problems as a person reads them, a line each: `content/points/05.md:3 title：沒有寫，請補上`. */
export function listOf(problems: readonly Problem[]): string {
  const lines = problems.map(({ file, line, text }) => `  ${file}:${line} ${text}`);
  return `內容有${problems.length}個問題：\n${lines.join('\n')}`;
}
