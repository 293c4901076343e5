import { colours } from './colours.ts';
import { box, line, named, sheet, type CardNode, type CardStyle, type Drawing } from './node.ts';
import { LEADING, fit, lengthOf, rowsOf, setSentence, setTitle, type Setting } from './setting.ts';

/** The words of a card; the title in the phrases between which it may break. */
export interface CardWords {
  site: string;
  /** Whose claim the title is, where that is to be said. */
  voice: string;
  numeral: string;
  title: string[];
  /** What stands on the black strip, if anything. */
  strip?: { label?: string; text: string };
}

/** The words of a portrait: `tone` chooses its colour, `qr` is an SVG shown `qrSize` pixels wide. */
export interface PortraitWords extends Omit<CardWords, 'strip'> {
  place: string[];
  text: string;
  /** The site's own sentence, shown where there is room. */
  verdict?: string;
  tone: number;
  address: string;
  invitation: string;
  qr: string;
  qrSize: number;
}

const { ink, paper, red, redOnInk } = colours;
const TONES = ['#8fb7ff', '#f3c65f', '#9ad7a8', '#f6a78f'];

const CARD = { width: 1200, height: 630, margin: 24 };
const START = 40;
const STRIP = 190;
const NUMERAL = 390;
const SIDE = 56;
const TITLE = CARD.width - START - NUMERAL - SIDE;
const LABEL = 150;
const LABELLED = { width: LABEL, flexShrink: 0, fontWeight: 900, color: redOnInk };
const NAME = 180;
/** Characters of a site's name that its corner holds; a site without a name is called by its title. */
const LONGEST_NAME = 12;
const VOICE = { fontSize: 46, lineHeight: 1.3, marginBottom: 12 };

/**
 * The card that others show beside a link: whose claim it is above the title, what speaks against it below (design spec, second
 * edition, 3). Voice, title and strip can be read where it is shown 300 pixels wide.
 */
export function socialCard({ site, voice, numeral, title, strip }: CardWords): Drawing {
  const height = CARD.height - (strip ? STRIP : 0) - 2 * START - voiceHeight(voice, VOICE, TITLE);
  return sheet(
    CARD,
    { background: paper, color: ink },
    box(
      { flexDirection: 'row', flexGrow: 1, alignItems: 'center', padding: `0 ${SIDE}px 0 ${START}px` },
      box(
        { width: NUMERAL, flexShrink: 0 },
        named('numeral', line({ fontSize: 360 / lengthOf(numeral), fontWeight: 900, lineHeight: 1, color: red }, numeral)),
      ),
      box({ width: TITLE }, ...voiceOf(voice, { ...VOICE, color: red }), titleOf(setTitle(title, { width: TITLE, height, largest: 84 }))),
    ),
    strip ? stripOf(site, strip) : nameOf(site, { position: 'absolute', right: SIDE, bottom: START }),
  );
}

function stripOf(site: string, { label, text }: NonNullable<CardWords['strip']>): CardNode {
  const width = CARD.width - 2 * SIDE - (label ? LABEL : 0) - NAME;
  const set = (...sizes: number[]): Setting | undefined => setSentence(text, { width, sizes });
  const { lines, size: fontSize } = set(50, 46) ?? set(38, 30) ?? { lines: [text], size: 30 };
  return box(
    { flexDirection: 'row', alignItems: 'center', height: STRIP, padding: `0 ${SIDE}px`, background: ink, color: paper },
    ...(label ? [named('label', line({ ...LABELLED, fontSize: fit(label, { 2: 52, 4: 34 }) }, label))] : []),
    named('strip', box({ flexGrow: 1, flexBasis: 0, fontSize, lineHeight: 1.36 }, ...lines.map((part) => line({}, part)))),
    box({ width: NAME, flexShrink: 0, alignItems: 'flex-end' }, nameOf(site)),
  );
}

function nameOf(site: string, style: CardStyle = {}): CardNode {
  const name = lengthOf(site) > LONGEST_NAME ? `${[...site].slice(0, LONGEST_NAME - 1).join('')}…` : site;
  return named('site', line({ ...style, maxWidth: 160, fontSize: fit(name, { 4: 40, 6: 26 }), fontWeight: 900, lineHeight: 1.25 }, name));
}

