import { recall, remember } from './device-memory.ts';
import { setting } from './parts.ts';

/**
 * Tells on each row of the home page that its point changed since the reader's last visit, by the day of the last change that this
 * device was shown then; all through a visit (a tab), and nothing on the first.
 */
export function tellChanges(): void {
  const list = document.querySelector<HTMLElement>('[data-since]');
  if (!list) return;
  const rows = [...list.querySelectorAll('[data-updated]')];
  const dayOf = (row: Element): string => setting(row, 'data-updated');
  const last = rows.map(dayOf).sort().at(-1);
  const seen = recall('since') ?? recall('seen') ?? last;
  remember('since', seen);
  remember('seen', last);
  for (const row of rows)
    if (seen && dayOf(row) > seen) {
      const mark = Object.assign(document.createElement('small'), { className: 'since', textContent: setting(list, 'data-since') });
      row.querySelector('a')?.append(mark);
    }
}
