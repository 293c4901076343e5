import '../master.ts';
import { writeEdits } from '../edits.ts';
import { contentFolder } from '../folder.ts';
import { readContent } from '../read.ts';
import { releaseIds } from '../release.ts';
import { takesNoOptions } from './options.ts';
import { stopAt } from './stop.ts';

// `npm run release`: makes the ids of the text permanent. Writes nothing while anything is wrong.
takesNoOptions('release');
const content = readContent(contentFolder());
stopAt(content.problems, '什麼也沒有發布');
const { edits, entered, renewed } = releaseIds(content);
writeEdits(edits);
console.log(entered.length ? `記下了${entered.length}個編號，從此固定：${entered.join(' ')}` : '每個編號都發布過了。');
if (renewed.length) console.log(`有${renewed.length}個編號的文字改過，已記下：${renewed.join(' ')}`);
