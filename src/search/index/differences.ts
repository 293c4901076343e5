import type { Difference } from '../match/otherwise.ts';

const LONGEST = 16;
/** So many characters alike end a difference. */
const ALIKE = 2;

/**
 * Where one written form has other words than another (部落格, 博客), in normal form; `reads`: whether a character of `there` is read as
 * one of `here`.
 */
export function differences(here: string, there: string, reads: (typed: string, written: string) => boolean): Difference[] {
  const [own, other] = [[...here], [...there]];
  const found: Difference[] = [];
  const place = (index: number): number => own.slice(0, index).join('').length;
  const alike = (i: number, j: number): boolean =>
    i >= own.length || j >= other.length ? own.length - i === other.length - j : reads(other[j]!, own[i]!);
  let [i, j] = [0, 0];
  while (i < own.length || j < other.length) {
    if (i < own.length && j < other.length && alike(i, j)) {
      i += 1;
      j += 1;
      continue;
    }
    const [here, there] = skips.find(([a, b]) => Array.from({ length: ALIKE }).every((_, k) => alike(i + a + k, j + b + k))) ?? [
      own.length,
      other.length,
    ];
    found.push([place(i), place(Math.min(i + here, own.length)), other.slice(j, j + there).join('')]);
    i += here;
    j += there;
  }
  return found;
}

/** How far to go on here and there, the nearest first. */
const skips = Array.from({ length: (LONGEST + 1) ** 2 }, (_, index) => [Math.floor(index / (LONGEST + 1)), index % (LONGEST + 1)] as const)
  .filter(([here, there]) => here + there > 0)
  .sort((a, b) => a[0] + a[1] - (b[0] + b[1]) || Math.abs(a[0] - a[1]) - Math.abs(b[0] - b[1]));
