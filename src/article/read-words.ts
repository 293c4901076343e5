import type { Form } from '../text/forms.ts';
import { words, type Words } from '../words.ts';
import { readDictionary } from './dictionary.ts';
import { writerFor } from './writer.ts';

/** The words of the interface in one written form. */
export async function readWords(form: Form): Promise<Words> {
  return writerFor(form, await readDictionary()).values(words, []);
}
