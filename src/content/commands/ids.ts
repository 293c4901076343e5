import '../master.ts';
import { writeEdits } from '../edits.ts';
import { contentFolder } from '../folder.ts';
import { readFiles } from '../read.ts';
import { stampIds } from '../stamp.ts';
import { takesNoOptions } from './options.ts';
import { stopAt } from './stop.ts';

// `npm run ids`: gives ids to new paragraphs, figures and indicators. Writes nothing while a file cannot be read.
takesNoOptions('ids');
const { problems, ...files } = readFiles(contentFolder());
stopAt(problems, '沒有給編號');
const { edits, given } = stampIds(files);
writeEdits(edits);
console.log(given.length ? `給了${given.length}個編號：${given.join(' ')}` : '每一段都有編號了。');
