/** A month, quarter, half or year as the content writes it: 2026-01, 2026-Q1, 2026-H1, 2026. */
export const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/;

/** A period in Chinese, master form: 2026-01-10 → 2026年1月10日, 2026-Q1 → 2026年第1季, 2026-H1 → 2026年上半年. */
export function chinesePeriod(period: string): string {
  const [year, part, day] = period.split('-');
  if (!part) return `${year}年`;
  if (part.startsWith('Q')) return `${year}年第${part[1]}季`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  return `${year}年${Number(part)}月${day ? `${Number(day)}日` : ''}`;
}

/** The first and the last month of a period by what stands after its year: 04 → 04, 04; Q2 → 04, 06; H2 → 07, 12; nothing → 01, 12. */
function monthsOf(part: string | undefined): [first: string, last: string] {
  if (!part) return ['01', '12'];
  const size = { Q: 3, H: 6 }[part[0]!];
  const last = Number(part[1]) * (size ?? 0);
  const two = (month: number): string => String(month).padStart(2, '0');
  return size ? [two(last - size + 1), two(last)] : [part, part];
}

/** The last day of a period as YYYY-MM-DD; months count as 31 days long, which keeps the order of strings. */
export function lastDay(period: string): string {
  const [year, part, day = '31'] = period.split('-');
  return `${year}-${monthsOf(part)[1]}-${day}`;
}

/** The first day of a period as YYYY-MM-DD. */
export function firstDay(period: string): string {
  const [year, part, day = '01'] = period.split('-');
  return `${year}-${monthsOf(part)[0]}-${day}`;
}

/** The first day of a period and the day after its last one, at midnight UTC, as a calendar counts whole days. */
export function daysIn(period: string): [start: Date, end: Date] {
  const [year = 0, month = 1, day = 1] = lastDay(period).split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [new Date(`${firstDay(period)}T00:00:00Z`), new Date(Date.UTC(year, month - 1, Math.min(day, lastOfMonth) + 1))];
}
