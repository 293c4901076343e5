import type { Written } from './unit.ts';

/** The same function of a text, which writes each text once: what is shown is compared, word by word, with what should be. */
export function once(write: (written: Written) => string): (written: Written) => string {
  const known = new WeakMap<Written, string>();
  return (written) => {
    const text = known.get(written) ?? write(written);
    known.set(written, text);
    return text;
  };
}
