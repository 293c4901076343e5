import { defineCollection } from 'astro:content';
import { articleLoader } from './content/loader.ts';

/** The article: its files read and judged together, an entry a file; what the fields mean and allow stands in `content/*-schema.ts`. */
export const collections = { article: defineCollection({ loader: articleLoader() }) };
