import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The build writes void elements, attributes and quotes its own way, all of it valid HTML.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'attr-quotes': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    // A title in Chinese says in 30 characters what takes 70 in English; the longest is bounded by the schema.
    'long-title': 'off',
    // Styles are inlined under hashes of the page's policy; scripts too.
    'require-csp-nonce': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
    'no-inline-style': 'error',
    // Lists without bullets lose their role in Safari unless it is said.
    'no-redundant-role': 'off',
  },
});

/** What is wrong with the markup of a page, as `/5/:3:12 rule message`. */
export async function markupFaults({ path, html }: { path: string; html: string }): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId} ${message}`),
  );
}
