import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// Imported first by what reads content: the table of written forms puts the one in which it is written first.
const written = siteText(join(resolve(process.env.CONTENT || 'content'), 'site.yaml'));
process.env.MASTER_FORM = /^master:[ \t]*(["']?)([\w-]+)\1[ \t]*(?:#.*)?$/m.exec(written)?.[2] ?? '';

function siteText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
