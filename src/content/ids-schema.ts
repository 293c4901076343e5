import { z } from 'astro/zod';
import { parseId } from '../text/ids.ts';
import { pointOf, readEntries } from './ledger.ts';
import { text } from './fields.ts';

const unitId = text.refine((value) => parseId(value), {
  error: ({ input }) => (pointOf(String(input)) ? '是一點，請再用`title:`寫它最後的標題' : '不是段落、來源或一點的編號'),
});
const pointId = text.refine((value) => pointOf(value), '不是一點，請拿掉`title:`');
const entries = text.refine(readEntries, { error: '有一項不是編號加摘要碼，請別手改，交給`npm run release`' });

/** `content/ids.yaml`: the published ids of every point with the digests of their words, and where the retired ones went. */
export const idsSchema = z.strictObject({
  published: z.record(z.string().regex(/^p(0|[1-9]\d{0,2})$/, '不是一點，請別手改，交給`npm run release`'), entries),
  retired: z.array(
    z.union(
      [
        z.strictObject({ id: unitId, to: text }),
        z.strictObject({ id: unitId, why: text }),
        z.strictObject({ id: pointId, to: text, title: text }),
        z.strictObject({ id: pointId, why: text, title: text }),
      ],
      '請寫id，再加`to:`（文字去了哪裡）或`why:`（為什麼拿掉）',
    ),
  ),
});
