import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { portrait, socialCard, type CardWords } from '../../src/cards/design.ts';
import { drawCard } from '../../src/cards/draw.ts';
import { cardFonts } from '../../src/cards/fonts.ts';
import { qrModules, qrSvg } from '../../src/cards/qr.ts';
import { forms } from '../../src/text/forms.ts';
import { budgets } from '../support/budgets.ts';
import { builtFor, dist, full, pages, pointPages, sample } from '../support/site.ts';

const file = (path: string): string => join(dist, path);
const cards = pointPages
  .map(({ path }) => `${path}card.png`)
  .concat(pages.filter(({ page }) => page === '').map(({ path }) => `${path}card.png`));
const portraits = pointPages.map(({ path }) => `${path}portrait.png`);

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

test('the QR code is a plain picture in the page, with a quiet zone of four modules on white', async () => {
  for (const { path, $ } of pointPages) {
    assert.equal($('.share img').attr('src'), `${path}qr.svg`);
    assert.ok($('.share img').attr('alt'));
    const { data, width } = await pixels(file(`${path}qr.png`));
    const module = width / qrModules(new URL(path, builtFor).href);
    const dark = data.findIndex((value, index) => index % 4 === 0 && value < 128) / 4;
    assert.deepEqual([Math.floor(dark / width) / module, (dark % width) / module], [4, 4], path);
  }
});

const words = (title: string[], text: string): CardWords => ({
  site: '十論',
  place: ['投入', '十論之一'],
  numeral: '一',
  title,
  text,
  tone: 0,
});
const HAN = '余紹清張同認為大模型產業已進入收斂期勝負落在應用層騰訊阿里巴巴與字節跳動各有完整生態能力不再單獨決定結果';
const han = (length: number): string => Array.from({ length }, (_, index) => HAN[index % HAN.length]).join('');
const shortest = words([han(8)], han(30));
const longest = [[20], [10, 10], [7, 6, 7], [13, 7], [5, 5, 5, 5], Array.from({ length: 20 }, () => 1)].map((lengths) =>
  words(lengths.map(han), han(90)),
);

test('titles and theses of every allowed length fit their card, in both scripts', async () => {
  const address = `https://${'long-name-of-a-site.'.repeat(2)}example.org/zh-hans/10/`;
  const shown = { address, invitation: han(8), qr: await qrSvg(address), qrSize: qrModules(address) * 5 };
  for (const form of forms) {
    const fonts = await cardFonts(
      { ...form, displayFont: forms[0]!.displayFont },
      `${HAN}一十論之投abcdefghijklmnopqrstuvwxyz-./:0123456789`,
    );
    for (const card of [shortest, ...longest]) {
      for (const drawing of [socialCard(card), portrait({ ...card, ...shown })])
        assert.ok((await drawCard(drawing, fonts)).length <= budgets.card, card.title.join('|'));
    }
  }
});

test('a character that the font lacks stops the card, and so does text that leaves its box', async () => {
  const fonts = await cardFonts(forms[0]!, `${HAN}一十論之投`);
  await assert.rejects(drawCard(socialCard({ ...shortest, text: `${han(30)}𠮷😀` }), fonts), /no glyph/);
  await assert.rejects(drawCard(socialCard({ ...shortest, text: han(400) }), fonts), /margins|meets/);
});

test('drawing a card takes little time', async () => {
  const fonts = await cardFonts(forms[0]!, `${HAN}一十論之投`);
  const times: number[] = [];
  for (let index = 0; index < 12; index += 1) {
    const start = process.cpuUsage();
    await drawCard(socialCard({ ...longest[index % longest.length]!, tone: index }), fonts);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  const middle = times.sort((a, b) => a - b)[6]!;
  assert.ok(middle <= budgets.cardTime, `${middle.toFixed(0)} ms`);
});

test('a build without change draws no card again', { skip: !full && 'whole in test:full' }, () => {
  const folder = join('node_modules', '.cache', 'cards');
  const drawn = (): [string, number][] => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]);
  const before = drawn();
  assert.ok(before.length >= cards.length + portraits.length);
  execFileSync('npx', ['astro', 'build', '--outDir', '.again'], { stdio: 'ignore', env: { ...process.env, SITE_URL: builtFor } });
  rmSync('.again', { recursive: true });
  assert.deepEqual(drawn(), before);
});
