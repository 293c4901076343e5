import assert from 'node:assert/strict';
import test from 'node:test';
import { indexRecords } from '../../src/search/index/pagefind.ts';

test('an index of the same records has the same files, byte for byte', async () => {
  const records = ['zh-hant', 'zh-hans'].flatMap((language) =>
    Array.from({ length: 12 }, (_, index) => ({
      language,
      url: `/${language}/${index}/`,
      units: [['算', '力', String(index)]],
      answer: JSON.stringify([index]),
    })),
  );
  const first = await indexRecords(records);
  assert.ok(first.files.has('pagefind.js') && first.fragments.size === records.length);
  for (let again = 0; again < 3; again += 1) assert.deepEqual(await indexRecords(records), first);
});
