import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Beside the packages, so that `npm ci` clears it away. */
const FOLDER = join('node_modules', '.cache', 'audit');

/**
 * Tools that only an audit needs, so that nobody else has to install them: fetched by npm when the audit runs and kept until the next
 * `npm ci`, in a folder of their own beside the lockfile's packages.
 * @param name of the audit and its folder
 * @param packages the exact version of each package
 * @returns what imports one of the packages
 * @throws where npm cannot fetch them, with what to do
 */
export function auditTools(name: string, packages: Record<string, string>): (packageName: string) => Promise<any> {
  const folder = join(process.cwd(), FOLDER, name);
  const installed = ([packageName, version]: [string, string]): boolean => {
    const file = join(folder, 'node_modules', packageName, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  };
  const wanted = Object.entries(packages);
  if (!wanted.every(installed)) {
    const list = wanted.map(([packageName, version]) => `${packageName}@${version}`);
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--no-audit', '--no-fund', ...list], {
        stdio: 'pipe',
        timeout: 300_000,
      });
    } catch (error) {
      const reason = /npm error code (.*)/.exec(String((error as { stderr?: Buffer }).stderr))?.[1] ?? (error as Error).message;
      throw new Error(`The audit ${name} needs ${list.join(' and ')}, and npm could not fetch them (${reason}): run it where npm can.`);
    }
  }
  const { resolve } = createRequire(join(folder, 'index.js'));
  return (packageName) => import(pathToFileURL(resolve(packageName)).href);
}
