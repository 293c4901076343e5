import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import {
  dictionarySchema,
  idsSchema,
  leadSchema,
  personSchema,
  pointSchema,
  siteSchema,
  sourceSchema,
  termSchema,
} from './content/schema.ts';

const markdown = (pattern: string) => glob({ base: './content', pattern });
const one = (name: string) => file(`content/${name}.yaml`, { parser: (text) => [{ id: name, ...parse(text) }] });
const rows = (name: string) => file(`content/${name}.yaml`, { parser: (text) => parse(text) ?? [] });
const key = { id: z.string() };

/** The article as collections; what the fields mean and allow stands in `article/schema.ts`. */
export const collections = {
  points: defineCollection({ loader: markdown('points/*.md'), schema: pointSchema }),
  lead: defineCollection({ loader: markdown('lead.md'), schema: leadSchema }),
  about: defineCollection({ loader: markdown('about.md') }),
  site: defineCollection({ loader: one('site'), schema: siteSchema.extend(key) }),
  dictionary: defineCollection({ loader: one('dictionary'), schema: dictionarySchema.extend(key) }),
  ids: defineCollection({ loader: one('ids'), schema: idsSchema.extend(key) }),
  sources: defineCollection({ loader: rows('sources'), schema: sourceSchema }),
  people: defineCollection({ loader: rows('people'), schema: personSchema }),
  terms: defineCollection({ loader: rows('terms'), schema: termSchema }),
};
