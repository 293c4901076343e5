import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import sharp from 'sharp';
import { colours } from '../../src/cards/colours.ts';
import { iconPng, iconSvg } from '../../src/cards/icon.ts';
import { writerFor } from '../../src/article/writer.ts';
import { pagePath } from '../../src/text/links.ts';
import { forms, type Form } from '../../src/text/forms.ts';
import { articleIn, dictionary, siteName } from '../support/house.ts';
import { dist, pages } from '../support/site.ts';

const read = (form: Form, name: string): Buffer => readFileSync(join(dist, form.path, name));
const nameIn = (form: Form): string => writerFor(form, dictionary).text(siteName);

/** Which pixels of an icon are nearer to paper than to red, and the colour of its corner. */
async function pixelsOf(picture: Buffer, side?: number) {
  const image = sharp(picture).removeAlpha();
  const { data, info } = await (side ? image.resize(side) : image).raw().toBuffer({ resolveWithObject: true });
  const light = Array.from({ length: info.width * info.height }, (_, index) => data[index * 3 + 1]! > 128);
  return { light, corner: `#${data.subarray(0, 3).toString('hex')}`, width: info.width, height: info.height };
}

/** The pictures of an ICO file, as its directory describes them. */
function readIco(file: Buffer): { width: number; height: number; png: Buffer }[] {
  assert.deepEqual([file.readUInt16LE(0), file.readUInt16LE(2)], [0, 1], 'an icon, no cursor');
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const row = file.subarray(6 + 16 * index);
    const [bytes, start] = [row.readUInt32LE(8), row.readUInt32LE(12)];
    assert.ok(start + bytes <= file.length);
    return { width: row[0]!, height: row[1]!, png: file.subarray(start, start + bytes) };
  });
}

test('favicon.ico holds a picture of 16 and one of 32 pixels, each as large as its directory says', async () => {
  for (const form of forms) {
    const pictures = readIco(read(form, 'favicon.ico'));
    assert.deepEqual(
      pictures.map(({ width }) => width),
      [16, 32],
    );
    for (const { width, height, png } of pictures) {
      const found = await sharp(png).metadata();
      assert.deepEqual([found.format, found.width, found.height], ['png', width, height]);
    }
  }
});

test('every icon shows the same sign, light on the red of the site, and no transparent corner', async () => {
  for (const form of forms) {
    const svg = read(form, 'icon.svg');
    const all = [svg, read(form, 'apple-touch-icon.png'), ...readIco(read(form, 'favicon.ico')).map(({ png }) => png)];
    for (const name of ['icon-192.png', 'icon-512.png', 'icon-maskable.png']) all.push(read(form, name));
    for (const picture of all) {
      const { light, corner } = await pixelsOf(picture);
      assert.ok(nearly(corner, colours.red), corner);
      const share = light.filter(Boolean).length / light.length;
      assert.ok(share > 0.02 && share < 0.6, `${share} of an icon is its sign`);
      assert.ok((await sharp(picture).stats()).isOpaque);
    }
    const large = await pixelsOf(svg, 32);
    const small = await pixelsOf(read(form, 'icon-512.png'), 32);
    const other = large.light.filter((value, index) => value !== small.light[index]).length;
    assert.ok(other <= 32 * 32 * 0.03, `${other} pixels differ`);
  }
});

/** A palette may shift a colour by a few steps. */
function nearly(a: string, b: string): boolean {
  const parts = (colour: string): number[] => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return parts(a).every((value, index) => Math.abs(value - parts(b)[index]!) <= 6);
}

