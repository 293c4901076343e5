/** What decides from when readers see a point. */
interface Dated {
  draft: boolean;
  published: string;
}

/** Later than every day. */
const NEVER = '9999-12-31';

/** Today as YYYY-MM-DD, where the command runs. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}

/** The day from which readers see a point: that of its publication; none, while it is a draft. */
export function visibleFrom({ draft, published }: Dated): string {
  return draft ? NEVER : published;
}

/** Why readers do not see a point yet, for a message. */
export function whyHidden({ draft, published }: Dated): string {
  return draft ? '是草稿' : `要到${published}才發布`;
}
