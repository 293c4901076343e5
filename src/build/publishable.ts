import { listOf } from '../content/check.ts';
import type { Reading } from '../content/read.ts';

/** A domain that is reserved for examples (RFC 2606): whoever writes there gets no answer. */
const NOBODY = /[\w.+-]+@[\w.-]+\.(?:example|invalid|test)\b/g;

/**
 * Throws one error that lists what no site may be published with, though it may be looked at on this machine: text without ids, and every
 * address in the content which nobody can have.
 */
export function requirePublishable({ site, about, lead, points, isNew }: Reading, address: URL): void {
  if (address.hostname === 'localhost') return;
  if (isNew) throw new Error('段落都還沒有編號，連結不能長久：請先執行`npm run ids`，再建置一次。');
  const problems = [site, about, lead, ...points].flatMap((checked) => {
    const { file = '', text = '' } = checked?.file ?? {};
    return text.split('\n').flatMap((row, index) =>
      [...row.matchAll(NOBODY)].map(([found]) => ({
        file,
        line: index + 1,
        text: `${found}不是任何人的地址，請寫收得到信的，或拿掉`,
      })),
    );
  });
  if (problems.length) throw new Error(listOf(problems));
}
