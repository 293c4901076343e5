import { memoryKey } from './memory-key.ts';

/** Script of the head: sets the remembered theme before the first paint, so that no page flashes. Its hash stands in the page's policy. */
export const earlyTheme = (base: string): string =>
  `try{const t=JSON.parse(localStorage[${JSON.stringify(memoryKey(base, 'theme'))}]);if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
