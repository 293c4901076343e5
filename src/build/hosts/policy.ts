/** No other site may show this one inside its own; a page cannot say so itself (CSP 3, 6.4.2). */
export const NO_FRAMES = "frame-ancestors 'none'";

/** What changes with the words or styles of a page. */
const CHANGING = /^(default|script|style)-src /;

/** The policy that a built page carries; throws where it has none. */
export function policyOf(html: string, page: string): string {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1];
  if (!policy) throw new Error(`${page} has no Content-Security-Policy.`);
  return policy;
}

/** One policy that allows what any of these does, for a host that sends the same header with every page, and forbids frames. */
export function unionPolicy(policies: readonly string[]): string {
  const union = new Map<string, Set<string>>();
  for (const directive of policies.flatMap(directivesOf)) {
    const [name = '', ...values] = directive.split(/\s+/);
    union.set(name, (union.get(name) ?? new Set()).union(new Set(values)));
  }
  return [...[...union].map(([name, values]) => [name, ...values].join(' ')), NO_FRAMES].join('; ');
}

/**
 * What of a policy holds for every build. A server that reads its settings once (nginx, Caddy) sends this: with hashes in them it would
 * forbid the styles of the next build until it was told to read them again. Each page carries the rest.
 */
export function firmPolicy(policy: string): string {
  return directivesOf(policy)
    .filter((directive) => !CHANGING.test(directive))
    .join('; ');
}

const directivesOf = (policy: string): string[] =>
  policy
    .split(';')
    .map((directive) => directive.trim())
    .filter(Boolean);
