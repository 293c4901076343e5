import { aligned, append, type Aligned } from './aligned.ts';
import { convertWords } from './convert-words.ts';
import { wordsBetween, type Dictionary } from './dictionary.ts';
import { master, type Form } from './forms.ts';
import { convertAligned } from './opencc.ts';
import { readParts, type Part } from './passages.ts';
import { requote } from './quotes.ts';
import { cutAtWords } from './word-edges.ts';

/** Writes text of one form in another. Never throws on text, and drops or adds nothing that no dictionary replaces. */
export interface Converter {
  /** The form it writes. */
  form: Form;
  /** A plain string; phrases are found across its break hints `|`, and `-{ }-` is obeyed. */
  text(source: string): string;
  /** The parts of one text, converted as a whole, so that phrases and quotations are found across them; a kept part ends a phrase. */
  parts(parts: readonly Part[]): string[];
}

/** Stands for what is kept: in no dictionary, so that no phrase reaches across it. */
const HOLE = '\uFFFC';
/** An address ends before the first character that is not ASCII. */
const ADDRESS = /((?:https?:\/\/|www\.)[\x21-\x7e]+)/;

/**
 * The converter from one form to another, one of which is the master: the words of the article and the house first, then OpenCC, and the
 * quotation marks by pairs.
 */
export function converterBetween(source: Form, target: Form, dictionary: Dictionary): Converter {
  return converterWith(source, target, cutAtWords(wordsBetween(source, target, dictionary)), convertWords);
}

/** OpenCC as it is, with the quotation marks by pairs: what the house is compared with. */
export function plainConverter(source: Form, target: Form): Converter {
  return converterWith(source, target, (text) => [{ text }], convertAligned);
}

function converterWith(
  source: Form,
  target: Form,
  cut: (text: string) => { text: string; value?: string }[],
  convertRest: typeof convertWords,
): Converter {
  const convert = (text: string): Aligned => {
    const pieces = text.split(ADDRESS).flatMap((piece, index) => (index % 2 ? [{ text: piece, value: piece }] : cut(piece)));
    const quoted = requote(
      pieces.map(({ text, value }) => (value === undefined ? text : HOLE.repeat(text.length))).join(''),
      source.quotes,
      target.quotes,
    );
    const whole = aligned(text);
    const out: Aligned = { text: '', origin: [] };
    let start = 0;
    for (const piece of pieces) {
      const end = start + piece.text.length;
      if (piece.value !== undefined) append(out, whole, start, end, piece.value);
      else {
        const converted = convertRest(quoted.slice(start, end), source.opencc, target.opencc);
        out.text += converted.text;
        for (const origin of converted.origin) out.origin.push(start + origin);
      }
      start = end;
    }
    return out;
  };

  const parts = (list: readonly Part[]): string[] => {
    if (source.id === target.id) return list.map(({ text }) => text);
    const sources = list.map(({ text, kept }) => (kept ? HOLE : text));
    const owners = sources.flatMap((text, index) => Array.from(text.split(''), () => index));
    const written = list.map(({ text, kept }) => (kept ? text : ''));
    const { text, origin } = convert(sources.join(''));
    origin.forEach((index, unit) => {
      const owner = owners[index]!;
      if (!list[owner]?.kept) written[owner] = `${written[owner]}${text[unit]}`;
    });
    return written;
  };

  return {
    form: target,
    parts,
    text(source) {
      const lines = source.split('|').map((line) => readParts(line, target));
      const written = parts(lines.flat());
      return lines.map((line) => written.splice(0, line.length).join('')).join('|');
    },
  };
}

/** The converter from the master to a form. */
export function converterFor(form: Form, dictionary: Dictionary): Converter {
  return converterBetween(master, form, dictionary);
}
