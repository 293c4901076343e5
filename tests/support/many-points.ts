import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from './project.ts';

/** The point whose copies are added. */
export const MODEL = 5;

/** Adds copies of one point under numbers of their own, without its relations, to the last group. Their ids are stamped, not released. */
export function addPoints({ root, edit }: Project, count: number): void {
  const points = join(root, 'content/points');
  const model = readFileSync(join(points, `0${MODEL}.md`), 'utf8').replace(/^relations:\n( .*\n)+/m, '');
  const last = globSync('*.md', { cwd: points }).length;
  const added = Array.from({ length: count }, (_, index) => last + 1 + index);
  for (const number of added)
    writeFileSync(
      join(points, `${number}.md`),
      model
        .replaceAll(`p${MODEL}-`, `p${number}-`)
        .replace(/^number: .*/m, `number: ${number}`)
        // The words of another point are told of: each sentence gets a number.
        .replace(/ \{#p/g, `${number} {#p`)
        .replace(/^(title|thesis): (.*)$/gm, `$1: $2${number}`)
        .replace(/(label|against): ([^,}\n]*)/g, `$1: $2${number}`),
    );
  edit('content/site.yaml', new RegExp(`\\b${last}\\] \\}`), `${[last, ...added].join(', ')}] }`);
}
