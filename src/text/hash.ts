import { createHash } from 'node:crypto';

/** The hash by which a page's policy allows an inline script or style (CSP 3, 2.3.1). */
export const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}` as const;
