import '../content/master.ts';
import { relative } from 'node:path';
import { forms } from '../text/forms.ts';
import { command } from './command.ts';
import { readyForHosts } from './hosts/for-hosts.ts';
import { makeSite, readGoodContent } from './make-site.ts';
import { requirePublishable } from './publishable.ts';
import { ownFolder } from './own-folder.ts';
import { siteAddress } from './site-url.ts';
import { swapIn } from './swap.ts';

// `npm run build [-- --local]`: writes `dist/`; `--into=DIR` writes another folder instead, for tests.
await command(async () => {
  const target = process.argv.find((argument) => argument.startsWith('--into='))?.slice('--into='.length) ?? 'dist';
  const reading = readGoodContent();
  const address = siteAddress({ url: reading.site?.values.url, local: process.argv.includes('--local') });
  requirePublishable(reading, address);
  const site = await makeSite(ownFolder(), address, reading);
  await readyForHosts(site.folder, address.pathname);
  const left = swapIn(site.folder, target);
  const names = forms.map(({ name }) => name).join('、');
  console.log(`${site.pages} pages (${names}) for ${address.href} in ${relative('', target)}/, ${(performance.now() / 1000).toFixed(1)} s`);
  if (left) console.warn(left);
});
