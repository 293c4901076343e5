import '../content/master.ts';
import { relative } from 'node:path';
import { readOptions } from '../content/commands/options.ts';
import { handOver } from '../content/hand-over.ts';
import { forms } from '../text/forms.ts';
import { command } from './command.ts';
import { readyForHosts } from './hosts/for-hosts.ts';
import { makeSite, readGoodContent } from './make-site.ts';
import { ownFolder } from './own-folder.ts';
import { keepPrevious } from './previous.ts';
import { requirePublishable } from './publishable.ts';
import { siteAddress } from './site-url.ts';
import { swapIn } from './swap.ts';

const text = { type: 'string' } as const;

// `npm run build [-- --local]`: writes `dist/`; `--previous DIR|URL` keeps the lasting files of an earlier build beside the new ones;
// `--into=DIR` writes another folder instead, for tests.
await command(async () => {
  const { into, previous, local } = readOptions({
    options: { into: text, previous: text, local: { type: 'boolean' } },
  }).values;
  const address = handOverContent(local === true);
  const site = await makeSite(ownFolder(), address);
  const kept = previous === undefined ? undefined : await keepPrevious(site.folder, previous);
  await readyForHosts(site.folder, address.pathname);
  const target = into || 'dist';
  const left = swapIn(site.folder, target);
  const names = forms.map(({ name }) => name).join('、');
  console.log(
    `寫好${site.pages}頁（${names}），在${relative('', target)}/，用了${(performance.now() / 1000).toFixed(1)}秒，網址是${address.href}`,
  );
  if (kept) console.log(kept);
  if (left) console.warn(left);
});

/** Hands the content over to the build, and keeps nothing of it; answers the address for which it may be published. */
function handOverContent(local: boolean): URL {
  const reading = readGoodContent();
  const address = siteAddress({ url: reading.site?.values.url, local });
  requirePublishable(reading, address);
  handOver(reading);
  return address;
}
