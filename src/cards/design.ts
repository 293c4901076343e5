/** An element of a card, as Takumi lays it out; one with an `id` may not meet another. */
export type CardNode = { id?: string; style: CardStyle } & (
  { type: 'container'; children: CardNode[] } | { type: 'text'; text: string } | { type: 'image'; src: string }
);
type CardStyle = Record<string, string | number>;

/** A picture before it is drawn: its size and margin in pixels, its elements. */
export interface Drawing {
  width: number;
  height: number;
  margin: number;
  tree: CardNode;
}

/** The words of a card; the title in the phrases between which it may break. `tone` chooses the colour. */
export interface CardWords {
  site: string;
  place: string[];
  numeral: string;
  title: string[];
  text: string;
  tone: number;
}

/** What a portrait shows besides: its address, what to do with it, and its QR code, an SVG shown `qrSize` pixels wide. */
export interface PortraitWords extends CardWords {
  address: string;
  invitation: string;
  qr: string;
  qrSize: number;
}

const INK = '#14161a';
const TONES = ['#8fb7ff', '#f3c65f', '#9ad7a8', '#f6a78f'];
const HOME = { background: '#9c120c', color: '#fbfcfb' };

/** The card that others show beside a link to a point: a flat block, a huge numeral in its corner (design spec, 1). */
export function socialCard(card: CardWords): Drawing {
  return wide(card, { background: TONES[card.tone % TONES.length]!, color: INK }, { lines: 2, sizes: [90, 84, 78, 72, 66] });
}

/** The card of the home page and of every page that is no point's: the site's own colour, its title in lines. */
export function homeCard(card: CardWords): Drawing {
  return wide(card, HOME, { lines: card.title.length, sizes: [92, 84, 78, 70] }, { flexDirection: 'column' });
}

function wide(card: CardWords, colours: CardStyle, lines: Omit<Room, 'width'>, titleStyle?: CardStyle): Drawing {
  return sheet(
    { width: 1200, height: 630, margin: 60 },
    colours,
    huge(card.numeral, 270, { right: 0, bottom: 0 }),
    place(card, 32),
    title(card.title, { width: 1080, ...lines }, 28, titleStyle),
    text(card.text, { marginTop: 'auto', width: 680 }, fit(card.text, { 40: 34, 60: 32, 90: 28 })),
  );
}

/** The picture of a point to save and pass on. */
export function portrait(card: PortraitWords): Drawing {
  const { address, invitation, qr, qrSize: size } = card;
  return sheet(
    { width: 1080, height: 1350, margin: 72 },
    { background: TONES[card.tone % TONES.length]!, color: INK },
    huge(card.numeral, 480, { right: -24, bottom: 0 }),
    place(card, 36),
    title(card.title, { width: 936, lines: 3, sizes: [104, 96, 88, 80, 72] }, 40),
    text(card.text, { marginTop: 44, width: 936 }, fit(card.text, { 60: 44, 90: 38 })),
    box(
      { display: 'flex', flexDirection: 'column', gap: 16, marginTop: 'auto', width: 520 },
      named('invitation', line({ fontSize: 30, fontWeight: 900, lineHeight: 1.3 }, invitation)),
      named('address', line({ fontSize: 24, lineHeight: 1.3, wordBreak: 'break-all' }, address)),
      { type: 'image', style: { width: size, height: size }, src: `data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}` },
    ),
  );
}

/** All that is written in an element. */
export function wordsOf(node: CardNode): string {
  return node.type === 'container' ? node.children.map(wordsOf).join('') : node.type === 'text' ? node.text : '';
}

const box = (style: CardStyle, ...children: CardNode[]): CardNode => ({ type: 'container', style, children });

const line = (style: CardStyle, text: string): CardNode => ({ type: 'text', style, text });

const named = (id: string, node: CardNode): CardNode => ({ ...node, id });

function sheet(size: Omit<Drawing, 'tree'>, colours: CardStyle, ...children: CardNode[]): Drawing {
  const { width, height, margin: padding } = size;
  const style = { position: 'relative', display: 'flex', flexDirection: 'column', boxSizing: 'border-box', overflow: 'hidden', padding };
  return { ...size, tree: box({ ...style, ...colours, width, height, fontFamily: 'Song', fontWeight: 600 }, ...children) };
}

const huge = (numeral: string, size: number, place: CardStyle): CardNode =>
  named('numeral', line({ position: 'absolute', fontSize: size / [...numeral].length, fontWeight: 900, lineHeight: 1, ...place }, numeral));

const place = ({ site, place: parts }: CardWords, fontSize: number): CardNode =>
  named(
    'place',
    box(
      { display: 'flex', gap: fontSize, fontSize, lineHeight: 1.25 },
      ...parts.map((part) => line({}, part)),
      line({ marginLeft: 'auto', fontWeight: 900 }, site),
    ),
  );

function title(parts: string[], room: Room, marginTop: number, more: CardStyle = { flexWrap: 'wrap' }): CardNode {
  const fontSize = fitLines(parts, room);
  const style = { display: 'flex', alignSelf: 'flex-start', maxWidth: room.width, marginTop, fontSize, fontWeight: 900, lineHeight: 1.25 };
  return named('title', box({ ...style, ...more }, ...parts.map((part) => line({ maxWidth: room.width }, part))));
}

const text = (words: string, style: CardStyle, fontSize: number): CardNode =>
  named('text', line({ ...style, fontSize, lineHeight: 1.6 }, words));

/** The size for a text of so many characters: that of the first limit that is enough. */
function fit(words: string, sizes: Record<number, number>): number {
  const limits = Object.entries(sizes);
  return (limits.find(([limit]) => [...words].length <= Number(limit)) ?? limits.at(-1)!)[1];
}

/** Lines of some pixels, and the sizes of type to try in them, largest first. */
interface Room {
  width: number;
  lines: number;
  sizes: number[];
}

/** The first size at which the phrases, unbroken, need no more than the lines there are. */
function fitLines(parts: string[], { width, lines, sizes }: Room): number {
  const lengths = parts.map((part) => [...part].length);
  const needed = (size: number): number => {
    let [count, used] = [1, 0];
    for (const length of lengths) {
      if (used && (used + length) * size > width) [count, used] = [count + 1, 0];
      used += length;
    }
    return count;
  };
  return sizes.find((size) => needed(size) <= lines && Math.max(...lengths) * size <= width) ?? sizes.at(-1)!;
}
