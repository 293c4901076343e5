import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPoints, MODEL } from '../support/many-points.ts';
import { copyProject } from '../support/project.ts';
import type { Measured } from './run.ts';

const MORE = 30;

/**
 * What a build of a copy of the project costs beside bare Astro with the same Markdown: from nothing, after an edit, and for each further
 * page.
 */
export default async function build(): Promise<Measured[]> {
  let remove = (): void => undefined;
  const project = copyProject({ after: (undo) => void (remove = undo as () => void) });
  const model = `content/points/0${MODEL}.md`;
  try {
    const bare = writeBareAstro(project.root);
    const fresh = cost(project.root, OURS);
    const bareFresh = cost(bare, BARE);
    project.edit(model, '是', '乃');
    const again = cost(project.root, OURS);
    const bareAgain = cost(bare, BARE);
    addPoints(project, MORE);
    const [grown, grownAgain] = [cost(project.root, OURS), cost(project.root, OURS)];
    const pages = grown.pages - again.pages;
    const each = ({ seconds }: Cost): string => `${(((seconds - again.seconds) / pages) * 1000).toFixed(0)} ms`;
    const beside = ({ seconds }: Cost, other: Cost, most: number): Pick<Measured, 'figure' | 'limit' | 'kept'> => {
      const ratio = seconds / other.seconds;
      return {
        figure: `${seconds.toFixed(1)} s, ${ratio.toFixed(1)} × bare Astro (${other.seconds.toFixed(1)} s)`,
        limit: `${most} ×`,
        kept: ratio <= most,
      };
    };
    return [
      { measure: `CPU of a build from nothing, ${fresh.pages} pages, all cards drawn`, ...beside(fresh, bareFresh, 3) },
      { measure: 'CPU of a build after a one-word edit', ...beside(again, bareAgain, 2) },
      { measure: `CPU of each of ${pages} further pages, its cards drawn`, figure: each(grown) },
      { measure: `CPU of each of ${pages} further pages, again`, figure: each(grownAgain), limit: '20 ms' },
    ];
  } finally {
    remove();
  }
}

interface Cost {
  /** Of processor time, user and system, all processes together. */
  seconds: number;
  pages: number;
}

const OURS = 'npm run --silent build -- --local';
const BARE = 'node ../node_modules/astro/bin/astro.mjs build --silent';

/** What a command that builds `dist/` costs, as the shell tells of its children (POSIX, `times`). */
function cost(folder: string, command: string): Cost {
  const told = execFileSync('bash', ['-c', `${command} >&2 && times`], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const children = told.trim().split('\n').at(-1)!;
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
  return { seconds, pages: globSync('dist/**/*.html', { cwd: folder }).length };
}

/** An Astro project that shows the Markdown of the points and nothing more. Answers its folder, below that of the copy. */
function writeBareAstro(root: string): string {
  const folder = join(root, 'bare');
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'src/pages/[point].astro'),
    `---
export const getStaticPaths = () =>
  Object.values(import.meta.glob('../../../content/points/*.md', { eager: true })).map((props) => ({
    params: { point: props.file.match(/(\\d+)\\.md$/)[1] },
    props,
  }));
const { Content, frontmatter } = Astro.props;
---
<html lang="zh-Hant">
  <head><meta charset="utf-8" /><title>{frontmatter.title}</title></head>
  <body><h1>{frontmatter.title}</h1><Content /></body>
</html>
`,
  );
  return folder;
}
