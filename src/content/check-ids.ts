import { formatId, kindName, parseId } from '../text/ids.ts';
import type { Judged } from './check.ts';
import { idPlaces, type IdPlace } from './id-places.ts';
import { removedPoints } from './ledger.ts';
import type { Problem } from './files.ts';

const AGAIN = '再執行`npm run ids`';

/** What is wrong with the ids of the text: missing, malformed, doubled, of another point, used again. Only a draft may lack them. */
export function* checkIds(content: Judged): Iterable<Problem> {
  const retired = content.ids?.values.retired ?? [];
  const gone = new Set(retired.map(({ id }) => id));
  const removed = removedPoints(retired);
  const drafts = new Set(content.points.filter(({ values }) => values.draft).map(({ values }) => values.number));
  const seen = new Map<string, IdPlace>();
  const wrong = ({ id, kind, point }: IdPlace): string | undefined => {
    if (id === undefined) return drafts.has(point) ? undefined : `這個${kindName(kind)}還沒有編號，請執行\`npm run ids\``;
    const parsed = parseId(id);
    const twin = seen.get(id);
    if (parsed?.kind !== kind)
      return `${id || '{#}'}不是${kindName(kind)}的編號，請寫成${formatId({ point, kind, number: 1 })}這樣，或刪掉它${AGAIN}`;
    if (parsed.point !== point) return `${id}是第${parsed.point}點的編號，這裡是第${point}點，請刪掉編號${AGAIN}`;
    if (twin) return `${id}在${twin.file.file}第${twin.line}行也有，請刪掉新的那個${AGAIN}`;
    return gone.has(id) && !removed.includes(point) ? `${id}已經停用，不能再用，請刪掉它${AGAIN}` : undefined;
  };
  for (const place of idPlaces(content)) {
    const { id, file, line } = place;
    const text = wrong(place);
    if (text) yield { file: file.file, line, text };
    if (id !== undefined && !seen.has(id)) seen.set(id, place);
  }
}
