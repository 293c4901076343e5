import '../master.ts';
import { listOf } from '../check.ts';
import { writeEdits } from '../edits.ts';
import { addPoint, movePoint, removePoint, type Change } from '../point.ts';
import { Refusal } from '../point-order.ts';
import { contentFolder } from '../folder.ts';
import { readContent, readFiles, type Files } from '../read.ts';
import { readOptions, WrongOption } from './options.ts';
import { stopAt } from './stop.ts';

const EXAMPLES = `
  npm run point -- add --title '下雨天|誰先借傘呢' [--group ID] [--after 3]
  npm run point -- remove 10 --why '與第九則說的是同一件事'，或--to p9-3
  npm run point -- move 10 --after 3，或--first，或--group ID`;

// `npm run point`: adds, removes or moves a point and keeps the ledger right. Writes nothing where it cannot do all of it.
try {
  const text = { type: 'string' } as const;
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { title: text, group: text, after: text, why: text, to: text, first: { type: 'boolean' } },
  });
  const [verb = '', ...numbers] = positionals;
  const number = Number(numbers[0]);
  const options = { ...values, after: values.after === undefined ? undefined : Number(values.after) };
  const verbs: Record<string, (files: Files) => Change> = {
    add: (files) => addPoint(files, options),
    remove: (files) => removePoint(files, number, options),
    move: (files) => movePoint(files, number, options),
  };
  const run = verbs[verb];
  if (!run) stop(`「${verb}」不是add、remove或move`, 2);
  if (numbers.length !== (verb === 'add' ? 0 : 1)) stop(`${verb}後面${verb === 'add' ? '不寫號碼' : '要寫一點的號碼'}`, 2);
  const wrong = [...numbers, values.after ?? '1'].find((given) => !/^\d+$/.test(given));
  if (wrong !== undefined) stop(`「${wrong}」不是點的號碼`, 2);

  const { problems, ...files } = readFiles(contentFolder());
  stopAt(problems, '沒有動任何一點');
  const { edits, said } = run(files);
  writeEdits(edits);
  console.log(said.join('\n'));
  const left = readContent(contentFolder()).problems;
  if (left.length) console.log(`還沒改完。${listOf(left)}`);
} catch (error) {
  if (error instanceof Refusal) stop(error.message, 1);
  if (error instanceof WrongOption) stop(error.message, 2);
  throw error;
}

function stop(message: string, code: 1 | 2): never {
  console.error(code === 2 ? `${message}，請這樣寫：${EXAMPLES}` : message);
  process.exit(code);
}
