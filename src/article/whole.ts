import type { Unit } from './unit.ts';

/**
 * Stops a build whose output lacks a unit or the words of one, in their order: what an editor has written is what readers get.
 * @param where names the output in the message
 * @param written how the output writes a unit: its id and its parts, each to be found as it stands
 */
export function requireWhole(output: string, where: string, units: readonly Unit[], written: (unit: Unit) => string[]): void {
  let at = 0;
  for (const unit of units) {
    for (const part of written(unit)) {
      const found = output.indexOf(part, at);
      if (found < 0) throw new Error(`${where} lacks “${part}” of ${unit.id}, or has it out of order: nothing was published.`);
      at = found + part.length;
    }
  }
}
