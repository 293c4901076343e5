import assert from 'node:assert/strict';
import test from 'node:test';
import { textDirective } from '../../src/text/text-directive.ts';

/** What a passage is shared as; where a `#` stands in the text, a page draws the number of a source. */
const share = (marked: string, passage: string, from = 0): string | undefined => {
  const parts = marked.split('#');
  const text = parts.join('');
  const numbers = new Set(parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('').length));
  const start = text.indexOf(passage, from);
  assert.ok(start >= 0, passage);
  const directive = textDirective(text, start, start + passage.length, 'zh-Hant', numbers);
  return directive && decodeURIComponent(directive);
};

test('a clause is named by itself', () => {
  assert.equal(share('甲說了，今天天氣很好，乙沒有聽。', '今天天氣很好'), 'text=今天天氣很好');
});

test('words inside a clause get the rest of the clause as context, for engines cut Chinese words differently', () => {
  assert.equal(share('甲說了，今天天氣很好，乙沒有聽。', '天氣'), 'text=今天-,天氣,-很好');
});

test('a selection that begins inside a word is widened to the whole word', () => {
  assert.equal(share('他們討論人工智慧的發展。', '慧的'), 'text=他們討論人工-,智慧的,-發展');
});

test('marks at the ends are left out', () => {
  assert.equal(share('甲說了，今天天氣很好，乙沒有聽。', '，今天天氣很好，'), 'text=今天天氣很好');
  assert.equal(share('甲說了，今天。', '，'), undefined);
});

test('words that stand earlier in the page get context until only one place fits', () => {
  const text = '今天天氣很好。\n昨天下雨，今天天氣很好，明天也好。';
  assert.equal(share(text, '今天天氣很好', 8), 'text=昨天下雨，-,今天天氣很好');
  assert.equal(share('好，甲。\n好，乙。', '好', 5), 'text=甲。-,好');
  assert.equal(share('甲，好。\n甲，好。', '好', 5), 'text=好。-,甲，好', 'with the rest of its block, if need be');
});

test('words that stand later in the page too get context, lest a link leads there once they have changed', () => {
  const text = '昨天下雨，今天天氣很好，甲說。\n乙說，今天天氣很好。';
  assert.equal(share(text, '今天天氣很好'), 'text=昨天下雨，-,今天天氣很好');
  assert.equal(share('甲乙，丙。\n丁戊。\n甲乙，己。', '甲乙，丙。\n丁戊'), 'text=甲乙，丙,丁戊');
  assert.equal(share('今天天氣很好。\n今天天氣很好。', '今天天氣很好'), 'text=今天天氣很好', 'as long as there is any');
});

test('a passage over several blocks is named by its first and last clause', () => {
  const text = '第一段的開頭，第一段的結尾。\n小標題\n第二段的開頭，第二段的結尾。';
  assert.equal(share(text, '第一段的結尾。\n小標題\n第二段的開頭'), 'text=第一段的結尾,第二段的開頭');
});

test('a long passage is named by its first and last clause', () => {
  const text = `開頭一句，${'這是中間的話，'.repeat(10)}結尾一句。`;
  assert.equal(share(text, text.slice(0, -1)), 'text=開頭一句,結尾一句');
});

test('engines read over the number of a source, which the style sheet draws', () => {
  assert.equal(share('前一句。#後一句很長，還有一句。', '前一句。後一句很長'), 'text=前一句。後一句很長');
  assert.equal(share('同一句。#同一句。', '同一句', 4), 'text=同一句。-,同一句');
});

test('a number of a source and the Latin word or number beside it are one word to Firefox: context keeps them apart', () => {
  assert.equal(share('前一句。#Dify的摘要說。', '摘要'), 'text=的-,摘要,-說');
  assert.equal(share('前一句。#Dify的摘要說。', 'Dify的摘要說'), 'text=前一句。-,Dify的摘要說');
  assert.equal(share('放大；#3月，每日。', '3月，每日'), 'text=放大；-,3月，每日');
  assert.equal(share('前一句。Dify的摘要說。', 'Dify的摘要說'), 'text=Dify的摘要說', 'where there is none nothing is in the way');
  assert.equal(share('前一句用了Token#。後一句。', '前一句用了Token'), 'text=前一句用了Token,-。後一句');
});

