import { readBody, unitsIn } from '../content/body.ts';
import { readYaml } from '../content/yaml.ts';
import { inline } from '../content/yaml-list.ts';
import { formatId } from '../text/ids.ts';
import { text, textOf, type Inline } from '../text/inline.ts';
import { toMarkdown } from '../text/markdown.ts';
import type { Imported, ImportedPoint } from './article.ts';
import { formOf } from './characters.ts';

/** The files of a collection: their paths in its folder, and their texts. */
export type FilesByName = Record<string, string>;

/** What is written where the text has nothing and the site needs something; by script. */
const WORDS = {
  'zh-Hant': { title: '（請補標題）', body: '（請補內文）', rights: '版權屬作者所有，轉載須先得作者同意。' },
  'zh-Hans': { title: '（请补标题）', body: '（请补内文）', rights: '版权属作者所有，转载须先得作者同意。' },
};

/** The words that stand in for what is missing. */
export function standIns({ master }: Pick<Imported, 'master'>): (typeof WORDS)['zh-Hant'] {
  return WORDS[master.lang as keyof typeof WORDS] ?? WORDS['zh-Hant'];
}

/** The name of the file of a point. */
export const fileOfPoint = (number: number): string => `points/${String(number).padStart(2, '0')}.md`;

/** Writes an article as a content collection: every paragraph with its id, nothing that the text does not have. */
export function filesOf(article: Imported): FilesByName {
  const { points, lead } = article;
  const isOdd = points.some(({ number }, index) => number !== index + 1);
  return {
    'site.yaml': siteFile(article),
    'ids.yaml': '# 發布過的id，由npm run release寫入；刪去或搬走的段落記在retired，兩者都不要手改。\npublished: {}\nretired: []\n',
    ...(lead.length && {
      'lead.md': `---\n---\n\n${units(
        0,
        lead.map((paragraph) => ({ text: paragraph, isHeading: false })),
      )}`,
    }),
    ...Object.fromEntries(points.map((point) => [fileOfPoint(point.number), pointFile(point, isOdd, standIns(article).body)])),
  };
}

function siteFile(article: Imported): string {
  const { title, authors, date, rights, master } = article;
  const { title: noTitle, rights: cautious } = standIns(article);
  return [
    ...field('title', title || noTitle),
    ...(authors.length ? [`authors: ${inline(authors)}`] : []),
    ...field('published', date),
    ...field('rights', rights ?? cautious),
    ...(master === formOf('zh-Hant') ? [] : field('master', master.id)),
    '',
  ].join('\n');
}

function pointFile({ number, title, body }: ImportedPoint, isOdd: boolean, noBody: string): string {
  const front = [...(isOdd ? [`number: ${number}`] : []), ...field('title', title)].join('\n');
  const hasText = body.some(({ isHeading }) => !isHeading);
  return `---\n${front}\n---\n\n${units(number, hasText ? body : [...body, { text: noBody, isHeading: false }])}`;
}

/** One field of YAML; in quotes where our reader would take it for something else. */
function field(name: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  const plain = `${name}: ${inline(value)}`;
  const { values, problems } = readYaml(plain);
  const isRead = !problems.length && (values as Record<string, unknown> | undefined)?.[name] === value;
  return [isRead ? plain : `${name}: ${JSON.stringify(value)}`];
}

/** Paragraphs with the ids that \`npm run ids\` would give, and headings. */
function units(point: number, body: ImportedPoint['body']): string {
  let count = 0;
  const blocks = body.map(({ text: written, isHeading }) => {
    if (isHeading) return `## ${toMarkdown([text(written)], String)}\n`;
    count += 1;
    return `${markdownOf(written)} {#${formatId({ point, kind: 'paragraph', number: count })}}\n`;
  });
  return blocks.join('\n');
}

/** What is Markdown in a pasted text: strong words, links, addresses. All else is text, whatever signs it holds. */
const MARKS = /(\*\*[^*]+\*\*|\[[^[\]]+\]\(https?:\/\/[^\s()]+\)|https?:\/\/[\w\-./~:?#@!$&+=%]*[\w/=])/;
const LINK = /^\[(.*)\]\((.*)\)$/;

function markdownOf(written: string): string {
  const nodes = written.split(MARKS).flatMap((part, index): Inline[] => {
    if (!part) return [];
    if (index % 2 === 0) return [text(part)];
    const [, words = part, url = part] = LINK.exec(part) ?? [];
    return part.startsWith('**')
      ? [{ type: 'strong', children: [text(part.slice(2, -2))] }]
      : [{ type: 'link', url, children: [text(words)] }];
  });
  const marked = toMarkdown(nodes, String);
  return isReadAs(marked, textOf(nodes)) ? marked : toMarkdown([text(written)], String);
}

function isReadAs(marked: string, words: string): boolean {
  const { sections, problems } = readBody(`${marked} {#p1-1}\n`);
  const units = unitsIn(sections);
  return !problems.length && units.length === 1 && textOf(units[0]!.content) === words;
}
