import { globSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../../src/content/folder.ts';

// What is checked about the article in hand alone lies with it, in `checks/`, and may be absent.
for (const file of globSync(join(contentFolder(), 'checks/*.test.ts')).sort()) await import(file);
