import { forms, master, type Form } from '../../src/text/forms.ts';

/** The written forms other than the master. */
export const derived: readonly Form[] = forms.filter(({ id }) => id !== master.id);
/** The Simplified form. */
export const simplified = forms.find(({ id }) => id === 'zh-hans')!;
