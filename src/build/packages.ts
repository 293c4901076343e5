import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.ts';
import { isAllowed, licencesOf, type Licensed } from './licences.ts';

const nameOf = ({ name, version, licence }: Licensed): string => `  ${name} ${version}: ${licence ?? 'says no licence'}`;

// `npm run packages`: the licences of all packages, then what the registry knows of faults in them. Ends with 1 on either.
await command(() => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const licensed = licencesOf(packages, ownLicence);
  const groups = Map.groupBy(licensed, ({ licence }) => licence ?? 'none told');
  for (const [licence, { length }] of [...groups].sort(([, a], [, b]) => b.length - a.length))
    console.log(`${String(length).padStart(5)}  ${licence}`);
  const faults = licensed.filter(({ licence }) => !isAllowed(licence));
  if (faults.length) throw new Error(`Not allowed by src/build/licences.ts:\n${faults.map(nameOf).join('\n')}`);
  console.log(`${licensed.length} packages, every licence allowed.`);
  askForFaults();
});

/** The licence in a package's own file, where older ones keep a list. */
function ownLicence(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  return license ?? licenses?.map(({ type }: { type: string }) => type).join(' OR ');
}

/** Throws where a known fault is grave; says where the registry cannot be asked. */
function askForFaults(): void {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const counts = JSON.parse(stdout || '{}').metadata?.vulnerabilities;
  if (!counts) return console.warn('The registry could not be asked for known faults: run npm audit where it can.');
  console.log(`Known faults: ${['critical', 'high', 'moderate', 'low'].map((grade) => `${counts[grade]} ${grade}`).join(', ')}.`);
  if (counts.critical + counts.high) throw new Error('npm audit names them.');
}
