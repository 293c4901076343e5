import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentFolder } from '../../src/content/read.ts';

const file = join(contentFolder(), 'checks/reviewed.yaml');
const reviewed = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as { master: string; back: string; why: string }[]) : [];

/** The places, with what stands around them, where a text that came back differs from the master, but the reviewed ones; empty where it is the master again. */
export function differences(master: string, back: string): string[] {
  const same = reviewed.reduce(
    (text, row) => text.replaceAll(row.back, (word, at: number) => (master.startsWith(row.master, at) ? row.master : word)),
    back,
  );
  if (same === master) return [];
  const at = [...master].findIndex((_, index) => master[index] !== same[index]);
  const near = (text: string): string => text.slice(Math.max(0, at - 6), at + 8);
  return [`${near(master)} came back as ${near(same)}`];
}
