import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import test from 'node:test';
import { answer, openPoint } from '../../src/search/match/answer.ts';
import { longestPart, suggestions } from '../../src/search/match/absent.ts';
import { readingsOf } from '../../src/search/match/search-file.ts';
import { excerpt } from '../../src/search/box/excerpt.ts';
import { textDirective } from '../../src/text/text-directive.ts';
import { mendedAddress, mendedId } from '../../src/text/touched.ts';
import { noise } from '../support/noise.ts';
import { pick, seeded } from '../support/random.ts';
import { full } from '../support/settings.ts';

/** How often each is tried: 12,000 times in all in a full run. */
const ROUNDS = full ? 3000 : 300;

// What the build gives to a module that runs in the browser.
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    return url.includes('device-memory') ? { ...loaded, source: `import.meta.env = { BASE_URL: '/' };${String(loaded.source)}` } : loaded;
  },
});
const { recall, remember } = await import('../../src/elements/device-memory.ts');

test('whatever a fragment or an address has become, what is read from it is an id, a page of this site, or nothing', () => {
  const random = seeded(21);
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = noise(random);
    const id = mendedId(text);
    assert.match(id, /^([a-z]([a-z\d-]*[a-z\d])?)?$/, JSON.stringify(text));
    assert.equal(mendedId(`#${id}`), id, 'what is mended stays');
    const address = mendedAddress(text);
    if (address === undefined) continue;
    assert.match(address, /^[a-z\d-]+\/([a-z\d-]+\/)*(#[a-z\d-]*)?$/, JSON.stringify(text));
    assert.equal(new URL(address, 'https://example.org/base/').origin, 'https://example.org');
  }
});

test('an id that is percent-encoded and stands before what chats add is always read', () => {
  const random = seeded(22);
  const after = [
    '。',
    '」',
    '）',
    ')',
    '?utm_source=x',
    '&fbclid=x',
    '&amp;a=b',
    ' 看這段',
    '%E3%80%82',
    ':~:text=%E4%B8%80',
    '\u200B',
    '',
  ];
  for (let round = 0; round < ROUNDS / 10; round += 1) {
    const id = `p${Math.floor(random() * 99)}-${pick(['', 'f', 'r', 'x'], random)}${1 + Math.floor(random() * 99)}`;
    let written = Array.from(id, (character) =>
      random() < 0.3 ? `%${character.charCodeAt(0).toString(16)}` : random() < 0.2 ? character.toUpperCase() : character,
    ).join('');
    if (random() < 0.5) written = written.replaceAll('%', '%25');
    const touched = pick(['#', '#%23', '＃', ''], random) + written + pick(after, random);
    assert.equal(mendedId(touched), id, touched);
  }
});

const readings = readingsOf({
  spellings: ['发發髮', '国國', '里裡'],
  shapes: ['髮發', '發髮'],
  words: [
    [['算力'], ['運算能力']],
    [['人工智慧'], ['ai', '人工智能'], 't-ai'],
  ],
});

test('whatever is typed, hits lie within their texts, are marked in order, and are shown as parts of them', async () => {
  const random = seeded(23);
  const text = (): string => pick(['算力成本約1,600億元，國家裡的頭髮', '人工智慧AGI-Next與R&D <b>'], random) + noise(random, 6);
  for (let round = 0; round < ROUNDS; round += 1) {
    const points = [1, 2].map((number) => openPoint([number, '', '', [1, 2].map((unit) => [`p${number}-${unit}`, '', text()])]));
    const all = points.flatMap(({ units }) => units.map(({ text }) => text)).join(' ');
    const at = Math.floor(random() * all.length);
    const query = pick(
      [noise(random), all.slice(at, at + 1 + Math.floor(random() * 6)), `${noise(random, 2)} ${all.slice(at, at + 3)}`],
      random,
    );
    const reply = answer(query, points, readings);
    for (const { hits } of reply.found)
      for (const { unit, marks } of hits) {
        let last = 0;
        for (const [start, end] of marks) {
          assert.ok(last <= start && start < end && end <= unit.text.length, JSON.stringify([query, unit.text, marks]));
          last = end;
        }
        const shown = excerpt(unit.text, marks).map(({ text }) => text);
        assert.ok(
          shown.filter((piece) => piece !== '……').every((piece) => unit.text.includes(piece)),
          JSON.stringify([query, unit.text]),
        );
      }
    assert.deepEqual(reply, answer(query, points, readings));
    const part = await longestPart(query, (part) => all.includes(part));
    assert.ok(part === undefined || (all.includes(part) && query.includes(part)), query);
    assert.equal(suggestions(query, ['算力', '人工智慧', '資本', '市場']).length, 3);
  }
});

test('thousands of different terms are answered as a few are', () => {
  const units = Array.from({ length: 400 }, (_, unit): [string, string, string] => [
    `p1-${unit + 1}`,
    '',
    Array.from({ length: 100 }, (_, at) => String.fromCodePoint(0x4e00 + ((unit * 37 + at * 11) % 4000))).join(''),
  ]);
  const points = [openPoint([1, '一', '', units.slice(0, 200)]), openPoint([2, '二', '', units.slice(200)])];
  const terms = (from: number): string => Array.from({ length: 5000 }, (_, at) => String.fromCodePoint(0x4e00 + from + at)).join(' ');
  const start = process.cpuUsage();
  assert.deepEqual(answer(terms(0), points, readings).found, []);
  assert.deepEqual(answer(terms(4000), points, readings).found, []);
  assert.equal(answer(terms(0).slice(0, 80), points, readings).found.length, 2);
  // Each point searched for each term takes minutes.
  const { user } = process.cpuUsage(start);
  assert.ok(user < 5e6, `${user / 1e6} s`);
});

/** What each kept thing may be, told without its code. */
const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= 2000;
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.length <= 50 && value.every(isText);
const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const may: Record<Parameters<typeof recall>[0], (value: never) => boolean> = {
  theme: (value) => ['system', 'light', 'dark'].includes(value),
  form: isText,
  'form-offer': (value) => value === 'dismissed',
  slash: (value) => value === 'off',
  offline: (value) => value === 'off',
  seen: isDay,
  since: isDay,
  searches: isTexts,
  landings: (value: unknown[]) =>
    Array.isArray(value) &&
    value.length <= 50 &&
    value.every((row) => Array.isArray(row) && row.length === 3 && isText(row[0]) && isTexts(row[1]) && typeof row[2] === 'number'),
  place: (value: unknown[]) =>
    Array.isArray(value) && value.length === 3 && isText(value[0]) && isText(value[1]) && typeof value[2] === 'number',
};

test('whatever is stored, what is recalled is of its kind or nothing, and what is of no kind is gone', () => {
  const random = seeded(24);
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
  Object.assign(globalThis, { window: { localStorage: storage, sessionStorage: storage } });
  const names = Object.keys(may) as (keyof typeof may)[];
  const right = [
    '"dark"',
    '"zh-Hans"',
    '"off"',
    '"2031-01-05"',
    '["算力","芯片"]',
    '[["https://a/5/#p5-3",["芯片"],1]]',
    '["/5/","p5-3",-12.5]',
  ];
  const spoilt = (): string => {
    const characters = [...pick(right, random)];
    for (let times = Math.floor(random() * 4); times > 0; times -= 1)
      characters.splice(Math.floor(random() * characters.length), Math.floor(random() * 3), noise(random, 1));
    return characters.join('');
  };
  let kept = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const name = pick(names, random);
    const value = random() < 0.7 ? spoilt() : noise(random);
    stored.set(`shilun:/:${name}`, value);
    const found = recall(name);
    if (found === undefined) assert.ok(!stored.has(`shilun:/:${name}`), `${name} ${value}`);
    else assert.ok(may[name](found as never), `${name} ${value}`);
    kept += Number(found !== undefined);
    remember(name, found as never);
    assert.deepEqual(recall(name), found, 'what is kept is recalled');
  }
  assert.ok(kept > ROUNDS / 50, `${kept} were right`);
});

test('whatever is selected, its directive names parts of the page, well encoded, or there is none', () => {
  const random = seeded(25);
  let named = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
      pick(['今天天氣，', '算力-成本。', 'R&D', '\n', noise(random, 4)], random),
    ).join('');
    const [start, end] = [Math.floor(random() * (text.length + 1)), Math.floor(random() * (text.length + 1))].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const directive = textDirective(text.toWellFormed(), start, end, 'zh-Hant');
    if (directive === undefined) continue;
    named += 1;
    const parts = /^text=(?:([^,&-]+)-,)?([^,&-]+)(?:,([^,&-]+))?(?:,-([^,&-]+))?$/.exec(directive)?.slice(1);
    assert.ok(parts, directive);
    for (const part of parts)
      if (part) assert.ok(text.toWellFormed().includes(decodeURIComponent(part)), JSON.stringify([text, directive]));
  }
  assert.ok(named > ROUNDS / 5, `${named} were named`);
});
