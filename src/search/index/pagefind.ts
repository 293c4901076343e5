import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

/** A point as Pagefind is to hold it: its language and address, the tokens of each of its units, and what to answer when it is found. */
export interface IndexRecord {
  language: string;
  url: string;
  units: string[][];
  answer: string;
}

const USED = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\..+\.pf_meta|(index|fragment)\/.+)$/;
/** Stands between units, so that no phrase reaches across; longer than any token. */
const BREAK = 'unit';

/**
 * Indexes records with Pagefind; answers the files that a browser asks for, by path, and the name of each record's fragment, by its
 * address. The answer travels as a filter, which is the one field of a fragment that Pagefind neither indexes nor changes. Records are
 * asked for one by one. Throws what Pagefind reports.
 */
export async function indexRecords(records: Iterable<IndexRecord>) {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join('\n'));
    for (const { language, url, units, answer } of records) {
      const content = units.flatMap((tokens) => [...tokens, BREAK]).join(' ');
      const added = await index.addCustomRecord({ language, url, content, filters: { answer: [answer] } });
      if (added.errors.length) throw new Error(`Pagefind, ${url}: ${added.errors.join('\n')}`);
    }
    const written = await index.getFiles();
    if (written.errors.length) throw new Error(written.errors.join('\n'));
    const files = new Map(written.files.filter(({ path }) => USED.test(path)).map(({ path, content }) => [path, content]));
    nameAlike(files);
    const fragments = new Map(
      [...files].flatMap(([path, content]): [string, string][] => {
        const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
        return name ? [[JSON.parse(gunzipSync(content).toString().replace('pagefind_dcd', '')).url, name]] : [];
      }),
    );
    return { files, fragments };
  } finally {
    await close();
  }
}

/**
 * Names an index after what matters in it: Pagefind names its filter after values in no order, and so two builds of one content would
 * differ.
 */
function nameAlike(files: Map<string, Uint8Array>): void {
  const path = 'pagefind-entry.json';
  const entry = JSON.parse(Buffer.from(files.get(path)!).toString()) as { languages: Record<string, { hash: string }> };
  const languages = Object.entries(entry.languages).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [language, row] of languages) {
    const old = `pagefind.${row.hash}.pf_meta`;
    const filter = new RegExp(`(?<=answer.${language}_)[0-9a-f]+`, 's');
    const meta = gunzipSync(files.get(old)!)
      .toString('latin1')
      .replace(filter, (hash) => '0'.repeat(hash.length));
    row.hash = `${language}_${createHash('sha256').update(meta).digest('hex').slice(0, 15)}`;
    files.delete(old);
    files.set(`pagefind.${row.hash}.pf_meta`, gzipSync(Buffer.from(meta, 'latin1')));
  }
  files.set(path, Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(languages) })));
}
