import href from '../styles/late.css?url';

let asked: Promise<void> | undefined;

/** Brings the styles of what a reader opens, once; resolves when they hold, or when they cannot be had, for what is opened works without. */
export function lateStyles(): Promise<void> {
  return (asked ??= new Promise((done) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href, onload: done, onerror: done });
    document.head.append(link);
  }));
}