test('part of a title that stands in the line above too is shared as the whole title', () => {
  assert.equal(share('甲加乙，可能最現實的路\n八\n甲加乙，可能最現實的路\n導語。', '可能最現實', 13), 'text=八-,甲加乙，可能最現實的路');
});

test('context never reaches over the edge of a block', () => {
  assert.equal(share('甲的投入，乙。\n約27%\nDeepSeek稱。', '甲的投入，乙。\n約27%'), 'text=甲的投入,約27');
});

test('where an end of a passage cannot be told from another place, the block beside it is named too', () => {
  assert.equal(share('甲，丁。\n丙。\n丙。\n戊己。', '甲，丁。\n丙。\n丙'), 'text=甲,戊己');
  assert.equal(share('甲，丁。\n丙。\n丙。', '甲，丁。\n丙。\n丙'), undefined, 'unless there is none');
});

test('hyphens, commas and ampersands do not break the directive; half a character does not throw', () => {
  const directive = textDirective('AGI-Next, R&D 與其他。', 0, 13, 'zh-Hant');
  assert.equal(directive, `text=${encodeURIComponent('AGI-Next, R&D').replaceAll('-', '%2D')}`);
  assert.equal(share('𠮷野家，好吃。', '𠮷野家'), 'text=𠮷野家');
});

/** Finds what a directive names as the specification says, but for the borders of words. */
function find(text: string, directive: string): [number, number] | undefined {
  const [, prefix = '', first = '', last, suffix = ''] = /^text=(?:([^,]*)-,)?([^,]*)(?:,([^,-][^,]*))?(?:,-([^,]*))?$/
    .exec(directive)!
    .map((part) => part && decodeURIComponent(part));
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (!text.slice(0, at).trimEnd().endsWith(prefix) && !text.slice(0, at).endsWith(prefix)) continue;
    const from = at + first.length;
    for (let end = last ? text.indexOf(last, from) : at; end >= 0; end = last ? text.indexOf(last, end + 1) : -1) {
      const to = end + (last ?? first).length;
      if (text.slice(to).trimStart().startsWith(suffix) || text.slice(to).startsWith(suffix)) return [at, to];
    }
  }
  return undefined;
}

test('every passage of a text full of repetitions is found where it stands, or has no directive', () => {
  const text = '甲乙丙，丁戊。甲乙丙，己庚。\n甲乙，丙丁。\n辛壬癸子丑寅卯辰巳午未申酉戌亥甲乙丙，丁戊。';
  let named = 0;
  for (let start = 0; start < text.length; start += 1) {
    for (let end = start + 1; end <= Math.min(text.length, start + 20); end += 1) {
      const directive = textDirective(text, start, end, 'zh-Hant');
      if (!directive) continue;
      named += 1;
      const selected = text.slice(start, end);
      const marks = [
        selected.length - selected.replace(/^[，。\n]+/, '').length,
        selected.length - selected.replace(/[，。\n]+$/, '').length,
      ];
      const found = find(text, directive);
      assert.ok(
        found && found[0] <= start + marks[0]! && found[1] >= end - marks[1]!,
        `${start}–${end} ${decodeURIComponent(directive)}: ${found}`,
      );
    }
  }
  assert.ok(named > 400, `${named} were named`);
});

test('nothing is found by what may be a drawn number alone, which Firefox takes for text', () => {
  const text = '這條路當時還走得通。\n回到的，2025年4月有12人。\n其餘不詳。';
  const named = (from: string, to: string): string =>
    decodeURIComponent(textDirective(text, text.indexOf(from), text.indexOf(to) + to.length, 'zh-Hant')!);
  assert.equal(named('當時', '年4'), 'text=這條路-,當時還走得通,年4');
  assert.equal(named('當時', '有12'), 'text=這條路-,當時還走得通,月有12');
  assert.equal(named('4', '4'), 'text=年-,4');
});
