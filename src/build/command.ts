import { putBack } from './swap.ts';

/** What a programmer has to mend; every other error is told to the person who ran the command. */
const BUGS = [TypeError, ReferenceError, RangeError, SyntaxError];

/**
 * Runs a command of `package.json`. What it throws is printed as a message, with a stack only where the code is at fault, and ends it with
 * 1.
 */
export async function command(run: () => Promise<void> | void): Promise<void> {
  endWithParent();
  try {
    putBack('dist');
    await run();
  } catch (error) {
    console.error(`\n${said(error)}\n`);
    process.exit(1);
  }
}

/** What an error of this project, of Astro or of Vite has to say: its place, its message, its hint, its cause. */
export function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (BUGS.some((bug) => error instanceof bug)) return error.stack ?? error.message;
  const { loc, hint, cause } = error as Error & { loc?: { file?: string; line?: number }; hint?: string };
  const place = loc?.file ? `${loc.file}:${loc.line ?? 1} ` : '';
  // Rolldown puts the stack of its own language into the message.
  const [message] = error.message.split('\nStack backtrace:');
  return [`${place}${message}`, hint, cause instanceof Error && said(cause)].filter(Boolean).join('\n');
}

/** Ends the process once the one that started it is gone: a signal that stops npm ends its shell, which passes none on. */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(1), 500).unref();
}
