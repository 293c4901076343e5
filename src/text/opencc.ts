import { Trie } from 'opencc-js/core';
import { configs, from, to } from 'opencc-js/preset';
import { aligned, append, type Aligned } from './aligned.ts';

/** A script and wording as OpenCC names them: Taiwan without and with its own words, Hong Kong likewise, mainland China. */
export type OpenccName = 'tw' | 'twp' | 'hk' | 'hkp' | 'cn';

type Group = readonly string[];
interface Config {
  normalizationChain?: readonly Group[];
  segmentation?: Group;
  conversionChain: readonly Group[];
}
interface Steps {
  normalization: Trie[];
  segmentation: Trie | undefined;
  conversion: Trie[];
  phrases?: Trie;
}

const PHRASE = /(?:^|\|)[^ |]{2,} /u;

const cache = new Map<string, Steps>();

/**
 * Converts as opencc-js does, with its dictionaries and segmentation, and tells where every character comes from. Never throws: what is
 * unknown stays.
 */
export function convertAligned(text: string, source: OpenccName, target: OpenccName): Aligned {
  if (source === target) return aligned(text);
  const { normalization, segmentation, conversion } = stepsBetween(source, target);
  const normal = normalization.reduce(spell, aligned(text));
  const out: Aligned = { text: '', origin: [] };
  let start = 0;
  for (const segment of segmentation ? segmentation.segment(normal.text) : [normal.text]) {
    const end = start + segment.length;
    const converted = conversion.reduce(spell, { text: segment, origin: normal.origin.slice(start, end) });
    append(out, converted, 0, converted.text.length, converted.text);
    start = end;
  }
  return out;
}

/** The phrases that a conversion finds in the text itself, as a dictionary that may hold single characters too. */
export function phrasesOf(source: OpenccName, target: OpenccName): Trie {
  const steps = stepsBetween(source, target);
  return (steps.phrases ??= loadPhrases(steps, configOf(source, target)));
}

function loadPhrases({ segmentation }: Steps, { segmentation: lists = [], conversionChain }: Config): Trie {
  const others = conversionChain[0]?.filter((list) => !lists.includes(list) && PHRASE.test(list)) ?? [];
  // OpenCC's own dictionary where it has them all: to load the great one again takes longer than to convert an article.
  return others.length || !segmentation ? trie([...lists, ...others]) : segmentation;
}

/** The phrases, of two characters or more, that a conversion looks for. */
export function phrasesBetween(source: OpenccName, target: OpenccName): string[] {
  const entries = configOf(source, target)
    .conversionChain.flat()
    .flatMap((list) => list.split('|'));
  return entries.map((entry) => entry.slice(0, entry.indexOf(' '))).filter((phrase) => [...phrase].length > 1);
}

/** Replaces what a dictionary knows, the longest match from left to right. */
function spell(input: Aligned, dictionary: Trie): Aligned {
  const out: Aligned = { text: '', origin: [] };
  let start = 0;
  for (const part of dictionary.segment(input.text)) {
    const end = start + part.length;
    append(out, input, start, end, dictionary.matchPrefix(part, 0)?.value ?? part);
    start = end;
  }
  return out;
}

function stepsBetween(source: OpenccName, target: OpenccName): Steps {
  const config = configOf(source, target);
  const key = `${source} ${target}`;
  const steps = cache.get(key) ?? {
    normalization: (config.normalizationChain ?? []).map(trie),
    segmentation: config.segmentation && trie(config.segmentation),
    conversion: config.conversionChain.map(trie),
  };
  cache.set(key, steps);
  return steps;
}

function configOf(source: OpenccName, target: OpenccName): Config {
  const known = (configs as unknown as Record<string, Config>)[configName(source, target)];
  return known ?? { conversionChain: [...from[source]!, ...to[target]!] as Group[] };
}

/** OpenCC's name of a conversion, as opencc-js derives it. */
function configName(source: OpenccName, target: OpenccName): string {
  if (source === 'cn') return `s2${target}`;
  if (target !== 'cn') return `${source}2${target}`;
  return source.endsWith('p') ? `${source.slice(0, -1)}2sp` : `${source}2s`;
}

/** The dictionaries of a group as one; where they disagree the first one holds. */
function trie(group: Group): Trie {
  const all = new Trie();
  all.loadDictGroup(group);
  return all;
}
