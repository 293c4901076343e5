import { parseArgs } from 'node:util';
import { listOf } from '../check.ts';
import { writeEdits } from '../edits.ts';
import { addPoint, movePoint, removePoint, type Change } from '../point.ts';
import { Refusal } from '../point-order.ts';
import { contentFolder, readContent, readFiles, type Files } from '../read.ts';
import { stopAt } from './stop.ts';

// `npm run point`: adds, removes or moves a point and keeps the ledger right. Writes nothing where it cannot do all of it.

type Options = ReturnType<typeof read>['values'];

const place = ({ group, first, after }: Options) => ({ group, first, after: after === undefined ? undefined : Number(after) });
const verbs: Record<string, { example: string; takes: string[]; run: (files: Files, options: Options, number: number) => Change }> = {
  add: {
    example: `npm run point -- add --title '下雨天|誰先借傘呢' [--group ID] [--after 3]`,
    takes: ['title', 'group', 'after'],
    run: (files, options) => addPoint(files, { ...place(options), title: options.title }),
  },
  remove: {
    example: `npm run point -- remove 10 --why '與第九則說的是同一件事', or --to p9-3`,
    takes: ['why', 'to'],
    run: (files, options, number) => removePoint(files, number, options),
  },
  move: {
    example: 'npm run point -- move 10 --after 3, or --first, or --group ID',
    takes: ['after', 'first', 'group'],
    run: (files, options, number) => movePoint(files, number, place(options)),
  },
};

function read() {
  const text = { type: 'string' } as const;
  const options = { title: text, group: text, after: text, why: text, to: text, first: { type: 'boolean' } } as const;
  return parseArgs({ allowPositionals: true, options });
}

/** What is wrong with the arguments, in a sentence; nothing where all is well. */
function usage([verb = '', ...numbers]: string[], values: Options): string | undefined {
  const row = verbs[verb];
  const examples = Object.values(verbs).map(({ example }) => `\n  ${example}`);
  if (!row) return `${verb ? `“${verb}” is none of add, remove, move` : 'Say what to do'}:${examples.join('')}`;
  const odd = Object.keys(values).find((name) => !row.takes.includes(name));
  if (odd) return `${verb} takes no --${odd}: ${row.example}`;
  if (numbers.length !== (verb === 'add' ? 0 : 1))
    return `${verb} takes ${verb === 'add' ? 'no number, the next free one is given' : 'the number of one point'}: ${row.example}`;
  const wrong = [...numbers, values.after ?? '1'].find((number) => !/^\d+$/.test(number));
  return wrong === undefined ? undefined : `“${wrong}” is no number of a point: ${row.example}`;
}

function stop(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

try {
  const { values, positionals } = read();
  const wrong = usage(positionals, values);
  if (wrong) stop(wrong, 2);
  const { problems, ...files } = readFiles(contentFolder());
  stopAt(problems, 'No point was touched');
  const { edits, said } = verbs[positionals[0] ?? '']?.run(files, values, Number(positionals[1])) ?? { edits: [], said: [] };
  writeEdits(edits);
  console.log(said.join('\n'));
  const left = readContent(contentFolder()).problems;
  if (left.length) console.log(`Still to mend. ${listOf(left)}`);
} catch (error) {
  if (error instanceof Refusal) stop(error.message, 1);
  if (error instanceof TypeError && 'code' in error) stop(`${error.message.split('.')[0]}: ${verbs.remove?.example}`, 2);
  throw error;
}
