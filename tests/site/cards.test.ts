import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { create as createFont, type Font } from 'fontkitten';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { slicesFor } from '../../src/article/font-slices.ts';
import { portrait, socialCard, type CardWords } from '../../src/cards/design.ts';
import { drawCard } from '../../src/cards/draw.ts';
import { wordsOf, type CardNode, type Drawing } from '../../src/cards/node.ts';
import { qrModules, qrSvg } from '../../src/cards/qr.ts';
import { setSentence, setTitle } from '../../src/cards/setting.ts';
import { converterBetween, converterFor } from '../../src/text/convert.ts';
import { forms, wordsForm, type Form } from '../../src/text/forms.ts';
import { budgets } from '../support/budgets.ts';
import { content, dictionary, site } from '../support/house.ts';
import { buildSite } from '../support/run-command.ts';
import { builtFor, dist, full, pages, pointPages, sample } from '../support/site.ts';

const file = (path: string): string => join(dist, path);
const cards = pointPages
  .map(({ path }) => `${path}card.png`)
  .concat(pages.filter(({ page }) => page === '').map(({ path }) => `${path}card.png`));
const portraits = pointPages.map(({ path }) => `${path}portrait.png`);
const pictures = [...cards, ...portraits];

/** Words for cards of a form, of any length. */
function trial(form: Form) {
  const write = converterBetween(wordsForm, form, {}).text;
  const text = write(HAN);
  const han = (length: number): string => Array.from({ length }, (_, index) => text[index % text.length]).join('');
  const words = (title: string[], length: number): TrialWords => ({
    site: write('十論'),
    place: ['投入', write('十論之一')],
    voice: write('余紹清、張同主張'),
    numeral: '一',
    title,
    text: han(length),
    tone: 0,
  });
  const filled = (lengths: number[], thesis: number, counter: number, verdict: number) => ({
    ...words(lengths.map(han), thesis),
    numeral: '二十一',
    strip: { label: write('反方'), text: han(counter) },
    verdict: `${write('本站判讀（截至2026年12月31日）：')}${han(verdict)}`,
  });
  const usual = [[20], [10, 10], [7, 6, 7], [13, 7], [5, 5, 5, 5], Array.from({ length: 20 }, () => 1)];
  const longest = usual.map((lengths) => filled(lengths, 90, 30, 40));
  /** All that the schema allows. */
  const most = usual.map((lengths) => ({
    ...filled(
      lengths.map((length) => length * 2),
      120,
      60,
      60,
    ),
    numeral: '二百二十一',
  }));
  return { han, words, write, shortest: words([han(8)], 30), longest, most };
}
type TrialWords = CardWords & Omit<Parameters<typeof portrait>[0], 'address' | 'invitation' | 'qr' | 'qrSize'>;
const HAN = '余紹清張同認為大模型產業已進入收斂期勝負落在應用層騰訊阿里巴巴與字節跳動各有完整生態能力不再單獨決定結果';

/** A portrait of some words with the longest address it may have to show. */
function longPortrait(card: TrialWords, invitation: string): Drawing {
  const address = `https://${'long-name-of-a-site.'.repeat(2)}example.org/zh-hans/10/`;
  return portrait({ ...card, address, invitation, qr: qrSvg(address), qrSize: qrModules(address) * 5 });
}

/** The part of a drawing with an id. */
function partOf({ tree }: Drawing, id: string): CardNode | undefined {
  const find = (node: CardNode): CardNode | undefined =>
    node.id === id ? node : node.type === 'container' ? node.children.map(find).find(Boolean) : undefined;
  return find(tree);
}

// First, so that it pays for all that only the first picture has to wait for.
test('drawing all the pictures of a site from nothing takes little time for each, the fonts included', async (t) => {
  const times: number[] = [];
  const start = process.cpuUsage();
  for (const form of sample(forms, 1)) {
    const { han, longest } = trial(form);
    for (let index = 0; index < Math.max(20, pictures.length / forms.length); index += 1) {
      const before = process.cpuUsage();
      const card = { ...longest[index % longest.length]!, tone: index };
      await drawCard(index % 2 ? longPortrait(card, han(8)) : socialCard(card), form);
      times.push(milliseconds(before));
    }
  }
  const mean = milliseconds(start) / times.length;
  times.sort((a, b) => a - b);
  t.diagnostic(`${mean.toFixed(0)} ms each; median ${times[times.length >> 1]!.toFixed(0)}, the first of all ${times.at(-1)!.toFixed(0)}`);
  assert.ok(mean <= budgets.cardTime, `${mean.toFixed(0)} ms each`);
});

