import href from '../styles/late.css?url';
import { inTime, needed } from './in-time.ts';
import { loadLink } from './load-link.ts';

let asked: Promise<unknown> | undefined;

/** Brings the styles of what a reader opens; resolves when they hold, or cannot be had in time, for what is opened works without. */
export const lateStyles = (): Promise<unknown> =>
  (asked ??= inTime(needed(loadLink({ rel: 'stylesheet', href }))).catch(() => (asked = undefined)));
