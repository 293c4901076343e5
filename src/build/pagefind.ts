import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';

/** A point as Pagefind is to hold it: its language and address, the tokens of each of its units, and what to answer when it is found. */
export interface IndexRecord {
  language: string;
  url: string;
  units: string[][];
  answer: string;
}

/** The files of an index, by their path below Pagefind's folder, and the name of each record's fragment, by its address. */
export interface PagefindIndex {
  files: Map<string, Uint8Array>;
  fragments: Map<string, string>;
}

const USED = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\..+\.pf_meta|(index|fragment)\/.+)$/;
/** Stands between units, so that no phrase reaches across; longer than any token. */
const BREAK = 'unit';

/** Indexes records with Pagefind and keeps the files that a browser asks for. The answer travels as a filter, which is the one field of a fragment that Pagefind neither indexes nor changes. Throws what Pagefind reports. */
export async function indexRecords(records: readonly IndexRecord[]): Promise<PagefindIndex> {
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