/** How long this process has computed since a moment. */
function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** The pixels of a picture, RGBA, at its own size or a given width. */
async function pixels(picture: string | Buffer, width?: number): Promise<{ data: Buffer; width: number; height: number }> {
  const image = sharp(picture).flatten({ background: '#fff' }).ensureAlpha();
  const { data, info } = await (width ? image.resize(width) : image).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function decode(picture: string | Buffer, width?: number): Promise<string | undefined> {
  const image = await pixels(picture, width);
  return jsqr(new Uint8ClampedArray(image.data), image.width, image.height)?.data;
}

test('every card has its size in pixels and few bytes, and no two are alike', async () => {
  const seen = new Map<string, string>();
  for (const [list, wanted] of [
    [cards, [1200, 630]],
    [portraits, [1080, 1350]],
  ] as const) {
    for (const path of list) {
      const { width, height } = await sharp(file(path)).metadata();
      assert.deepEqual([width, height], wanted, path);
      const bytes = readFileSync(file(path));
      assert.ok(bytes.length <= budgets.card, `${path}: ${bytes.length} bytes`);
      const content = bytes.toString('latin1');
      assert.equal(seen.get(content), undefined, `${path} is the same as ${seen.get(content)}`);
      seen.set(content, path);
    }
  }
  assert.equal(cards.length, pointPages.length + forms.length);
});

test('nothing but the numeral reaches into the margin of a portrait', async () => {
  for (const path of sample(portraits, 3)) {
    const { data, width, height } = await pixels(file(path));
    const at = colourAt(data, width);
    const ground = at(0, 0);
    for (let y = 0; y < height; y += 3) {
      for (let x = 0; x < width; x += 3) {
        const inMargin = x < 60 || y < 60 || x >= width - 60 || y >= height - 60;
        if (inMargin && !(x > 560 && y > 860)) assert.equal(at(x, y), ground, `${path} at ${x},${y}`);
      }
    }
  }
});

/** The colour of a pixel, as rrggbb. */
const colourAt =
  (data: Buffer, width: number) =>
  (x: number, y: number): string =>
    data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex');

/** Fails where a card has anything but paper around its title and ink around its strip. Its rule is at 440 of 630. */
async function requireBands(picture: string | Buffer, hasStrip: boolean, name: string): Promise<void> {
  const { data, width, height } = await pixels(picture);
  const at = colourAt(data, width);
  const bands = hasStrip
    ? [
        [0, 440],
        [440, height],
      ]
    : [[0, height]];
  const grounds = bands.map(([top]) => at(0, top! + 3));
  assert.equal(new Set(grounds).size, bands.length, `${name}: a strip is dark`);
  bands.forEach(([top, bottom], band) => {
    for (let y = top! + 1; y < bottom!; y += 3)
      for (let x = 0; x < width; x += 3)
        if (x < 24 || x >= width - 24 || y < top! + 18 || y >= bottom! - 18) assert.equal(at(x, y), grounds[band], `${name} at ${x},${y}`);
  });
}

test('a card is paper above and, where its point has a counter, a black strip below, that of the site where it says whose article it is; nothing reaches into the margin of either', async () => {
  for (const path of sample(cards, 4)) {
    const point = content.points.find(({ values }) => path.endsWith(`/${values.number}/card.png`))?.values;
    const hasStrip = point ? point.counter : (site.on ?? site.authors);
    await requireBands(file(path), hasStrip !== undefined, path);
  }
});

test('voice, title and counter can be read where a card is 300 pixels wide: capitals of 8 pixels', async () => {
  for (const form of forms) {
    const { longest, shortest, words, han, write: ourWords } = trial(form);
    const write = converterFor(form, dictionary).text;
    const { slices } = await slicesFor(form.displayFont, 'H');
    const font = createFont(slices[0]!.bytes) as Font;
    const capital = font.capHeight / font.unitsPerEm;
    const ours = content.points.map(({ values }) => ({
      ...words(values.title.split('|').map(write), 30),
      ...(values.counter && { strip: { label: ourWords('反方'), text: write(values.counter) } }),
    }));
    for (const card of [...longest, ...ours, { ...shortest, strip: { label: han(2), text: han(1) } }]) {
      const drawing = socialCard(card);
      for (const id of ['voice', 'title', ...(card.strip ? ['strip'] : [])]) {
        const size = (Number(partOf(drawing, id)!.style.fontSize) * 300) / drawing.width;
        assert.ok(size * capital >= 8, `${id} of ${card.title.join('|')}: capitals of ${(size * capital).toFixed(1)} pixels`);
      }
    }
  }
});

test('a card shows whose claim it is above the title, then what speaks against it, and nothing where nothing is written', () => {
  for (const form of forms) {
    const { longest, shortest } = trial(form);
    for (const card of longest) {
      const { tree } = socialCard(card);
      assert.equal(wordsOf(tree), card.numeral + card.voice + card.title.join('') + card.strip.label + card.strip.text + card.site);
    }
    assert.equal(partOf(socialCard(shortest), 'strip'), undefined);
    assert.equal(partOf(socialCard(shortest), 'label'), undefined);
  }
});

test('a title stands in the lines of its author, as evenly as they allow', () => {
  const lines = (title: string): string[] => setTitle(title.split('|'), { width: 714, height: 290, largest: 84 }).lines;
  assert.deepEqual(lines('霧港的借傘站，|正走向|街坊共管'), ['霧港的借傘站，', '正走向街坊共管']);
  assert.deepEqual(lines('雨季一來，|誰先把傘還回去'), ['雨季一來，', '誰先把傘還回去']);
  assert.deepEqual(lines('霧港|不再迷信全新雨傘，|開始精算租金'), ['霧港', '不再迷信全新雨傘，', '開始精算租金']);
  for (const { title, number } of content.points.map(({ values }) => values)) {
    const set = lines(title);
    assert.equal(set.join(''), title.replaceAll('|', ''), String(number));
    const breaks = (parts: string[]): number[] => parts.map((_, index) => parts.slice(0, index).join('').length);
    if (title.includes('|')) for (const start of breaks(set)) assert.ok(breaks(title.split('|')).includes(start), title);
  }
});

test('a counter breaks after a mark, else after a word, and never within a number and its unit', () => {
  const set = (text: string) => setSentence(text, { width: 758, sizes: [50, 46] })!;
  assert.deepEqual(set('走路三分鐘內的人還得最快，與認不認得站長無關。').lines, ['走路三分鐘內的人還得最快，', '與認不認得站長無關。']);
  assert.deepEqual(set('不認得站長。'), { lines: ['不認得站長。'], size: 50 });
  for (const { values } of content.points) {
    const { lines } = set(values.counter ?? '');
    assert.equal(lines.join(''), values.counter ?? '');
    for (const line of lines.slice(1)) assert.doesNotMatch(line, /^[，、。：；！？」』）》]/);
    for (const line of lines.slice(0, -1)) assert.doesNotMatch(line, /\d$/);
  }
});

test('the QR code of every point leads to its exact address, as PNG, as SVG, at 120 pixels and on the portrait', async () => {
  for (const { path } of sample(pointPages, 2)) {
    const address = new URL(path, builtFor).href;
    assert.equal(await decode(file(`${path}qr.png`)), address);
    assert.equal(await decode(file(`${path}qr.png`), 120), address, `${path} at 120 px`);
    assert.equal(await decode(file(`${path}qr.svg`), 240), address, `${path} as SVG`);
    assert.equal(await decode(file(`${path}portrait.png`)), address, `${path} on the portrait`);
  }
});

test('the QR code can be read with 15 % of it lost: it is of error level M', async () => {
  for (const { path } of sample(pointPages, 2)) {
    const modules = qrModules(new URL(path, builtFor).href);
    for (const name of ['qr.png', 'qr.svg']) {
      const { data, width } = await pixels(file(path + name), modules * 8);
      // The level stands in the first two modules of row 8 under a mask: dark, light is M (ISO/IEC 18004, 7.9).
      const dark = [0, 1].map((column) => data[((4 + 8) * 8 + 4) * width * 4 + ((4 + column) * 8 + 4) * 4]! < 128);
      assert.deepEqual(dark, [true, false], path + name);
    }
  }
});

test('the QR code is a plain picture in the page, with a quiet zone of four modules on white', async () => {
  for (const { path, $ } of pointPages) {
    assert.equal($('.share img').attr('src'), `${path}qr.png`);
    assert.ok($('.share img').attr('alt'));
    const { data, width } = await pixels(file(`${path}qr.png`));
    const module = width / qrModules(new URL(path, builtFor).href);
    const dark = data.findIndex((value, index) => index % 4 === 0 && value < 128) / 4;
    assert.deepEqual([Math.floor(dark / width) / module, (dark % width) / module], [4, 4], path);
  }
});

test('titles and theses of every allowed length fit their card, in both scripts', async () => {
  for (const form of sample(forms, 1)) {
    const { han, shortest, longest, most } = trial(form);
    for (const card of [shortest, ...longest, ...most]) {
      for (const drawing of [socialCard(card), longPortrait(card, han(8))])
        assert.ok((await drawCard(drawing, form)).length <= budgets.card, `${form.id} ${card.title.join('|')}`);
      await requireBands(await drawCard(socialCard(card), form), card.strip !== undefined, card.title.join('|'));
      const single = { ...card, numeral: '五' };
      await assert.doesNotReject(drawCard(longPortrait(single, han(8)), form), card.title.join('|'));
    }
  }
});

test('a title of three lines leaves room for the verdict on a portrait of usual length, never for less than all of it', async () => {
  for (const form of forms) {
    const { han, words, write } = trial(form);
    const usual = { ...words([7, 5, 5].map(han), 80), verdict: `${write('本站判讀：')}${han(36)}` };
    assert.equal(wordsOf(partOf(longPortrait(usual, han(8)), 'verdict')!), usual.verdict);
    assert.equal(wordsOf(partOf(longPortrait(usual, han(8)), 'voice')!), usual.voice);
    const { verdict, ...without } = usual;
    assert.equal(partOf(longPortrait(without, han(8)), 'verdict'), undefined, verdict);
  }
});

test('the card of the home page holds one line or two of up to 15 characters, and 60 of what the site discusses, in both scripts', async () => {
  for (const form of sample(forms, 1)) {
    const { han, words } = trial(form);
    for (const lengths of [[4], [15], [4, 4], [10, 10], [4, 15], [15, 15]]) {
      for (const length of [8, 22, 60]) {
        const card = { ...words(lengths.map(han), 30), numeral: '十', voice: han(4), strip: { text: han(length) } };
        const name = `${form.id}: lines of ${lengths.join(' and ')}, text of ${length}`;
        await assert.doesNotReject(async () => {
          const picture = await drawCard(socialCard(card), form);
          assert.ok(picture.length <= budgets.card);
          await requireBands(picture, true, name);
        }, name);
      }
    }
  }
});

test('the names of four authors fit above the longest title, and a long name of a site beside the strip', async () => {
  for (const form of sample(forms, 1)) {
    const { han, longest } = trial(form);
    for (const card of longest)
      await requireBands(await drawCard(socialCard({ ...card, voice: han(19), site: han(8) }), form), true, card.title.join('|'));
  }
});

test('a character that the font lacks stops the card, and so does text that leaves its box', async () => {
  for (const form of sample(forms, 1)) {
    const { han, shortest } = trial(form);
    await assert.rejects(drawCard(socialCard({ ...shortest, strip: { text: `${han(20)}𠮷😀` } }), form), /no glyph/);
    await assert.rejects(drawCard(socialCard({ ...shortest, strip: { text: han(400) } }), form), /margins|meets/);
    await assert.rejects(drawCard(longPortrait({ ...shortest, text: han(400) }, han(8)), form), /margins|meets/);
  }
});

test('a build without change draws no card again', { skip: !full && 'whole in test:full' }, async (t) => {
  const folder = join('node_modules', '.cache', 'kept');
  const before = readdirSync(folder);
  const drawn = (): [string, number][] => before.map((name) => [name, statSync(join(folder, name)).mtimeMs]);
  const times = drawn();
  assert.ok(before.length >= pictures.length);
  assert.equal((await buildSite(t)).code, 0);
  assert.deepEqual(drawn(), times);
});