const titleOf = ({ lines, size }: Setting): CardNode =>
  named(
    'title',
    box({ alignSelf: 'flex-start', fontSize: size, fontWeight: 900, lineHeight: LEADING }, ...lines.map((text) => line({}, text))),
  );

function voiceHeight(voice: string, { fontSize, lineHeight, marginBottom }: typeof VOICE, width: number): number {
  return voice ? rowsOf(voice, fontSize, width) * fontSize * lineHeight + marginBottom : 0;
}

const voiceOf = (voice: string, style: CardStyle): CardNode[] =>
  voice ? [named('voice', line({ ...style, fontWeight: 900 }, voice))] : [];

const PORTRAIT = { width: 1080, height: 1350, margin: 72 };
const INNER = PORTRAIT.width - 2 * PORTRAIT.margin;
const FOOT = { width: 520, gap: 16 };
const ADDRESS = { fontSize: 24, lineHeight: 1.3 };
const PORTRAIT_VOICE = { fontSize: 46, lineHeight: 1.3, marginBottom: 8 };
const VERDICT = { marginTop: 20, fontSize: 32, lineHeight: 1.45 };
/** A title that the verdict would make smaller than this stands without it. */
const TITLE_WITH_VERDICT = 72;

/** The picture of a point to save and pass on. */
export function portrait(card: PortraitWords): Drawing {
  const { site, place, voice, numeral, text, verdict = '', address, invitation, qr, qrSize: size } = card;
  const big = 440 / lengthOf(numeral);
  const body = { marginTop: 36, fontSize: fit(text, { 60: 42, 90: 36 }), lineHeight: 1.6 };
  const heightOf = (words: string, { marginTop, fontSize, lineHeight }: typeof body): number =>
    marginTop + rowsOf(words, fontSize, INNER) * fontSize * lineHeight;
  const foot =
    40 +
    FOOT.gap +
    Math.ceil((lengthOf(address) * ADDRESS.fontSize * 0.6) / FOOT.width) * ADDRESS.fontSize * ADDRESS.lineHeight +
    FOOT.gap +
    size;
  const fixed = 45 + 36 + voiceHeight(voice, PORTRAIT_VOICE, INNER) + heightOf(text, body) + Math.max(foot, big - PORTRAIT.margin) + 24;
  const free = PORTRAIT.height - 2 * PORTRAIT.margin - fixed;
  const set = (height: number): Setting => setTitle(card.title, { width: INNER, height, largest: 104 });
  const beside = verdict ? set(free - heightOf(verdict, VERDICT)) : undefined;
  const both = beside && beside.size >= TITLE_WITH_VERDICT;
  return sheet(
    PORTRAIT,
    { padding: PORTRAIT.margin, background: TONES[card.tone % TONES.length]!, color: ink },
    named('numeral', line({ position: 'absolute', right: -24, bottom: 0, fontSize: big, fontWeight: 900, lineHeight: 1 }, numeral)),
    named(
      'place',
      box(
        { flexDirection: 'row', gap: 36, fontSize: 36, lineHeight: 1.25, marginBottom: 36 },
        ...place.map((part) => line({}, part)),
        line({ marginLeft: 'auto', fontWeight: 900 }, site),
      ),
    ),
    ...voiceOf(voice, PORTRAIT_VOICE),
    titleOf(both ? beside : set(free)),
    named('text', line(body, text)),
    ...(both ? [named('verdict', line({ ...VERDICT, fontWeight: 900 }, verdict))] : []),
    box(
      { gap: FOOT.gap, marginTop: 'auto', width: FOOT.width },
      named('invitation', line({ fontSize: 30, fontWeight: 900, lineHeight: 1.3 }, invitation)),
      named('address', line({ ...ADDRESS, wordBreak: 'break-all' }, address)),
      { type: 'image', style: { width: size, height: size }, src: `data:image/svg+xml;base64,${Buffer.from(qr).toString('base64')}` },
    ),
  );
}
