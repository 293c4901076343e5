import type { Unit } from './unit.ts';

const CHARACTERS_A_MINUTE = 350;

/** Reading time, at least one minute. */
export function minutes(units: readonly Unit[]): number {
  return Math.max(1, Math.round(units.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0) / CHARACTERS_A_MINUTE));
}
