import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HASHED, below } from './hosts/headers.ts';

/**
 * Files with a digest in their names, Pagefind's among them: what an open page of an earlier build may still ask for, and finds nowhere
 * else.
 */
const LASTING = new RegExp(`${below('', HASHED)}|^pagefind/.+\\.pf_\\w+$`);
const SAFE = /^(?!.*\.\.)[\w./~-]+$/;
/** How long a site may take to answer, in milliseconds. */
const LIMIT = 20_000;

/** Reads a file of an earlier build by its path; undefined where there is none. */
type Read = (path: string) => Promise<Buffer | undefined>;

/**
 * Lays the lasting files of one earlier build beside those of a new one, so that search and all else still come to a page that is open.
 * What that build had from one before it stays behind, for its lists name its own alone. Answers a sentence that says what was laid.
 * @param from the folder of that build, or the address where it stands
 * @throws where a site does not answer
 */
export async function keepPrevious(folder: string, from: string): Promise<string> {
  const read = /^https?:/.test(from) ? fromSite(new URL(from.replace(/\/?$/, '/'))) : fromFolder(from);
  const listed = /^const siteFiles=(.*);$/m.exec(String((await read('sw.js')) ?? ''))?.[1];
  if (!listed) return `${from}沒有可以留用的上一版。`;
  const own = Object.keys(JSON.parse(listed).files);
  const searched = await Promise.all(own.filter((path) => /^search\/.+\.json$/.test(path)).map(read));
  const pagefind = searched.flatMap((file) => (file ? (JSON.parse(String(file)).pagefind as string[]) : []));
  const lasting = [...own, ...pagefind.map((name) => `pagefind/${name}`)].filter((path) => LASTING.test(path) && SAFE.test(path));
  const gone = [...new Set(lasting)].filter((path) => !existsSync(join(folder, path)));
  const lost: string[] = [];
  for (const path of gone) {
    const bytes = await read(path);
    if (!bytes) lost.push(path);
    else {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  }
  const without = lost.length ? `（那裡找不到${lost.join('、')}）` : '';
  return `留下上一版的${gone.length - lost.length}個檔案${without}，來自${from}`;
}

const fromFolder =
  (from: string): Read =>
  async (path) =>
    existsSync(join(from, path)) ? readFileSync(join(from, path)) : undefined;

function fromSite(site: URL): Read {
  return async (path) => {
    const response = await fetch(new URL(path, site), { signal: AbortSignal.timeout(LIMIT) }).catch((error: Error) => {
      throw new Error(`--previous：${site.href}沒有回應（${error.message}）。`);
    });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
  };
}
