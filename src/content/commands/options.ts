import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What was typed after a command and is none of its options, in a sentence for the editor. */
export class WrongOption extends Error {}

/** What was typed after a command, as Node's `parseArgs` answers it. Throws a `WrongOption` where that is not what the command takes. */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  const { options = {}, allowPositionals, args = process.argv.slice(2) } = config;
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const faults = tokens.map((token) => {
    if (token.kind === 'positional') return allowPositionals ? '' : `「${token.value}」是多出來的`;
    if (token.kind === 'option-terminator') return '';
    const { name, rawName, value, inlineValue } = token;
    const known = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!known) return `沒有${rawName}這個選項`;
    if (known.type === 'boolean') return value === undefined ? '' : `${rawName}後面不寫東西`;
    return value === undefined || (!inlineValue && value.length > 1 && value.startsWith('-')) ? `${rawName}後面要寫出是什麼` : '';
  });
  const fault = faults.find(Boolean);
  if (fault) throw new WrongOption(fault);
  return parseArgs(config);
}

/** Ends a command that takes no options, `npm run ids`, with 2 where one was typed: it could seem to have been obeyed. */
export function takesNoOptions(command: string): void {
  try {
    readOptions({});
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    console.error(`${error.message}，npm run ${command}後面什麼也不寫。`);
    process.exit(2);
  }
}
