import { longestPart, suggestions } from '../match/absent.ts';
import { answer, openPoint, type Answer, type PointRecord, type SearchPoint } from '../match/answer.ts';
import { isWhole } from '../match/borders.ts';
import { normalise } from '../match/normal.ts';
import { namedUnit } from '../match/named-unit.ts';
import { finderOf } from '../match/finder.ts';
import { nameKey, readTerms, wordings, type Readings, type Term } from '../match/query.ts';
import { readingsOf, type SearchFile } from '../match/search-file.ts';
import { tokenizer } from '../match/tokens.ts';
import type { Words } from '../../words.ts';
import { startPagefind, type Pagefind, type PagefindResult } from './pagefind.ts';

type File = SearchFile<Words['searchBox']>;

/** What a query brings: its answer; where that is empty, the longest part that occurs with its answer, and words that do. */
export interface Reply extends Answer {
  part: { text: string; answer: Answer } | undefined;
  suggestions: string[];
  /** The ids of the people and terms that the query names. */
  entries: string[];
}

const FIRST_WORDS = 4;
/** Of more terms than these the longest are looked at for parts of them that occur, and every point for all of them. */
const MOST_TERMS = 8;
/** Which phrase is enough to find the points: the exact search looks at the rest. */
const LONGEST_PHRASE = 40;

/**
 * The index of one written form. The search file's text answers at once; Pagefind takes over when it is ready, by naming the points
 * that the same exact search then reads, so that both give the same. Without text Pagefind answers alone.
 */
export class SearchIndex {
  readonly #file: File;
  readonly #readings: Readings;
  readonly #tokens: (text: string) => string[];
  readonly #points: Map<string, SearchPoint>;
  #pagefind: Pagefind | undefined;

  private constructor(file: File) {
    this.#file = file;
    this.#readings = readingsOf(file);
    this.#tokens = tokenizer(this.#readings, new Set(file.common));
    this.#points = new Map(Object.entries(file.points ?? {}).map(([fragment, record]) => [fragment, openPoint(record)]));
  }

  /** What the search box says. */
  get words(): Words['searchBox'] {
    return this.#file.searchBox;
  }

  /** Where to begin: the most used names and terms, and the points. */
  get start(): { words: string[]; titles: File['titles'] } {
    return { words: this.#file.suggestions.slice(0, FIRST_WORDS), titles: this.#file.titles };
  }

  /** Loads the search file and starts Pagefind in the given folder. Rejects where neither can answer. */
  static async open(address: string, folder: string): Promise<SearchIndex> {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const file: File = await response.json();
    const index = new SearchIndex(file);
    const word = file.suggestions.map((name) => index.#tokens(normalise(name).text)).find((tokens) => tokens.length) ?? [];
    const started = startPagefind(folder, file.pagefind, phrase(word)).then((pagefind) => void (index.#pagefind = pagefind));
    if (file.points) started.catch(() => undefined);
    else await started;
    return index;
  }

  /** Answers a query. Rejects where there is no text at hand and Pagefind cannot be reached. */
  async ask(query: string): Promise<Reply> {
    const found = await this.#answer(query);
    const terms = this.#terms(query);
    const absent = terms.length > 0 && !found.found.length;
    const text = absent ? await this.#part(terms) : undefined;
    return {
      ...found,
      part: text === undefined ? undefined : { text, answer: await this.#answer(text) },
      suggestions: absent ? suggestions(query, this.#file.suggestions) : [],
      entries: [...new Set(terms.flatMap(({ text }) => (this.#readings.names.get(nameKey(text)) ?? []).flatMap(([, , id]) => id ?? [])))],
    };
  }

  /** The longest part of some absent terms that occurs. */
  async #part(terms: readonly Term[]): Promise<string | undefined> {
    let longest: string | undefined;
    for (const { text } of [...terms].sort((a, b) => b.text.length - a.text.length).slice(0, MOST_TERMS)) {
      const part = await longestPart(text, (part) => this.#occurs(part));
      if ((part?.length ?? 0) > (longest?.length ?? 0)) longest = part;
      // The reader may type on meanwhile.
      await new Promise((done) => setTimeout(done));
    }
    return longest;
  }

  async #answer(query: string): Promise<Answer> {
    return answer(query, await this.#candidates(query), this.#readings);
  }

  async #candidates(query: string): Promise<SearchPoint[]> {
    const pagefind = this.#asked;
    if (!pagefind) return [...this.#points.values()];
    const terms = this.#terms(query);
    const texts = terms.slice(0, MOST_TERMS).flatMap((term) => [term.text, ...wordings(term, this.#readings)]);
    const point = namedUnit(query)?.replace(/-.*/, '');
    const phrases = terms.length > MOST_TERMS ? [null] : [...texts.map(this.#phrase), ...(point ? [phrase([point])] : [])];
    const replies = await Promise.all(phrases.map((words) => pagefind.search(words)));
    const results = new Map(replies.flatMap(({ results }) => results.map((result) => [result.id, result])));
    return Promise.all(
      [...results].map(async ([id, result]) => {
        const point = this.#points.get(id) ?? openPoint(await recordOf(result));
        this.#points.set(id, point);
        return point;
      }),
    );
  }

  async #occurs(part: string): Promise<boolean> {
    const points = this.#file.points ? [...this.#points.values()] : await this.#candidates(part);
    const units = points.flatMap((point) => point.units);
    const find = finderOf({ text: part, isPhrase: true }, units, this.#readings);
    return units.some((unit) => find.written(unit.normal).some(([start, end]) => isWhole(unit.normal, start, end)));
  }

  #terms(query: string): Term[] {
    return readTerms(query, this.#readings.names);
  }

  /** Pagefind tells of an index file that did not load by finding nothing: offline only what is at hand counts. */
  get #asked(): Pagefind | undefined {
    if (navigator.onLine) return this.#pagefind;
    if (!this.#file.points) throw new Error('offline');
    return undefined;
  }

  #phrase = (term: string): string | null => phrase(this.#tokens(term).slice(0, LONGEST_PHRASE));
}

async function recordOf(result: PagefindResult): Promise<PointRecord> {
  const [record = ''] = (await result.data()).filters.answer;
  return JSON.parse(record);
}

/** Nothing to look for means every point. */
const phrase = (tokens: string[]): string | null => (tokens.length ? `"${tokens.join(' ')}"` : null);
