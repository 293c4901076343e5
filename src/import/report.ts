import { kinds, type Kind } from './pieces.ts';
import type { Imported } from './article.ts';
import type { FilesByName } from './files.ts';
import { lengthOf } from './account.ts';
import { parseContentFile } from '../content/files.ts';
import { standIns } from './files.ts';
import type { Change } from './improve.ts';

/** Around a change, in characters of the text in which it was made. */
const CONTEXT = 8;

/** What an editor is told of an import. */
export interface Report {
  /** The whole, as Markdown. */
  text: string;
  /** What was found, in a few lines. */
  summary: string;
}

/** Writes the report of an import: what was found, what was changed and where, what is left to the editor, and the account. */
export function reportOf(article: Imported, files: FilesByName, origin: { name: string; encoding: string }): Report {
  const { points, lead, improved } = article;
  const paragraphs = points.flatMap(({ body }) => body.filter(({ isHeading }) => !isHeading));
  const open = openQuestions(article, files);
  const changes = improved.flatMap(({ changes }) => changes);
  const facts = [
    `論點：${points.length}則；段落：${paragraphs.length}段；導言：${lead.length}段；字元：${article.account.output}個`,
    `標題：${article.title ?? '沒有找到'}；作者：${article.authors.join('、') || '沒有找到'}；日期：${article.date ?? '沒有找到'}`,
    `原文：${origin.name}（${origin.encoding.toUpperCase()}，${article.source.name}）；寫成${article.master.name}`,
  ];
  const summary = [...facts, `更動：${changes.length}處；待確認：${open.length}件`];
  const text = [
    '# 匯入報告',
    list(summary),
    '## 待編輯確認',
    list(open) || '沒有。',
    '## 論點',
    list(
      points.map(
        ({ number, title, body }) => `${number}　${title}（${body.length}段，${lengthOf(body.map(({ text }) => text).join(''))}字元）`,
      ),
    ),
    '## 更動',
    changesIn(changes) || '沒有。',
    '## 不放進網站的文字',
    apartIn(article) || '沒有。',
    '## 收支',
    accountIn(article),
  ].join('\n\n');
  return { text: `${text}\n`, summary: [...summary, ...open.map((doubt) => `  · ${doubt}`)].join('\n') };
}

const list = (rows: readonly string[]): string => rows.map((row) => `- ${row}`).join('\n');
const shown = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (unit) => `U+${unit.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`);

function openQuestions(article: Imported, files: FilesByName): string[] {
  const { title, rights } = article;
  const instead = standIns(article);
  const unread = Object.entries(files).flatMap(([name, text]) => parseContentFile(name, name, text).problems);
  return [
    ...(title ? [] : [`標題：原文沒有，也沒有--title，site.yaml裡寫的是「${instead.title}」，請補`]),
    ...(rights === undefined ? [`授權：沒有--rights，site.yaml裡寫的是「${instead.rights}」，請確認`] : []),
    ...article.doubts.map(({ line, text }) => `${line ? `原文第${line}行：` : ''}${shown(text)}`),
    ...unread.map(({ file, line, text }) => `${file}:${line}：${text}`),
  ];
}

function changesIn(changes: readonly Change[]): string {
  const groups = Map.groupBy(changes, ({ why }) => why);
  return [...groups].map(([why, rows]) => `### ${why}：${rows.length}處\n\n${list(rows.map(changeIn))}`).join('\n\n');
}

function changeIn({ index, from, to, before }: Change): string {
  const [left, right] = [
    before.slice(Math.max(0, index - CONTEXT), index),
    before.slice(index + from.length, index + from.length + CONTEXT),
  ];
  return shown(`${left}【${from || '∅'} → ${to || '∅'}】${right}`);
}

function apartIn({ apart }: Imported): string {
  const groups = Map.groupBy(apart, ({ kind }) => kind);
  return [...groups].map(([kind, pieces]) => `### ${kinds[kind].label}\n\n${list(pieces.map(({ text }) => shown(text)))}`).join('\n\n');
}

const signs: Record<(typeof kinds)[Kind]['is'], string> = { field: '移到欄位', apart: '不放進網站', mark: '記號', text: '正文' };

function accountIn({ account }: Imported): string {
  const { input, blank, left, corrections, output, rest } = account;
  const rows = [
    ['原文的字元', input],
    ['− 行尾與空白', blank],
    ...left.map(([kind, count]) => [`− ${signs[kinds[kind].is]}：${kinds[kind].label}`, count]),
    ['± 更動增減的字元', corrections],
    ['＝ 標題、導言與論點的字元', output],
    ['對不上的字元', rest],
  ];
  return ['| 項目 | 字元 |', '|---|--:|', ...rows.map(([what, count]) => `| ${what} | ${count} |`)].join('\n');
}
