import '../master.ts';
import { writeEdits } from '../edits.ts';
import { contentFolder } from '../folder.ts';
import { readFiles } from '../read.ts';
import { stampIds } from '../stamp.ts';
import { stopAt } from './stop.ts';

// `npm run ids`: gives ids to new paragraphs, figures and indicators. Writes nothing while a file cannot be read.
const { problems, ...files } = readFiles(contentFolder());
stopAt(problems, 'No ids were given');
const { edits, given } = stampIds(files);
writeEdits(edits);
console.log(given.length ? `Gave ${given.length} ids: ${given.join(' ')}` : 'Every unit has its id.');
