import { from, to } from 'opencc-js/preset';
import { simplifiedIn } from '../content/simplified.ts';

/** The shapes of the groups in which conversion chooses without sense; nothing else is changed on the word of a dictionary. */
const CONFUSABLE =
  '并后里于周复制范征么干发面台只系松谷斗丑了游余占布凶迹借表卷冲采欲志注托曲术胡须向郁云才升合回汇历尽钟获赞暗签恒峰为着' +
  '准几划板吁御致舍姜咸家伙折卜朴别霉秋千出辟困岩当坛弥团岳蒙症筑种胜涂淀扎朱仆据克累帘梁党尝吊雇挂晒秘荡涌熏叶万厂广价确愿虫虱丰灶咨柜杰脏纤饥恶卤夸苏佣杆腌';
/** Variants and foreign standards, with Taiwan's character. */
const VARIANTS =
  '着著爲為裏裡衆眾麽麼纔才羣群牀床綫線淸清眞真敎教説說閲閱鋭銳産產録錄脱脫悦悅税稅温溫藴蘊醖醞强強户戶卧臥兑兌蜕蛻价價确確厂廠广廣虫蟲愿願柜櫃葱蔥祇只凈淨种種賬帳';
/** Characters of one group that OpenCC does not join: read as if written with the last of them. */
const JOINED = ['覆复', '著着', '瞭了', '藉借', '癥症', '幺么', '幷并', '淨净', '凈净', '蹟迹'];
/** Forms between which Taiwan's writers choose freely, so that no dictionary decides: only a row of known words does. */
const FREE = [
  '臺檯',
  '台檯',
  '錶表',
  '係系',
  '捲卷',
  '麵面',
  '註注',
  '遊游',
  '衝沖',
  '採采',
  '慾欲',
  '儘盡',
  '迴回',
  '佈布',
  '佔占',
  '兇凶',
  '跡蹟',
  '僱雇',
  '祕秘',
  '曬晒',
  '掛挂',
  '摺折',
  '嚐嘗',
  '傢家',
  '夥伙',
  '昇升',
  '癥症',
  '岩巖',
  '盪蕩',
  '滙匯',
  '誌志',
  '藉借',
  '託托',
  '併並',
];

const table = (rows: string): Map<string, string> => new Map(rows.split('|').map((row) => row.split(' ') as [string, string]));
const flat = (groups: readonly (readonly string[])[] | undefined): string => (groups ?? []).flat().join('|');

const simplified = table(flat(to.cn as string[][]));
const traditional = table((from.cn as string[][])[0]!.at(-1)!);
const standard = table((to.tw as string[][])[0]!.at(-1)!);
const variants = new Map([...VARIANTS.matchAll(/../gu)].map(([pair]) => [pair[0]!, pair[1]!]));
const joined = new Map(JOINED.map((pair) => [pair[0]!, pair[1]!]));

/** Applies to each character, and never changes the number of UTF-16 units. */
const each = (text: string, change: (character: string) => string): string =>
  text.replace(/\P{ASCII}/gu, (character) => {
    const changed = change(character);
    return changed.length === character.length ? changed : character;
  });

/** A text in the shapes that Simplified Chinese keeps apart: equal for all writings of a word that conversion may confuse. */
export function shapeOf(text: string): string {
  return each(text, (character) => joined.get(character) ?? simplified.get(character) ?? character);
}

/** A text with Taiwan's standard character for each variant of one (爲 as 為, 裏 as 裡) that OpenCC's dictionaries write. */
export function standardOf(text: string): string {
  return each(text, (character) => standard.get(character) ?? character);
}

/** Taiwan's character for one that is only a variant there. */
export function withoutVariant(character: string): string {
  return variants.get(character) ?? character;
}

/** The Traditional character that a Simplified one most often stands for. */
export function traditionalOf(text: string): string {
  return standardOf(each(text, (character) => traditional.get(character) ?? character));
}

/** Whether writers in Taiwan choose freely between this character and another. */
export function isFree(character: string): boolean {
  return FREE.some((pair) => pair.includes(character));
}

/** Whether a word may decide between two characters: only one that `decides` where writers choose freely, none between 台 and 臺. */
export function isConfusable(one: string, other: string, decides: boolean): boolean {
  const shape = shapeOf(one);
  if (shape !== shapeOf(other) || !isAmbiguous(shape) || (/[台臺]/.test(one) && /[台臺]/.test(other))) return false;
  return decides || !FREE.some((pair) => pair.includes(one) && pair.includes(other));
}

const leftovers = simplifiedIn(CONFUSABLE);
const writings = Map.groupBy([...simplified.keys(), ...[...CONFUSABLE].filter((one) => !leftovers.includes(one))], shapeOf);

/** The Traditional characters that a shape of a confusable group may stand for, in Taiwan's standard; of any other the shape alone. */
export function writingsOf(shape: string): string[] {
  const found = isAmbiguous(shape) ? (writings.get(shape) ?? []) : [];
  return found.length ? [...new Set(found.map((one) => withoutVariant(standardOf(one))))].filter((one) => one.length === 1) : [shape];
}

/** Whether a shape belongs to a confusable group. */
export function isAmbiguous(shape: string): boolean {
  return CONFUSABLE.includes(shape);
}

/** Whether a character of a confusable group is not the one that Simplified has for all of it: seldom what a conversion left. */
export function isMarked(character: string, shape: string): boolean {
  return character !== shape && isAmbiguous(shape);
}
