import { contentFolder } from '../../src/content/folder.ts';
import { readContent } from '../../src/content/read.ts';
import type { Dictionary } from '../../src/text/dictionary.ts';

export { derived, simplified } from './forms.ts';

/** The content in hand, as it stands. */
export const content = readContent(contentFolder());
/** Its house dictionary. */
export const dictionary = content.dictionary!.values as Dictionary;
