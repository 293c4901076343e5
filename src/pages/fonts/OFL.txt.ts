import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { master } from '../../text/forms.ts';

/** The licence of the display fonts, as their packages ship it; the OFL wants it beside the files. */
export const GET: APIRoute = async () => new Response(await readFile(join(process.cwd(), 'node_modules', master.displayFont, 'LICENSE')));
