import { z } from 'astro/zod';
import { parseId } from '../text/ids.ts';
import { pointOf, readEntries } from './ledger.ts';
import { text } from './fields.ts';

const unitId = text.refine((value) => parseId(value), {
  error: ({ input }) => (pointOf(String(input)) ? 'names a point, which needs its last `title:` too' : 'names no unit, source or point'),
});
const pointId = text.refine((value) => pointOf(value), 'names no point: take `title:` out');
const entries = text.refine(readEntries, { error: 'holds what is no id with its digest: leave it to `npm run release`' });

/** `content/ids.yaml`: the published ids of every point with the digests of their words, and where the retired ones went. */
export const idsSchema = z.strictObject({
  published: z.record(z.string().regex(/^p(0|[1-9]\d{0,2})$/, 'is no point: leave it to `npm run release`'), entries),
  retired: z.array(
    z.union(
      [
        z.strictObject({ id: unitId, to: text }),
        z.strictObject({ id: unitId, why: text }),
        z.strictObject({ id: pointId, to: text, title: text }),
        z.strictObject({ id: pointId, why: text, title: text }),
      ],
      'needs an id and either `to:` (where its text went) or `why:` (why it is gone)',
    ),
  ),
});
