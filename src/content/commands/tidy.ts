import '../master.ts';
import { listOf } from '../check.ts';
import { writeEdits } from '../edits.ts';
import { contentFolder } from '../folder.ts';
import { filesIn, readContent } from '../read.ts';
import { tidy } from '../tidy.ts';
import { takesNoOptions } from './options.ts';

// `npm run tidy`: mends in the content what has one answer, says what it changed, and what is left for the editor.
takesNoOptions('tidy');
const folder = contentFolder();
const tidied = filesIn(folder).map((file) => ({ ...tidy(file), file: file.file, old: file.text }));
writeEdits(tidied.filter(({ text, old }) => text !== old).map(({ file, text }) => ({ file, text })));
const lines = tidied.flatMap(({ file, changes }) => changes.map(({ line, before, after }) => `${file}:${line} ${before} → ${after}`));
console.log(lines.length ? lines.join('\n') : '沒有要改的。');
const { problems } = readContent(folder);
if (problems.length) console.log(`\n其餘要你來改。${listOf(problems)}`);
