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

/** The last day of a period as YYYY-MM-DD; months count as 31 days long, which keeps the order of strings. */
export function lastDay(period: string): string {
  const [year, part, day] = period.split('-');
  if (!part) return `${year}-12-31`;
  if (part.startsWith('Q')) return `${year}-${String(Number(part[1]) * 3).padStart(2, '0')}-31`;
  if (part.startsWith('H')) return `${year}-${part === 'H1' ? '06' : '12'}-31`;
  return `${year}-${part}-${day ?? '31'}`;
}

/** The first day of a period as YYYY-MM-DD. */
export function firstDay(period: string): string {
  const [year, part, day] = period.split('-');
  if (part?.startsWith('Q')) return `${year}-${String(Number(part[1]) * 3 - 2).padStart(2, '0')}-01`;
  if (part?.startsWith('H')) return `${year}-${part === 'H1' ? '01' : '07'}-01`;
  return `${year}-${part ?? '01'}-${day ?? '01'}`;
}

/** The first day of a period and the day after its last one, at midnight UTC, as a calendar counts whole days. */
export function daysIn(period: string): [start: Date, end: Date] {
  const [year = 0, month = 1, day = 1] = lastDay(period).split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [new Date(`${firstDay(period)}T00:00:00Z`), new Date(Date.UTC(year, month - 1, Math.min(day, lastOfMonth) + 1))];
}
