import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject, type Project } from '../support/project.ts';
import type { Measured } from './run.ts';

const MODEL = 5;
const MORE = 30;

/** What a build of a copy of the project costs, from nothing and again, and what each further page adds. Wall time on this machine. */
export default async function build(): Promise<Measured[]> {
  let remove = (): void => undefined;
  const project = copyProject({ after: (undo) => void (remove = undo as () => void) });
  try {
    const [fresh, again] = [timed(project), timed(project)];
    addPoints(project);
    const [grown, grownAgain] = [timed(project), timed(project)];
    const pages = grown.pages - again.pages;
    const seconds = (time: number): string => `${(time / 1000).toFixed(1)} s`;
    const each = (time: number): string => `${((time - again.time) / pages).toFixed(0)} ms`;
    return [
      { measure: `build from nothing, ${fresh.pages} pages, all cards drawn`, figure: seconds(fresh.time) },
      { measure: 'build again, no card drawn', figure: seconds(again.time) },
      { measure: `each of ${pages} further pages, its cards drawn`, figure: each(grown.time) },
      { measure: `each of ${pages} further pages, again`, figure: each(grownAgain.time) },
    ];
  } finally {
    remove();
  }
}

function timed({ root }: Project): { time: number; pages: number } {
  const start = performance.now();
  execFileSync('npm', ['run', '--silent', 'build', '--', '--local'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return { time: performance.now() - start, pages: globSync('dist/**/*.html', { cwd: root }).length };
}

/** Adds copies of one point under numbers of their own, without its relations, to the last group. Their ids are stamped, not released. */
function addPoints({ root, edit }: Project): void {
  const points = join(root, 'content/points');
  const model = readFileSync(join(points, `0${MODEL}.md`), 'utf8').replace(/^relations:\n( .*\n)+/m, '');
  const last = globSync('*.md', { cwd: points }).length;
  const added = Array.from({ length: MORE }, (_, index) => last + 1 + index);
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
