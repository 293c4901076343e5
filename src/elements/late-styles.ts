import href from '../styles/late.css?url';
import { loadLink } from './load-link.ts';

let asked: Promise<boolean> | undefined;

/** Brings the styles of what a reader opens, once; resolves when they hold, or when they cannot be had, for what is opened works without. */
export const lateStyles = (): Promise<boolean> => (asked ??= loadLink({ rel: 'stylesheet', href }));
