import { addressOf } from '../article/site.ts';
import type { Article, Point } from '../article/article.ts';
import { once } from '../article/once.ts';
import { authorsOf, fixedHead } from '../article/voice.ts';
import { chinesePeriod } from '../text/dates.ts';
import { hanNumeral } from '../text/numerals.ts';
import { headingPhrases, nameAndTitle, titleLines } from '../text/phrases.ts';
import { fill } from '../text/fill.ts';
import { portrait, socialCard } from './design.ts';
import { drawCard } from './draw.ts';
import { keep, versionOf } from '../article/keep.ts';
import type { Drawing } from './node.ts';
import { qrModules, qrSvg } from './qr.ts';

/** A picture with the words of a point or of the site: its path with the version of what it shows, size in pixels, its words. */
export interface Card {
  path: string;
  width: number;
  height: number;
  alt: string;
  draw(): Promise<Buffer>;
}

const QR_SIZE = 260;
/** What else a picture depends on. */
const DRAWN_BY = [
  'src/cards/draw.ts',
  'src/article/font-slices.ts',
  'node_modules/@takumi-rs/core/package.json',
  'node_modules/sharp/package.json',
];

/** The card of the home page, and of all pages that are no point's: on its strip stands whose article the site discusses. */
export const siteCard = once((article: Article): Card => {
  const { site, points } = article;
  const title = titleLines(site.title, article.form.lang);
  const strip = basisOf(article);
  const drawing = socialCard({
    site: site.name,
    voice: site.kicker,
    numeral: hanNumeral(points.length),
    title,
    ...(strip && { strip: { text: strip } }),
  });
  const name = [site.name, site.kicker].filter(Boolean).join('，');
  return card(article, 'card.png', drawing, [nameAndTitle({ ...site, name }, '：'), strip, site.description].filter(Boolean).join('。'));
});

/** Whose article this is, or discusses. */
function basisOf({ site, words }: Article): string {
  const { on, authors } = site;
  if (on) return fill(words.authorsOf, { authors: authorsOf(site), platform: on.platform, date: chinesePeriod(on.date) });
  return authors.length ? fill(words.by, { authors: authorsOf(site) }) : '';
}

/** The card that others show beside a link to a point. */
export function pointCard(article: Article, point: Point): Card {
  return cardOf(point, article);
}

const cardOf = once((point: Point, article: Article): Card => {
  const { counter } = point;
  const strip = counter && { label: counter.head.label, text: counter.text };
  const drawing = socialCard({ ...sharedWords(article, point), ...(strip && { strip }) });
  return card(article, `${point.number}/card.png`, drawing, altOf(article, point) + (strip ? `${strip.label}：${strip.text}` : ''));
});

/** The picture of a point to save and pass on, with its QR code. */
export function pointPortrait(article: Article, point: Point): Card {
  return portraitOf(point, article);
}

const portraitOf = once((point: Point, article: Article): Card => {
  const { words, groups } = article;
  const { group, verdict } = point;
  const address = addressOf(article.form, `${point.number}/`);
  const modules = qrModules(address);
  const drawing = portrait({
    ...sharedWords(article, point),
    place: [group.name, placeOf(article, point)].filter(Boolean),
    text: point.summary,
    ...(verdict && {
      verdict: `${fixedHead(article, point, 'verdict').voice || words.section.verdict.label}（${fill(words.asOf, { date: verdict.date.text })}）：${verdict.text}`,
    }),
    tone: groups.findIndex(({ id }) => id === group.id),
    address,
    invitation: words.share.invitation,
    qr: qrSvg(address),
    qrSize: Math.floor(QR_SIZE / modules) * modules,
  });
  return card(article, `${point.number}/portrait.png`, drawing, altOf(article, point));
});

function sharedWords(article: Article, { numeral, title }: Point) {
  return { site: article.site.name, voice: voiceAbove(article), numeral, title: headingPhrases(title.nodes) };
}

/** Whose claim a title is; an author's own needs no more than their name. */
const voiceAbove = ({ site, words }: Article): string =>
  site.on ? fill(words.theyClaim, { authors: authorsOf(site) }) : site.authors.join('、');

const placeOf = ({ site, words }: Article, { numeral }: Point): string => fill(words.place, { site: site.name, n: numeral });

/** For those who do not see the picture: where this is, whose claim, which. */
function altOf(article: Article, point: Point): string {
  const place = [placeOf(article, point), voiceAbove(article)].filter(Boolean).join('，');
  return `${place}：${point.title.text}。${point.summary}`;
}

function card(article: Article, path: string, drawing: Drawing, alt: string): Card {
  const { width, height } = drawing;
  const { displayFont, lang } = article.form;
  const version = versionOf([drawing, lang, displayFont], [...DRAWN_BY, `node_modules/${displayFont}/package.json`]);
  return {
    path: `${path}?v=${version.slice(0, 8)}`,
    width,
    height,
    alt,
    draw: () => keep(version, () => drawCard(drawing, article.form)),
  };
}
