import { lstatSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';

const MARK = /(\d+)@(.+)~\w+/;
/** Where a process of another machine (a container) cannot be asked: no build takes so long. Milliseconds. */
const LONGEST = 24 * 60 * 60 * 1000;
const own = new Set<string>();

/** A name for what this process writes, which no other process has and which tells whose it is. */
export function ownName(): string {
  const name = `${process.pid}@${hostname()}~${Date.now().toString(36)}${own.size}`;
  own.add(name);
  return name;
}

/** Whether the process whose mark a path carries is gone, so that nobody needs what it left. */
export function isLeft(path: string): boolean {
  const [mark, pid, host] = MARK.exec(basename(path)) ?? [];
  if (!mark) return true;
  if (host !== hostname()) return Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LONGEST;
  return Number(pid) === process.pid ? !own.has(mark) : !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
