import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { homeCard, portrait, socialCard, type CardWords, type Drawing } from '../../src/cards/design.ts';
import { drawCard } from '../../src/cards/draw.ts';
import { qrModules, qrSvg } from '../../src/cards/qr.ts';
import { converterFor } from '../../src/text/convert.ts';
import { forms, type Form } from '../../src/text/forms.ts';
import { budgets } from '../support/budgets.ts';
import { dictionary } from '../support/house.ts';
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
  const write = converterFor(form, dictionary).text;
  const text = write(HAN);
  const han = (length: number): string => Array.from({ length }, (_, index) => text[index % text.length]).join('');
  const words = (title: string[], length: number): CardWords => ({
    site: write('十論'),
    place: ['投入', write('十論之一')],
    numeral: '一',
    title,
    text: han(length),
    tone: 0,
  });
  const longest = [[20], [10, 10], [7, 6, 7], [13, 7], [5, 5, 5, 5], Array.from({ length: 20 }, () => 1)];
  return { han, words, shortest: words([han(8)], 30), longest: longest.map((lengths) => words(lengths.map(han), 90)) };
}
const HAN = '余紹清張同認為大模型產業已進入收斂期勝負落在應用層騰訊阿里巴巴與字節跳動各有完整生態能力不再單獨決定結果';

/** A portrait of some words with the longest address it may have to show. */
function longPortrait(card: CardWords, invitation: string): Drawing {
  const address = `https://${'long-name-of-a-site.'.repeat(2)}example.org/zh-hans/10/`;
  return portrait({ ...card, address, invitation, qr: qrSvg(address), qrSize: qrModules(address) * 5 });
}

// First, so that it pays for all that only the first picture has to wait for.
test('drawing all the pictures of a site from nothing takes little time for each, the fonts included', async (t) => {
  const times: number[] = [];
  const start = process.cpuUsage();
  for (const form of forms) {
    const { han, longest } = trial(form);
    for (let index = 0; index < pictures.length / forms.length; index += 1) {
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

test('nothing but the numeral reaches into the margin of a card', async () => {
  for (const path of [...sample(cards, 8), ...sample(portraits, 6)]) {
    const { data, width, height } = await pixels(file(path));
    const at = (x: number, y: number): string => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString('hex');
    const ground = at(0, 0);
    const [margin, cut] = path.endsWith('portrait.png') ? [60, [560, 860]] : [48, [900, 355]];
    for (let y = 0; y < height; y += 3) {
      for (let x = 0; x < width; x += 3) {
        const inMargin = x < margin! || y < margin! || x >= width - margin! || y >= height - margin!;
        const inNumeral = x > cut[0]! && y > cut[1]!;
        if (inMargin && !inNumeral) assert.equal(at(x, y), ground, `${path} at ${x},${y}`);
      }
    }
  }
});

test('the QR code of every point leads to its exact address, as PNG, as SVG, at 120 pixels and on the portrait', async () => {
  for (const { path } of pointPages) {
    const address = new URL(path, builtFor).href;
    assert.equal(await decode(file(`${path}qr.png`)), address);
    assert.equal(await decode(file(`${path}qr.png`), 120), address, `${path} at 120 px`);
    assert.equal(await decode(file(`${path}qr.svg`), 240), address, `${path} as SVG`);
    assert.equal(await decode(file(`${path}portrait.png`)), address, `${path} on the portrait`);
  }
});

test('the QR code can be read with 15 % of it lost: it is of error level M', async () => {
  for (const { path } of pointPages) {
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
  for (const form of forms) {
    const { han, shortest, longest } = trial(form);
    for (const card of [shortest, ...longest]) {
      for (const drawing of [socialCard(card), longPortrait(card, han(8))])
        assert.ok((await drawCard(drawing, form)).length <= budgets.card, `${form.id} ${card.title.join('|')}`);
    }
  }
});

test('the card of the home page holds one line or two of up to 15 characters, and 90 of text, in both scripts', async () => {
  for (const form of forms) {
    const { han, words } = trial(form);
    for (const lengths of [[4], [15], [4, 4], [10, 10], [4, 15], [15, 15]]) {
      for (const length of [30, 90]) {
        const card = { ...words(lengths.map(han), length), numeral: '十', place: [han(4)] };
        await assert.doesNotReject(
          async () => {
            assert.ok((await drawCard(homeCard(card), form)).length <= budgets.card);
          },
          `${form.id}: lines of ${lengths.join(' and ')}, text of ${length}`,
        );
      }
    }
  }
});

test('a character that the font lacks stops the card, and so does text that leaves its box', async () => {
  for (const form of forms) {
    const { han, shortest } = trial(form);
    await assert.rejects(drawCard(socialCard({ ...shortest, text: `${han(30)}𠮷😀` }), form), /no glyph/);
    await assert.rejects(drawCard(socialCard({ ...shortest, text: han(400) }), form), /margins|meets/);
  }
});

test('a build without change draws no card again', { skip: !full && 'whole in test:full' }, async (t) => {
  const folder = join('node_modules', '.cache', 'cards');
  const before = readdirSync(folder);
  const drawn = (): [string, number][] => before.map((name) => [name, statSync(join(folder, name)).mtimeMs]);
  const times = drawn();
  assert.ok(before.length >= pictures.length);
  assert.equal((await buildSite(t)).code, 0);
  assert.deepEqual(drawn(), times);
});
