import { addressOf } from '../article/site.ts';
import type { Article, Point } from '../article/article.ts';
import { hanNumeral } from '../text/numerals.ts';
import { headingPhrases } from '../text/phrases.ts';
import { fill } from '../text/fill.ts';
import { homeCard, portrait, socialCard, type CardWords, type Drawing } from './design.ts';
import { drawCard } from './draw.ts';
import { keep, versionOf } from './keep.ts';
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

/** The card of the home page, and of all pages that are no point's. */
export function siteCard(article: Article): Card {
  const { site, points } = article;
  const words = {
    site: site.name,
    place: [site.kicker],
    numeral: hanNumeral(points.length),
    title: site.title.split('|'),
    text: site.description,
    tone: 0,
  };
  return card(article, 'card.png', homeCard(words), words);
}

/** The card that others show beside a link to a point. */
export function pointCard(article: Article, point: Point): Card {
  const words = pointWords(article, point);
  return card(article, `${point.number}/card.png`, socialCard(words), words);
}

/** The picture of a point to save and pass on, with its QR code. */
export function pointPortrait(article: Article, point: Point): Card {
  const words = pointWords(article, point);
  const address = addressOf(article.form, `${point.number}/`);
  const modules = qrModules(address);
  const qrSize = Math.floor(QR_SIZE / modules) * modules;
  const drawing = portrait({ ...words, address, invitation: article.words.share.invitation, qr: qrSvg(address), qrSize });
  return card(article, `${point.number}/portrait.png`, drawing, words);
}

function pointWords({ site, words, groups }: Article, point: Point): CardWords {
  return {
    site: site.name,
    place: [point.group.name, fill(words.place, { site: site.name, n: point.numeral })],
    numeral: point.numeral,
    title: headingPhrases(point.title.nodes),
    text: point.thesis.text,
    tone: groups.findIndex(({ id }) => id === point.group.id),
  };
}

function card(article: Article, path: string, drawing: Drawing, { place, title, text }: CardWords): Card {
  const { width, height } = drawing;
  const { displayFont, lang } = article.form;
  const version = versionOf([drawing, lang, displayFont], [...DRAWN_BY, `node_modules/${displayFont}/package.json`]);
  return {
    path: `${path}?v=${version.slice(0, 8)}`,
    width,
    height,
    alt: `${place.at(-1)}：${title.join('')}。${text}`,
    draw: () => keep(version, () => drawCard(drawing, article.form)),
  };
}
