import { above } from './clicks.ts';

/** The heading and the thesis of a point as its Markdown copy has them. */
const THESIS = /^## (.+)\n+(.+?) \{#p\d+-0\}$/m;

/** Shows under a relation, while a mouse or the focus rests on it, what its point says; fetched when first asked for. Escape hides it. */
async function preview(row: HTMLElement): Promise<void> {
  const link = row.querySelector('a');
  if (!link?.pathname.endsWith('/') || link.hash || row.dataset.asked) return;
  row.dataset.asked = 'true';
  const text = await fetch(`${link.pathname}index.md`)
    .then((answer) => answer.text())
    .catch(() => '');
  const [, voice = '', thesis] = THESIS.exec(text) ?? [];
  if (!thesis) return;
  const note = Object.assign(document.createElement('div'), { className: 'preview' });
  note.append(
    Object.assign(document.createElement('small'), { textContent: voice }),
    Object.assign(document.createElement('p'), { textContent: thesis.replace(/\\(\W)/g, '$1') }),
  );
  row.append(note);
}

for (const type of ['mouseover', 'focusin'])
  document.addEventListener(type, (event) => {
    const row = above(event, '.relations li');
    if (row) void preview(row);
  });
document.addEventListener('keydown', ({ key }) => {
  for (const note of document.querySelectorAll<HTMLElement>('.preview')) note.hidden = key === 'Escape';
});
document.addEventListener('mouseout', (event) => {
  const row = above(event, '.relations li');
  const note = row?.querySelector<HTMLElement>('.preview');
  if (note && !(event.relatedTarget instanceof Node && row?.contains(event.relatedTarget))) note.hidden = false;
});
