import assert from 'node:assert/strict';
import test from 'node:test';
import { Blob, Buffer as Line, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { slicesFor } from '../../src/article/font-slices.ts';
import { joinFonts } from '../../src/article/join-fonts.ts';
import { forms } from '../../src/text/forms.ts';

const FEATURES = ['halt', 'kern', 'vert'];
const MARKS = '，。、：；！？「」『』（）《》〈〉“”‘’…—·％';
const TEXT = `余紹清张同AI與Tokens、AVTy,. 2026年49.2%一二三四五六七八九十〇${MARKS}`;

/** The slices of a form's font that set the text, in one weight, and what is made of them. */
async function joined({ displayFont }: (typeof forms)[number]) {
  const { slices } = await slicesFor(displayFont, TEXT);
  const parts = await Promise.all(
    slices.map(async ({ bytes, characters }) => ({
      characters,
      font: await subsetFont(bytes, characters.join(''), { targetFormat: 'sfnt', variationAxes: { wght: 900 }, keepFeatures: FEATURES }),
    })),
  );
  const characters = parts.flatMap((part) => part.characters);
  return {
    parts,
    characters,
    font: await subsetFont(joinFonts(parts), characters.join(''), { targetFormat: 'sfnt', keepFeatures: FEATURES }),
  };
}

/** How HarfBuzz sets a line from left to right, or down: outline, advance and shift of each character. */
function set(bytes: Uint8Array, line: string, { down = false, features = [] as string[] } = {}) {
  const font = new Font(new Face(new Blob(bytes)));
  const buffer = new Line();
  buffer.addText(line);
  buffer.setScript('Hani');
  buffer.setDirection(down ? Direction.TTB : Direction.LTR);
  buffer.guessSegmentProperties();
  shape(
    font,
    buffer,
    features.map((feature) => Feature.fromString(feature)!),
  );
  return buffer
    .getGlyphInfosAndPositions()
    .map(({ codepoint, xAdvance, yAdvance, xOffset, yOffset }) => [font.glyphToPath(codepoint), xAdvance, yAdvance, xOffset, yOffset]);
}

for (const form of forms) {
  test(`a character of ${form.name} is the same in the joined font as in its slice, at full and at half width, across and down`, async () => {
    const { parts, characters, font } = await joined(form);
    assert.ok(parts.length > 5 && characters.length > 50);
    for (const part of parts) {
      for (const character of part.characters) {
        for (const options of [{}, { features: ['halt'] }, { down: true }])
          assert.deepEqual(set(font, character, options), set(part.font, character, options), `${character} ${JSON.stringify(options)}`);
      }
    }
    const halved = characters.filter((character) => set(font, character, { features: ['halt'] })[0]![1] === 500);
    assert.ok(halved.length > 15, halved.join(''));
    assert.notDeepEqual(set(font, '「', { down: true })[0]![0], set(font, '「')[0]![0]);
  });

  test(`Latin words in ${form.name} keep their kerning`, async () => {
    const { parts, font } = await joined(form);
    const latin = parts.find((part) => part.characters.includes('A'))!;
    for (const word of ['AVTy', 'Tokens', 'AI', '49.2%', 'Ty,A.']) assert.deepEqual(set(font, word), set(latin.font, word), word);
    assert.notDeepEqual(set(font, 'AV'), set(font, 'AV', { features: ['-kern'] }));
  });
}

test('what a font lacks is named, not drawn as a box', async () => {
  const { slices, missing } = await slicesFor(forms[0]!.displayFont, '一𠮷A😀');
  assert.deepEqual(missing, ['😀', '𠮷']);
  assert.deepEqual(slices.flatMap(({ characters }) => characters).sort(), ['A', '一']);
});
