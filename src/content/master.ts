import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from './folder.ts';

// Imported first by what reads content: the table of written forms puts the one in which it is written first.
const written = siteText(join(contentFolder(), 'site.yaml'));
process.env.MASTER_FORM = /^master:[ \t]*(["']?)([\w-]+)\1[ \t]*(?:#.*)?$/m.exec(written)?.[2] ?? '';

function siteText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
