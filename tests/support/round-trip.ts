import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentFolder } from '../../src/content/folder.ts';
import { converterBetween } from '../../src/text/convert.ts';
import { wordsBetween } from '../../src/text/dictionary.ts';
import { forms, master as masterForm } from '../../src/text/forms.ts';
import { dictionary } from './house.ts';

interface Row {
  master: string;
  back: string;
}

const file = join(contentFolder(), 'checks/reviewed.yaml');
const reviewed = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Row[]) : [];
/** Words that the house writes in a form alone come back as that form has them. */
const oneWay = forms.slice(1).flatMap((form) => {
  const back = converterBetween(form, masterForm, dictionary);
  return wordsBetween(masterForm, form, dictionary).map(({ word, value }): Row => ({ master: word, back: back.text(value) }));
});
const allowed = [...reviewed, ...oneWay].sort((a, b) => b.back.length - a.back.length);

/**
 * The places, with what stands around them, where a text that came back differs from the master, but the reviewed ones; empty where it is
 * the master again.
 */
export function differences(master: string, back: string): string[] {
  let [at, there] = [0, 0];
  while (at < master.length || there < back.length) {
    const row = allowed.find((one) => master.startsWith(one.master, at) && back.startsWith(one.back, there));
    if (!row && master[at] !== back[there]) {
      const near = (text: string, place: number): string => text.slice(Math.max(0, place - 6), place + 8);
      return [`${near(master, at)} came back as ${near(back, there)}`];
    }
    at += row?.master.length ?? 1;
    there += row?.back.length ?? 1;
  }
  return [];
}
