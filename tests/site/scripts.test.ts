import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { load, type CheerioAPI } from 'cheerio';
import { configs } from 'opencc-js/preset';
import { converterBetween } from '../../src/text/convert.ts';
import { wordsBetween } from '../../src/text/dictionary.ts';
import { forms, master, type Form } from '../../src/text/forms.ts';
import { convertAligned } from '../../src/text/opencc.ts';
import type { Part } from '../../src/text/passages.ts';
import { derived, dictionary, withoutHouse } from '../support/house.ts';
import { differences } from '../support/round-trip.ts';
import { dist, pageAt, pages, type BuiltPage } from '../support/site.ts';

const KEPT = '[translate=no], code, kbd, pre, samp, style, script:not([type="application/ld+json"])';
const ATTRIBUTES = ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'label', 'content'];

/**
 * All that a page says to a reader in one form, be it the page's own or that of a part of it, piece by piece: its texts and its
 * attributes.
 */
function sayings({ html }: BuiltPage, { lang }: Form): string[] {
  const $ = load(html);
  $(KEPT).remove();
  return $(`[lang="${lang}"]`)
    .toArray()
    .flatMap((node) => {
      const part = $(node).clone();
      part.find('[lang]').remove();
      const attributes = ATTRIBUTES.flatMap((name) =>
        [
          part,
          ...part
            .find(`[${name}]`)
            .toArray()
            .map((inner) => $(inner)),
        ].map((inner) => inner.attr(name) ?? ''),
      );
      return [part.text(), ...attributes];
    });
}

/** The characters that a form never writes though another does, after OpenCC and the house dictionary. */
function foreignTo(form: Form): Set<string> {
  const source = form.opencc === 'cn' ? 'tw' : 'cn';
  const entries = Object.values(configs).flatMap(({ conversionChain }) =>
    conversionChain.flat().flatMap((list) => String(list).split(/[ |]/)),
  );
  const words = [...new Set(entries)];
  const house = derived
    .map((other) => (form === master ? wordsBetween(other, master, dictionary) : wordsBetween(master, form, dictionary)))
    .flatMap((rows) => rows.map(({ value }) => value));
  const written = new Set([...words.map((word) => convertAligned(word, source, form.opencc).text), ...house].flatMap((text) => [...text]));
  const characters = new Set(words.flatMap((word) => [...word]));
  return new Set([...characters].filter((one) => !written.has(one) && convertAligned(one, source, form.opencc).text !== one));
}

for (const form of forms) {
  const foreign = foreignTo(form);
  const marks = new Set(
    forms.flatMap(({ quotes }) => quotes.flatMap((pair) => [...pair])).filter((mark) => !form.quotes.join().includes(mark) && mark !== '’'),
  );
  const found = (text: string): string[] => [...text].filter((one) => foreign.has(one) || marks.has(one));

  test(`the guard knows what ${form.name} never writes`, () => {
    const never: Record<string, string> = { 'zh-hant': '们发这说', 'zh-hans': '們發這說' };
    for (const one of never[form.id] ?? '') assert.ok(foreign.has(one), one);
    for (const one of '后干里面云余著') assert.ok(!foreign.has(one), one);
  });

  test(`nothing that a page says in ${form.name} has a character or a quotation mark of another script`, () => {
    const faults = pages.flatMap((page) =>
      sayings(page, form).flatMap((text) =>
        found(text).map((one) => `${page.path} ${one} in ${text.slice(Math.max(0, text.indexOf(one) - 6), text.indexOf(one) + 6)}`),
      ),
    );
    assert.deepEqual(faults, []);
  });

  test(`every page in ${form.name}, and every page for lost readers, says something in it`, () => {
    for (const page of pages.filter((other) => other.form === form || other.page === '404.html'))
      assert.match(sayings(page, form).join(''), /\p{Script=Han}{8}/u, page.path);
  });

  test(`no feed or text copy in ${form.name} has a character of another script`, () => {
    const inForm = (file: string): boolean => (forms.find(({ path }) => path && file.startsWith(`${path}/`)) ?? master) === form;
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /(^|\/)(feed\.(xml|json)|llms\.txt|index\.md)$/.test(file) && inForm(file),
    );
    for (const file of files) assert.deepEqual(found(readFileSync(join(dist, file), 'utf8')), [], file);
  });
}

type PageNode = NonNullable<ReturnType<ReturnType<CheerioAPI>['contents']>[number]>;

/** Elements within a line of text: phrases and quotations reach across them. */
const INLINE = 'a b code del em i kbd samp small span strong sup time wbr'.split(' ');

/** The texts of a page, block by block as a reader meets them; the numbers of units and sources apart, what is not converted kept. */
function blocksOf({ $ }: BuiltPage): Part[][] {
  const blocks: Part[][] = [[]];
  const apart = (): void => void blocks.push([]);
  const add = (text: string, kept: boolean): void => void blocks.at(-1)!.push({ text, kept });
  const walk = (node: PageNode): void => {
    if (node.type === 'text') return add(node.data, false);
    if (node.type !== 'tag') return;
    if (node.attribs.lang !== undefined || $(node).is(KEPT) || node.name === 'br' || node.name === 'textarea') return add('', true);
    if ($(node).is('.pn, .ref')) return;
    if (!INLINE.includes(node.name)) apart();
    // What stands there is text to a parser that knows scripts.
    (node.name === 'noscript' ? load($(node).text())('body')[0]! : node).children.forEach(walk);
    if (!INLINE.includes(node.name)) apart();
  };
  walk($('body')[0]!);
  return blocks;
}

for (const form of derived) {
  test(`every page in ${form.name} says the master's words again when it is converted back`, { skip: withoutHouse }, () => {
    const back = converterBetween(form, master, dictionary);
    const faults: string[] = [];
    for (const page of pages.filter((other) => other.form === form)) {
      const original = pageAt(`/${page.page}`);
      const tell = (wanted: string, text: string): void =>
        void faults.push(...differences(wanted, text).map((difference) => `${page.path} ${difference}`));
      const [blocks, wanted] = [blocksOf(page), blocksOf(original)];
      assert.equal(blocks.length, wanted.length, page.path);
      blocks.forEach((block, index) => {
        const whole = wanted[index]!.map(({ text }) => text).join('');
        const runs = [''];
        back.parts(block).forEach((text, part) => (block[part]!.kept ? runs.push('') : runs.push(runs.pop() + text)));
        if (runs.length === 1) tell(whole, runs.join());
        // Where a wording was set by hand, the master may have another.
        else for (const run of runs) if (!whole.includes(run)) tell(whole, run);
      });
      const head = ({ $ }: BuiltPage): string[] => [$('title').text(), $('meta[name=description]').attr('content') ?? ''];
      head(page).forEach((text, index) => tell(head(original)[index]!, back.text(text)));
    }
    assert.deepEqual(faults, []);
  });
}

test('no conversion is sent to the browser: its scripts hold no table of characters', () => {
  for (const file of readdirSync(join(dist, '_astro')).filter((name) => name.endsWith('.js'))) {
    // Search reads numbers in their Han writings.
    const script = readFileSync(join(dist, '_astro', file), 'utf8').replace(
      /[〇零一二兩两三四五六七八九十百千萬万億亿兆年月日號号季度段第成半上下分之]/gu,
      '',
    );
    const han = new Set(script.match(/\p{Script=Han}/gu));
    assert.ok(han.size < 10, `${file} holds ${han.size} Han`);
  }
});
