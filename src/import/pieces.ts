/** What a stretch of the input is; what no piece holds is white space. One more kind is one more row. */
export const kinds = {
  title: { label: '標題', is: 'text' },
  lead: { label: '導言', is: 'text' },
  heading: { label: '論點標題', is: 'text' },
  section: { label: '小標', is: 'text' },
  paragraph: { label: '段落', is: 'text' },
  author: { label: '作者', is: 'field' },
  date: { label: '日期', is: 'field' },
  notice: { label: '聲明', is: 'apart' },
  credit: { label: '來源、編輯等', is: 'apart' },
  caption: { label: '圖說', is: 'apart' },
  unused: { label: '沒有採用的標題', is: 'apart' },
  contents: { label: '目錄', is: 'apart' },
  number: { label: '論點的編號', is: 'mark' },
  label: { label: '署名、日期的標籤', is: 'mark' },
  image: { label: '圖片記號', is: 'mark' },
  rule: { label: '分隔線', is: 'mark' },
  markup: { label: '標題的記號', is: 'mark' },
} as const satisfies Record<string, { label: string; is: 'text' | 'field' | 'apart' | 'mark' }>;

/** A kind of piece. */
export type Kind = keyof typeof kinds;

/** A stretch of the input: where it begins, in UTF-16 units, and its characters as they stand there. */
export interface Piece {
  kind: Kind;
  start: number;
  text: string;
}

/** Something that an editor should look at; the line of the input, where it has one. */
export interface Doubt {
  line?: number;
  text: string;
}

/** Enters a piece; blanks at its ends are left out. Answers it. */
export type Take = (kind: Kind, start: number, text: string) => Piece;
