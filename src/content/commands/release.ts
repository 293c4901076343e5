import '../master.ts';
import { writeEdits } from '../edits.ts';
import { contentFolder } from '../folder.ts';
import { readContent } from '../read.ts';
import { releaseIds } from '../release.ts';
import { stopAt } from './stop.ts';

// `npm run release`: makes the ids of the text permanent. Writes nothing while anything is wrong.
const content = readContent(contentFolder());
stopAt(content.problems, 'Nothing was released');
const { edits, entered, renewed } = releaseIds(content);
writeEdits(edits);
console.log(
  entered.length ? `Entered ${entered.length} ids, permanent from now on: ${entered.join(' ')}` : 'Every id was published already.',
);
if (renewed.length) console.log(`Noted the new words of ${renewed.length}: ${renewed.join(' ')}`);
