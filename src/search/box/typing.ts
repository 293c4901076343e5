/** A word in letters that nothing parts, as keyboards of phones compose it; steps of Pinyin have spaces, or are in no text. */
const LATIN = /^[\p{Script=Latin}\d][\p{Script=Latin}\d.+-]{2,}$/u;
const RESTS_MS = 500;

/**
 * Tells when something was typed into a field, never while an input method composes; and of a Latin word that rests while it is composed,
 * for Gboard composes those too, and ends none before a space. Answers what tells whether a composition is open.
 */
export function watchTyping(input: HTMLInputElement, typed: () => void, rested: () => void): () => boolean {
  let isComposing = false;
  let resting = 0;
  input.addEventListener('compositionstart', () => (isComposing = true));
  input.addEventListener('compositionupdate', ({ data }) => {
    clearTimeout(resting);
    if (LATIN.test(data)) resting = window.setTimeout(rested, RESTS_MS);
  });
  input.addEventListener('compositionend', () => {
    isComposing = false;
    clearTimeout(resting);
    typed();
  });
  input.addEventListener('input', (event) => {
    if (!isComposing && !(event instanceof InputEvent && event.isComposing)) typed();
  });
  return () => isComposing;
}
