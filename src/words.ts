import type { SectionKind } from './text/ids.ts';

/** Headings of the sections of a point, as the body of a point writes them. */
export const sectionLabels: Record<SectionKind, string> = {
  thesis: '主張',
  argument: '論證',
  evidence: '證據',
  counter: '反方',
  watch: '觀察',
  sources: '來源',
  relations: '關聯',
};

/** The words of the interface in the master form; the article's room converts them. `{n}` and the like are filled by `fill`. */
export const words = {
  section: sectionLabels,
  /** Whose voice speaks in a section; the authors' names follow theirs. */
  voice: { thesis: '作者主張', argument: '作者主張', evidence: '本站查證', counter: '本站整理', watch: '本站查證' } as Partial<
    Record<SectionKind, string>
  >,
  skip: '跳到正文',
  tools: '工具',
  search: '搜尋',
  script: '字體',
  /** In the words of the form that is offered; its name stands in the table of forms. */
  offer: { read: '改看{name}', dismiss: '不用' },
  theme: { label: '外觀：', system: '跟隨系統', light: '淺色', dark: '深色' },
  place: '{site}之{n}',
  ofAll: '共{n}則',
  nth: '第{n}則',
  minutes: '約{n}分鐘',
  readWhole: '單頁全文',
  top: '回到這一則開頭',
  context: '所在位置',
  contents: '本則目錄',
  neighbours: '前後則',
  previous: '上一則',
  next: '下一則',
  backToMap: '回到{site}目錄',
  start: '從第一則開始',
  pointsAndMinutes: '{n}則，約{minutes}分鐘',
  authorsOf: '論點：{authors}（{platform}，{date}）',
  original: '原文',
  factsUntil: '資料截至{date}',
  linkOf: '第{n}段的連結',
  linkOfTitle: '第{n}則的連結',
  sourceOf: '來源{n}',
  grade: '{grade}級',
  usedIn: '用於',
  backTo: '回到{n}',
  speaksFor: '支持',
  speaksAgainst: '反對',
  relation: { 承接: '承接', 推論: '推論', 牽制: '互相牽制' },
  carriesOn: '承',
  leadsTo: '啟',
  relationTo: '{kind}第{n}則',
  legend: { leads: '承接與推論', pulls: '互相牽制', hint: '點數字可跳到相關論點' },
  moved: '第{n}段的文字移到了',
  gone: '第{n}段已不在文中：{why}',
  permanent: '永久連結：',
  footer: '本站評析{authors}的文章；論點屬原作者，文字為本站撰寫。',
  about: '關於與更正',
  full: '單頁全文',
  onlyThis: '只看這一則',
  map: '看目錄',
  correction: '更正',
  lead: '導言',
  updated: '最後更動：{date}',
  notFound: { title: '找不到這一頁', text: '網址可能少了幾個字，或這一頁從來不存在。', toSearch: '搜尋全站', toMap: '看{site}的目錄' },
  finder: {
    title: '標題',
    close: '關閉',
    results: '搜尋結果',
    found: '找到{n}段，分布於{m}則',
    also: '；也找了：{words}',
    none: '找不到「{query}」',
    advice: '試試較短的詞，或改用同義詞。',
    part: '文中有其中一部分：「{part}」',
    parts: '只含一部分的結果',
    words: '文中有的詞：',
    terms: '人物與詞彙：',
    searching: '正在搜尋……',
    failed: '索引沒有載入，現在無法搜尋。',
    retry: '再試一次',
    recent: '最近搜尋過（只記在這部裝置上）：',
    forget: '清除紀錄',
    keys: [
      { keys: ['↑', '↓'], does: '選擇' },
      { keys: ['Enter'], does: '前往段落' },
      { keys: ['Esc'], does: '清除，再按關閉' },
    ],
    slash: '按/鍵開啟搜尋',
  },
  searchPage: {
    title: '搜尋',
    label: '搜尋論點或證據',
    submit: '搜尋',
    without: '搜尋需要瀏覽器的指令碼。沒有指令碼時，請打開單頁全文，再用瀏覽器的「在頁面中尋找」（Ctrl+F或⌘F）。',
    all: '所有論點',
  },
};

/** The interface words as they stand in one written form. */
export type Words = typeof words;

/** Fills the places `{name}` of a word. */
export function fill(word: string, values: Record<string, string | number>): string {
  return word.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
