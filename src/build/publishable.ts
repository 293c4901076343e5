import { listOf } from '../content/check.ts';
import type { Reading } from '../content/read.ts';

/** A domain that is reserved for examples (RFC 2606): whoever writes there gets no answer. */
const NOBODY = /[\w.+-]+@[\w.-]+\.(?:example|invalid|test)\b/g;

/** Throws one error that lists what no site may be published with, though it may be looked at on this machine: text without ids, and every address in the content which nobody can have. */
export function requirePublishable({ site, about, lead, points, isNew }: Reading, address: URL): void {
  if (address.hostname === 'localhost') return;
  if (isNew) throw new Error('No paragraph has an id yet, so that links to it would not last: run `npm run ids`, then build again.');
  const problems = [site, about, lead, ...points].flatMap((checked) => {
    const { file = '', text = '' } = checked?.file ?? {};
    return text.split('\n').flatMap((row, index) =>
      [...row.matchAll(NOBODY)].map(([found]) => ({
        file,
        line: index + 1,
        text: `${found} is nobody's address: write a working one, or take it out`,
      })),
    );
  });
  if (problems.length) throw new Error(listOf(problems));
}
