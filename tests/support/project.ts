import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { writeEdits } from '../../src/content/edits.ts';
import { contentFolder } from '../../src/content/folder.ts';
import { readFiles } from '../../src/content/read.ts';
import { stampIds } from '../../src/content/stamp.ts';

/** A copy of the project in a folder of its own, gone when the test ends: what a test may break. */
export interface Project {
  root: string;
  /** Replaces text in a file of the copy; throws where it is not there. */
  edit(file: string, from: string | RegExp, to: string | ((found: string) => string)): void;
  /** Runs one of the npm scripts; answers whether it succeeded and all it printed. A variable that is undefined is taken out. */
  run(script: string, env?: Record<string, string | undefined>): { ok: boolean; output: string };
}

/** What one build leaves in `node_modules/` for the next: drawn cards, read content. Each copy has its own. */
const KEPT = ['.astro', '.cache', '.vite'];

/** Copies the project with a content, all of whose units get ids, into a folder of the temporary folder or of another. */
export function copyProject(test: Pick<TestContext, 'after'>, { where = tmpdir(), content = contentFolder() } = {}): Project {
  const root = mkdtempSync(join(where, 'shilun-'));
  test.after(() => rmSync(root, { recursive: true, force: true }));
  cpSync(content, join(root, 'content'), { recursive: true });
  writeEdits(stampIds(readFiles(join(root, 'content'))).edits);
  for (const name of ['src', 'package.json', 'astro.config.ts', 'tsconfig.json']) cpSync(name, join(root, name), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((name) => !KEPT.includes(name)))
    symlinkSync(join(process.cwd(), 'node_modules', name), join(root, 'node_modules', name));
  return {
    root,
    edit(file, from, to) {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      const changed = text.replace(from, to as string);
      if (changed === text) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(path, changed);
    },
    run(script, env = {}) {
      try {
        const output = execFileSync('npm', ['run', '--silent', script], {
          cwd: root,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, CONTENT: undefined, ...env },
        });
        return { ok: true, output };
      } catch (error) {
        const { stdout, stderr } = error as { stdout: string; stderr: string };
        return { ok: false, output: stdout + stderr };
      }
    },
  };
}
