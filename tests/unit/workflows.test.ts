import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, string | number>;
  env?: Record<string, string>;
  id?: string;
}
interface Job {
  needs?: string;
  permissions?: Record<string, string>;
  steps: Step[];
}
interface Workflow {
  on: unknown;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const { scripts, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const workflows = globSync('.github/workflows/*.yml').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
  workflow: parse(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true }) as Workflow,
}));
const published = workflows.find(({ file }) => file.endsWith('publish.yml'))!.workflow;

test('the workflows use GitHub’s own actions alone, each by its major version, and may read only', () => {
  for (const { file, workflow } of workflows) {
    assert.deepEqual(workflow.permissions, { contents: 'read' }, file);
    for (const { uses } of Object.values(workflow.jobs).flatMap(({ steps }) => steps))
      if (uses) assert.match(uses, /^actions\/[\w-]+@v\d+$/, file);
  }
});

test('the commands that workflows run are there', () => {
  for (const { file, text } of workflows)
    for (const [, name = ''] of text.matchAll(/npm run (\w+)/g)) assert.ok(scripts[name], `${file}: npm run ${name}`);
});

test('what a stranger wrote never becomes part of a command', () => {
  for (const { file, workflow } of workflows)
    for (const { run = '' } of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) assert.doesNotMatch(run, /\$\{\{/, file);
});

test('a site is built for the address that GitHub gives it and published by a job that may do nothing else', () => {
  const { build, publish } = published.jobs;
  const address = build!.steps.find(({ uses }) => uses?.startsWith('actions/configure-pages'))!.id;
  const step = build!.steps.find(({ run }) => run === 'npm run build');
  assert.deepEqual(step?.env, { SITE_URL: `\${{ steps.${address}.outputs.base_url }}/` });
  assert.deepEqual(build!.permissions, { contents: 'read', pages: 'read' });
  assert.deepEqual(publish!.permissions, { pages: 'write', 'id-token': 'write' });
  assert.equal(publish!.needs, 'build');
  assert.equal(build!.steps.at(-1)?.with?.path, 'dist');
});

test('the ledger of ids sees the whole history', () => {
  for (const { file, workflow } of workflows)
    for (const { uses, with: given } of Object.values(workflow.jobs).flatMap(({ steps }) => steps))
      if (uses?.startsWith('actions/checkout')) assert.equal(given?.['fetch-depth'], 0, file);
});

test('hosts build with the very Node that the project brings', () => {
  const version = readFileSync('.node-version', 'utf8').trim();
  assert.deepEqual([...new Set(Object.values(optionalDependencies))], [version]);
  for (const { text } of workflows) for (const [, major] of text.matchAll(/node:(\d+)/g)) assert.equal(version.split('.')[0], major);
});
