import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** Why tests that mount disks are left out here; nothing where they run. */
export const noMounts = process.platform === 'linux' && process.getuid?.() === 0 ? false : 'only root can mount a disk';
/** A folder on another file system than the temporary folder, where this machine has one. */
export const otherDisk = ['/dev/shm'].find((path) => statSync(path, { throwIfNoEntry: false })?.dev !== statSync(tmpdir()).dev);

/** Mounts an empty disk of a size (`256k`) on a folder of its own until the test ends. */
export function mountDisk(test: Pick<TestContext, 'after'>, size: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shilun-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  test.after(() => {
    execFileSync('umount', [folder]);
    rmdirSync(folder);
  });
  return folder;
}
