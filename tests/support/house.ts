import { contentFolder, readContent } from '../../src/content/read.ts';
import type { Dictionary } from '../../src/text/dictionary.ts';
import { forms, master, type Form } from '../../src/text/forms.ts';

/** The content in hand, as it stands. */
export const content = readContent(contentFolder());
/** Its house dictionary. */
export const dictionary = content.dictionary!.values as Dictionary;
/** The written forms other than the master. */
export const derived: readonly Form[] = forms.filter(({ id }) => id !== master.id);
/** The Simplified form. */
export const simplified = forms.find(({ id }) => id === 'zh-hans')!;