test("the sign is the first character of the site's name, as the form writes it", async () => {
  for (const form of forms) {
    const name = nameIn(form);
    const page = pages.find((candidate) => candidate.form === form && candidate.page === '')!;
    assert.ok(page.$('title').text().startsWith(name));
    const named = (text: string) => ({ form, site: { ...articleIn(form).site, name: text } });
    const write = (text: string) => iconSvg(named(text));
    assert.equal(read(form, 'icon.svg').toString(), await write(name));
    assert.equal(read(form, 'icon.svg').toString(), await write([...name][0]!));
    const another = [...'傘國一A'].filter((character) => character !== [...name][0]);
    for (const character of another) {
      assert.notEqual(await write(character), await write(name));
      const { light } = await pixelsOf(await iconPng(named(character), { size: 32 }));
      assert.ok(light.some(Boolean), character);
    }
    await assert.rejects(write('😀'), /no glyph/);
  }
});

test('no icon lets its sign reach its edge, and a maskable one keeps it in the circle that systems cut', async () => {
  for (const form of forms) {
    for (const [name, reach] of [
      ['apple-touch-icon.png', 0.9 * Math.SQRT2],
      ['icon-512.png', 0.9 * Math.SQRT2],
      ['icon-maskable.png', 0.8],
    ] as const) {
      const { light, width } = await pixelsOf(read(form, name));
      light.forEach((value, index) => {
        const [x, y] = [(index % width) + 0.5 - width / 2, Math.floor(index / width) + 0.5 - width / 2];
        if (value) assert.ok(Math.hypot(x, y) <= (width / 2) * reach, `${name} at ${x},${y}`);
      });
    }
  }
});

test('every page names the icons and the manifest of its form, which are there with the size they are said to have', async () => {
  const links = { 'link[rel=icon][sizes="32x32"]': 'favicon.ico', 'link[rel=icon][type="image/svg+xml"]': 'icon.svg' };
  for (const { path, form, $ } of pages) {
    for (const [selector, name] of Object.entries({
      ...links,
      'link[rel=apple-touch-icon]': 'apple-touch-icon.png',
      'link[rel=manifest]': 'manifest.webmanifest',
    })) {
      assert.equal($(selector).length, 1, `${path} ${selector}`);
      assert.equal($(selector).attr('href'), pagePath('/', form, name), path);
      assert.ok(existsSync(join(dist, form.path, name)), path);
    }
    assert.match($('meta[http-equiv="content-security-policy" i]').attr('content') ?? '', /manifest-src 'self'(;|$)/, path);
  }
  for (const form of forms) {
    const { width, height } = await sharp(read(form, 'apple-touch-icon.png')).metadata();
    assert.deepEqual([width, height], [180, 180]);
  }
});

test('the manifest says what a system needs to install the site, in the words of its form', async () => {
  for (const form of forms) {
    const manifest = JSON.parse(read(form, 'manifest.webmanifest').toString());
    assert.equal(manifest.short_name, nameIn(form));
    assert.ok(manifest.name.startsWith(nameIn(form)) && !manifest.name.includes('|'), manifest.name);
    assert.equal(manifest.lang, form.lang);
    assert.equal(manifest.start_url, pagePath('/', form, ''));
    assert.deepEqual([manifest.id, manifest.scope], ['/', '/'], 'one application, in which a reader may switch the form');
    assert.ok(['minimal-ui', 'browser'].includes(manifest.display));
    assert.deepEqual([manifest.background_color, manifest.theme_color], [colours.paper, colours.red]);
    const sizes = [];
    for (const { src, sizes: size, type, purpose } of manifest.icons) {
      const { width, height, format } = await sharp(join(dist, src)).metadata();
      assert.deepEqual([`${width}x${height}`, `image/${format}`], [size, type], src);
      sizes.push(`${purpose} ${size}`);
    }
    assert.deepEqual(sizes.sort(), ['any 192x192', 'any 512x512', 'maskable 512x512']);
  }
});

test('what is drawn has the colours of the pages', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const token = (name: string, dark = false) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.[dark ? 2 : 1];
  assert.deepEqual(colours, { paper: token('paper'), ink: token('ink'), red: token('red'), redOnInk: token('red', true) });
});
