import { brotliCompressSync } from 'node:zlib';
import { readContent } from '../../content/read.ts';
import { openPoint, type PointRecord } from '../match/answer.ts';
import { forms } from '../../text/forms.ts';
import { pagePath, pointPath, searchFilePath } from '../../text/links.ts';
import { readingsOf } from '../match/search-file.ts';
import { tokenizer } from '../match/tokens.ts';
import { indexRecords } from './pagefind.ts';
import { searchFile } from './search-file.ts';
import { readSearchSite, withDifferences, type ReadPage } from './search-site.ts';

/** Above this many bytes (brotli) the text of a form is not sent at once, and Pagefind answers alone. */
const LONGEST_TEXT = 60_000;

/** All files of search by their path below the base path: Pagefind's index of every written form, and one search file per form. */
export async function searchFiles(read: ReadPage, base: string): Promise<Map<string, Uint8Array>> {
  const content = readContent(process.cwd());
  const sites = await Promise.all(forms.map((form) => readSearchSite(form, read, content.dictionary?.values ?? {})));
  const parts = sites.map((site) => {
    const others = sites.filter((other) => other !== site);
    const url = (number: number): string => pagePath(base, site.form, pointPath(number));
    const points = withDifferences(site, others).map((record) => ({ record, url: url(record[0]) }));
    return { form: site.form, language: site.form.lang.toLowerCase(), points, file: searchFile(site, others, content) };
  });
  const { files, fragments } = await indexRecords(
    parts.flatMap(({ language, points, file }) => {
      const tokens = tokenizer(readingsOf(file).spellings, new Set(file.common));
      const textsOf = (record: PointRecord) => openPoint(record).units.flatMap(({ normal, others }) => [normal, ...others]);
      return points.map(({ record, url }) => ({
        language,
        url,
        units: textsOf(record).map(({ text }) => tokens(text)),
        answer: JSON.stringify(record),
      }));
    }),
  );
  const all = new Map([...files].map(([path, bytes]) => [`pagefind/${path}`, bytes]));
  for (const { form, language, points, file } of parts) {
    file.pagefind = [...files.keys()].filter((path) => path.startsWith(`pagefind.${language}_`) || path.startsWith('wasm.'));
    const text = Object.fromEntries(points.map(({ record, url }) => [fragments.get(url)!, record]));
    const whole = Buffer.from(JSON.stringify({ ...file, points: text }));
    all.set(searchFilePath(form), brotliCompressSync(whole).length > LONGEST_TEXT ? Buffer.from(JSON.stringify(file)) : whole);
  }
  return all;
}
