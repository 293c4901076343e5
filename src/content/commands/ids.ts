import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../read.ts';
import { stampIds } from '../stamp.ts';

// `npm run ids`: gives permanent ids to new paragraphs, figures and indicators. Writes nothing while a file cannot be read.
const root = process.cwd();
const content = readContent(root);
if (content.problems.length) {
  console.error(
    [
      'No ids were given, for these files cannot be read:',
      ...content.problems.map(({ file, line, text }) => `  ${file}:${line} ${text}`),
    ].join('\n'),
  );
  process.exit(1);
}
const { edits, given } = stampIds(content);
for (const { file, text } of edits) {
  const path = join(root, file);
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
console.log(given.length ? `Gave ${given.length} ids: ${given.join(' ')}` : 'Every unit has its id.');
