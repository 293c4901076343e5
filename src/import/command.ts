import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readOptions, WrongOption } from '../content/commands/options.ts';
import { Refusal } from '../content/point-order.ts';
import { readArticle } from './article.ts';
import { formOf } from './characters.ts';
import { decode } from './decode.ts';
import { filesOf } from './files.ts';
import { reportOf } from './report.ts';
import { checkTarget, writeCollection } from './write.ts';

const EXAMPLES = `
  npm run import -- 文章.txt [--out 資料夾] [--title 標題] [--rights 授權]
      [--from zh-Hant|zh-Hans|auto] [--master zh-Hant|zh-Hans] [--dry-run] [--force]
  npm run import -- - --out 資料夾      從標準輸入讀`;
const SCRIPTS = ['zh-Hant', 'zh-Hans'];
/** What the system says of a file or a folder. */
const FAILURES: Record<string, string> = {
  ENOENT: '沒有這個檔案或資料夾',
  EISDIR: '這是資料夾，不是檔案',
  ENOTDIR: '路徑裡有一段不是資料夾',
  EACCES: '沒有權限',
  EPERM: '不許這樣做',
  EROFS: '這裡不能寫入',
  ENOSPC: '磁碟滿了',
  EEXIST: '已經有了',
  ENAMETOOLONG: '名字太長',
};
/** The report stands in the collection too. */
const REPORT = 'import-report.md';

// `npm run import`: turns the text of a numbered article into a content collection. Writes all of it or nothing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
try {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { out: text, from: text, master: text, title: text, rights: text, 'dry-run': flag, force: flag },
  });
  const [file = ''] = positionals;
  if (positionals.length !== 1 || !file) stop('請給一個檔案（或 - 代表標準輸入）', 2);
  const script = (name: 'from' | 'master', given: string | undefined) => {
    if (given === undefined || (name === 'from' && given === 'auto')) return undefined;
    if (!SCRIPTS.includes(given)) stop(`--${name}只有${SCRIPTS.join('、')}${name === 'from' ? '、auto' : ''}，沒有「${given}」`, 2);
    return formOf(given);
  };
  const wishes = { from: script('from', values.from), master: script('master', values.master) };
  for (const name of ['title', 'rights', 'out'] as const) if (values[name]?.trim() === '') stop(`--${name}是空的`, 2);
  const folder = values.out ?? basename(file, extname(file));
  if (file === '-' && !values.out && !values['dry-run']) stop('從標準輸入讀時，要用--out說寫到哪個資料夾', 2);
  const input = file === '-' ? undefined : file;
  if (!values['dry-run']) checkTarget(folder, { force: values.force, input });

  const { text: written, encoding } = decode(input === undefined ? await buffer(process.stdin) : readFileSync(input));
  const article = readArticle(written, { ...wishes, title: values.title?.trim(), rights: values.rights?.trim(), progress });
  const files = filesOf(article);
  const report = reportOf(article, files, { name: input === undefined ? '標準輸入' : basename(input), encoding });
  if (values['dry-run']) process.stdout.write(report.text);
  else {
    writeCollection(folder, { ...files, [REPORT]: report.text });
    console.log(`${report.summary}\n寫好了：${folder}（報告在${folder}/${REPORT}）。看網站：CONTENT=${folder} npm start`);
  }
} catch (error) {
  const { code, path = '', message } = error as NodeJS.ErrnoException;
  if (error instanceof Refusal) stop(message, 1);
  if (error instanceof WrongOption) stop(message, 2);
  if (code && code in FAILURES) stop(`${path}：${FAILURES[code]}（${code}）。`, 1);
  throw error;
}

/** Tells a person at a terminal how far it is; a pipe hears nothing. */
function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || (done % 10 && done < all)) return;
  process.stderr.write(done < all ? `\r匯入 ${done}/${all}` : '\r\x1b[K');
}

function stop(message: string, code: 1 | 2): never {
  console.error(code === 2 ? `${message}：${EXAMPLES}` : message);
  process.exit(code);
}
