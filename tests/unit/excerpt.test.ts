import assert from 'node:assert/strict';
import test from 'node:test';
import { excerpt } from '../../src/search/box/excerpt.ts';
import { pick, seeded } from '../support/random.ts';

const shown = (text: string, marks: [number, number][]): string =>
  excerpt(text, marks)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');

test('a short text is shown whole, with every match marked', () => {
  assert.equal(
    shown('甲乙丙乙', [
      [1, 2],
      [3, 4],
    ]),
    '甲[乙]丙[乙]',
  );
});

test('a long text is shown from the pause before its first match', () => {
  const text = `${'甲'.repeat(40)}，乙丙丁${'戊'.repeat(80)}`;
  assert.equal(shown(text, [[42, 43]]), `……乙[丙]丁${'戊'.repeat(61)}……`);
});

test('an excerpt holds its first match, is part of its text, and cuts no character', () => {
  const random = seeded(5);
  for (let round = 0; round < 500; round += 1) {
    const characters = Array.from({ length: 1 + Math.floor(random() * 150) }, () => pick([...'甲乙，。𠀀a '], random));
    const text = characters.join('');
    const places = characters.map((_, index) => characters.slice(0, index).join('').length);
    const start = pick(places, random);
    const end = pick([...places.filter((place) => place > start), text.length], random);
    const pieces = excerpt(text, [[start, end]]);
    assert.equal(pieces.find(({ marked }) => marked)?.text, text.slice(start, end));
    assert.ok(
      text.includes(
        pieces
          .map(({ text }) => text)
          .join('')
          .replaceAll('……', ''),
      ),
    );
    assert.ok(pieces.every(({ text }) => text.isWellFormed()));
  }
});

test('an excerpt does not cut a Latin word', () => {
  const text = `${'前'.repeat(21)}junxinzhang.com有${'後'.repeat(4)}算力${'後'.repeat(36)}ai-bloghub.com${'尾'.repeat(20)}`;
  const match = text.indexOf('算力');
  const shown = excerpt(text, [[match, match + 2]])
    .map((piece) => piece.text)
    .join('');
  assert.match(shown, /^……junxinzhang\.com有/);
  assert.match(shown, /ai-bloghub\.com……$/);
});
