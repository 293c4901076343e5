import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { writeEdits } from '../../src/content/edits.ts';
import { readContent, type Reading } from '../../src/content/read.ts';
import { releaseIds } from '../../src/content/release.ts';

/** A small invented article in a folder of its own, released: three points, shown in the order 1, 3, 2. */
export interface Tiny {
  folder: string;
  text(file: string): string;
  write(file: string, text: string): void;
  /** Replaces text in a file; throws where it is not there. */
  edit(file: string, from: string | RegExp, to: string): void;
  /** Adds rows to the list of retired ids. */
  retire(...rows: object[]): void;
  reading(): Reading;
  /** What is wrong, as `points/01.md:3 text`. */
  problems(): string[];
  release(): void;
  /** Commits the folder as it stands, to a repository that begins with the first commit. */
  commit(): void;
  git(...args: string[]): void;
}

const POINT = (number: number, title: string, relations: string): string => `---
# A comment of the editor's.
number: ${number}
title: ${title}
gist: 第${number}則歸結成的一句話。
thesis: 石硯主張，借傘站的第${number}件事要先說清楚：誰出錢、誰來管、什麼時候還；說不清楚，傘就只是放在巷口淋雨。
published: 2025-06-01
updated: 2025-06-01
${relations}
sources:
  - { id: p${number}-r1, source: S1 }
  - { id: p${number}-r2, source: S2 }
figures:
  - { id: p${number}-f1, value: "${number}0", unit: 把, label: 第${number}站一天借出的傘, date: 2025-03, source: p${number}-r1, sign: for }
indicators:
  - id: p${number}-w1
    when: 2099-H1
    watch: 第${number}站的傘還剩幾把
    for: 多於第${number}年
    against: 少於第${number}年
---

## 論證

石硯說第${number}站的傘要有人管。 {#p${number}-1}

第${number}站的傘也要有人還。 {#p${number}-2}

## 證據

週報記錄第${number}站一天借出${number}0把。[^1] {#p${number}-3}

## 反方

市政廳認為第${number}站不必有人管。[^2] {#p${number}-4}
`;

const FILES: Record<string, string> = {
  'site.yaml': `# Nobody and nothing here is real.
name: 傘論
title: 霧港借傘|誰來還
deck: 石硯對借傘站的判斷，一頁談一個。
kicker: 雨季之前
description: 石硯對借傘站的判斷，逐點列出主張、證據與反方。
published: 2025-06-01
factsUntil: 2025-Q3
contact: errata@example.org
on: { authors: [石硯], platform: 霧港週報, date: 2025-03-05, articleId: U1, url: https://example.org/u }
groups:
  # The third point stands before the second.
  - { id: stations, name: 借站, gist: 傘站歸誰管, points: [1, 3] }
  - id: makers
    name: 造傘
    gist: 誰出錢
    points:
      - 2 # makers
`,
  'ids.yaml': '# The ledger.\npublished: {}\nretired: []\n',
  'headings.yaml': `- { id: argument, number: 1, heading: 論證, voice: 作者主張, byAuthors: true, required: true }
- { id: evidence, number: 2, heading: 證據, voice: 本站查證, evidence: true, required: true }
- { id: counter, number: 3, heading: 反方, voice: 本站整理, evidence: true, required: true, look: counter }
`,
  'about.md': '---\n---\n\n這一頁說明「傘論」怎麼寫成。\n',
  'lead.md':
    '---\ntitle: 導言\npublished: 2025-06-01\nupdated: 2025-06-01\nsources:\n  - { id: p0-r1, source: S1 }\n---\n\n霧港下雨。[^1] {#p0-1}\n\n石硯寫了幾個判斷。 {#p0-2}\n',
  'sources.yaml': ['S1', 'S2', 'S3']
    .map((id) => `- { id: ${id}, outlet: 霧港週報, kind: report, grade: B, lang: zh-Hant, url: https://example.org/${id} }\n`)
    .join(''),
  'people.yaml': '[]\n',
  'terms.yaml': '[]\n',
  'regions.yaml': 'opencc: []\nours: []\n',
  'dictionary.yaml': 'zh-hans: []\n',
  'points/01.md': POINT(1, '借傘站|究竟歸誰來管', 'relations: []'),
  'points/02.md': POINT(2, '造傘的錢|從何而來', 'relations:\n  - { to: 1, kind: follows, why: 站在先，傘在後。 }'),
  'points/03.md': POINT(
    3,
    '借出的傘|誰來歸還',
    'relations:\n  # Both ways.\n  - { to: 1, kind: follows, why: 先管後還。 }\n  - to: 2\n    kind: pulls\n    why: 還得快，造得少。',
  ),
};

/** Writes the article into a folder that is gone when the test ends. */
export function tinyArticle(test: Pick<TestContext, 'after'>): Tiny {
  const folder = join(mkdtempSync(join(tmpdir(), 'tiny-')), 'content');
  test.after(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
  mkdirSync(join(folder, 'points'), { recursive: true });
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', ...args], {
      cwd: folder,
    });
  const tiny: Tiny = {
    folder,
    text: (file) => readFileSync(join(folder, file), 'utf8'),
    write: (file, text) => writeFileSync(join(folder, file), text),
    edit(file, from, to) {
      const text = tiny.text(file);
      const changed = text.replace(from, () => to);
      if (changed === text) throw new Error(`${file} does not hold ${from}`);
      tiny.write(file, changed);
    },
    retire(...rows) {
      const list = rows.map((row) => `  - ${JSON.stringify(row)}\n`).join('');
      tiny.write('ids.yaml', `${tiny.text('ids.yaml').replace(/^retired: \[\]\n/m, 'retired:\n')}${list}`);
    },
    reading: () => readContent(folder),
    problems: () => tiny.reading().problems.map(({ file, line, text }) => `${file.replace(/^.*?content\//, '')}:${line} ${text}`),
    git,
    release: () => writeEdits(releaseIds(tiny.reading()).edits),
    commit() {
      git('init', '-q');
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', 'State');
    },
  };
  for (const [file, text] of Object.entries(FILES)) tiny.write(file, text);
  tiny.release();
  return tiny;
}
