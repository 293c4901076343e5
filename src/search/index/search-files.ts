import { brotliCompressSync, constants } from 'node:zlib';
import type { Article } from '../../article/article.ts';
import type { Content } from '../../content/content.ts';
import { pagePath, pointPath, searchFilePath } from '../../text/links.ts';
import { openPoint, type PointRecord } from '../match/answer.ts';
import { readingsOf, type SearchFile } from '../match/search-file.ts';
import { tokenizer } from '../match/tokens.ts';
import { indexRecords, type IndexRecord } from './pagefind.ts';
import { searchFile } from './search-file.ts';
import { searchSite, withDifferences } from './search-site.ts';

/** Above this many bytes (brotli as hosts are given it) the text of a form is not sent at once, and Pagefind answers alone. */
const LONGEST_TEXT = 60_000;
const AS_SENT = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } };

/** The files of search by their path below the base path. */
export type SearchFiles = Map<string, Uint8Array<ArrayBuffer>>;

let known: { content: Content; files: Promise<SearchFiles> } | undefined;

/** All files of search: Pagefind's index of every written form, and one search file per form; made once for each state of the content. */
export function searchFiles(content: Content, articles: readonly Article[], base: string): Promise<SearchFiles> {
  if (known?.content === content) return known.files;
  // Pagefind serves one index at a time.
  const files = Promise.resolve(known?.files.catch(() => undefined)).then(() => makeFiles(content, articles, base));
  known = { content, files };
  return files;
}

/** A written form as Pagefind is to hold it. */
interface Part {
  language: string;
  points: { record: PointRecord; url: string }[];
  file: SearchFile;
}

/** Each point for Pagefind when its turn comes: the tokens of all weigh a hundred times as much as the text. */
function* recordsOf(parts: readonly Part[]): Generator<IndexRecord> {
  for (const { language, points, file } of parts) {
    const tokens = tokenizer(readingsOf(file), new Set(file.common));
    for (const { record, url } of points) {
      const texts = openPoint(record).units.flatMap(({ normal, others }) => [normal, ...others]);
      // By its number a point is found when a query names one of its units.
      const units = [...texts.map(({ text }) => tokens(text)), [`p${record[0]}`]];
      yield { language, url, units, answer: JSON.stringify(record) };
    }
  }
}

async function makeFiles(content: Content, articles: readonly Article[], base: string): Promise<SearchFiles> {
  const sites = articles.map(searchSite);
  const parts = sites.map((site) => {
    const { form } = site.article;
    const others = sites.filter((other) => other !== site);
    const url = (number: number): string => pagePath(base, form, pointPath(number));
    const points = withDifferences(site, others).map((record) => ({ record, url: url(record[0]) }));
    return { form, language: form.lang.toLowerCase(), points, file: searchFile(site, others, content) };
  });
  const { files, fragments } = await indexRecords(recordsOf(parts));
  const all: SearchFiles = new Map([...files].map(([path, bytes]) => [`pagefind/${path}`, new Uint8Array(bytes)]));
  for (const { form, language, points, file } of parts) {
    file.pagefind = [...files.keys()].filter((path) => path.startsWith(`pagefind.${language}_`) || path.startsWith('wasm.'));
    const text = Object.fromEntries(points.map(({ record, url }) => [fragments.get(url), record]));
    const whole = Buffer.from(JSON.stringify({ ...file, points: text }));
    const isShort = brotliCompressSync(whole, AS_SENT).length <= LONGEST_TEXT;
    all.set(searchFilePath(form), new Uint8Array(isShort ? whole : Buffer.from(JSON.stringify(file))));
  }
  return all;
}
