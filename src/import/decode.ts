import chardet from 'chardet';
import { Refusal } from '../content/point-order.ts';
import { isBlank } from './lines.ts';

/** A text, and the encoding in which it was written. */
export interface Decoded {
  text: string;
  encoding: string;
}

/** What a file may begin with that says its encoding (Unicode, 23.8). */
const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** The encodings that are read where nothing says so, by the detector's name for them. GB18030 holds GBK and GB2312. */
const KNOWN = { GB18030: 'gb18030', Big5: 'big5' } as const;
/** What stands in no text: other control characters than tabs and line ends. */
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;
const SAVE = '請在編輯器裡另存成UTF-8再匯入';
/** Characters that make up most of any Chinese text, in either script; none is rare in a wrong reading by accident alone. */
const COMMON =
  /[的一是不了在人有我他這这中大來来上國国個个到說说們们為为子和你地出道也時时年得就那要下以生會会自著着去之過过家學学對对可]/g;
const HAN = /\p{Script=Han}/gu;

/**
 * The text of a file in UTF-8, UTF-16 with its mark, GBK or Big5. Throws a refusal where it is empty, no text, or of an encoding that
 * cannot be told.
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  const decoded = mark ? read(bytes, mark[1]) : (read(bytes, 'utf-8') ?? detect(bytes));
  if (!decoded) throw new Refusal(`這個檔案說是${mark?.[1].toUpperCase()}，裡面卻有讀不出的字：${SAVE}。`);
  if (isBlank(decoded.text) && !BINARY.test(decoded.text)) throw new Refusal('檔案是空的：沒有東西可以匯入。');
  if (BINARY.test(decoded.text)) throw new Refusal('這不是純文字檔（裡面有控制字元）：請匯入純文字。');
  return decoded;
}

function detect(bytes: Uint8Array): Decoded {
  // What is no text is told before its encoding is guessed.
  if (bytes.some((byte) => byte < 32 && BINARY.test(String.fromCharCode(byte))))
    throw new Refusal('這不是純文字檔（裡面有控制字元）：請匯入純文字。');
  const guesses: readonly string[] = chardet.analyse(bytes).map(({ name }) => name);
  const readings = Object.entries(KNOWN).flatMap(([name, encoding]) => {
    const decoded = guesses.includes(name) ? read(bytes, encoding) : undefined;
    return decoded && !/[\uE000-\uF8FF]/.test(decoded.text) ? [{ ...decoded, share: commonShare(decoded.text) }] : [];
  });
  const [best] = readings.sort((a, b) => b.share - a.share);
  if (!best || best.share < LEAST) throw new Refusal(`認不出檔案的編碼（不是UTF-8，也不像GBK或Big5）：${SAVE}。`);
  return { text: best.text, encoding: best.encoding };
}

/** Of Chinese prose one character in four to seven is one of the common ones; of bytes read wrongly, one in fifty. */
const LEAST = 0.06;
const commonShare = (text: string): number => (text.match(COMMON)?.length ?? 0) / Math.max(1, text.match(HAN)?.length ?? 0);

function read(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
