import '../content/master.ts';
import { relative } from 'node:path';
import { forms } from '../text/forms.ts';
import { command } from './command.ts';
import { readyForHosts } from './hosts/for-hosts.ts';
import { makeSite, readGoodContent } from './make-site.ts';
import { ownFolder } from './own-folder.ts';
import { keepPrevious } from './previous.ts';
import { requirePublishable } from './publishable.ts';
import { siteAddress } from './site-url.ts';
import { swapIn } from './swap.ts';

// `npm run build [-- --local]`: writes `dist/`; `--previous DIR|URL` keeps the lasting files of an earlier build beside the new ones;
// `--into=DIR` writes another folder instead, for tests.
await command(async () => {
  const target = option('--into') ?? 'dist';
  const previous = option('--previous');
  const reading = readGoodContent();
  const address = siteAddress({ url: reading.site?.values.url, local: process.argv.includes('--local') });
  requirePublishable(reading, address);
  const site = await makeSite(ownFolder(), address, reading);
  const kept = previous === undefined ? undefined : await keepPrevious(site.folder, previous);
  await readyForHosts(site.folder, address.pathname);
  const left = swapIn(site.folder, target);
  const names = forms.map(({ name }) => name).join('、');
  console.log(
    `寫好${site.pages}頁（${names}），在${relative('', target)}/，用了${(performance.now() / 1000).toFixed(1)}秒，網址是${address.href}`,
  );
  if (kept) console.log(kept);
  if (left) console.warn(left);
});

/** The value of an option of the command, written `--name=value` or `--name value`; undefined where it is not given. Throws where it has none. */
function option(name: string): string | undefined {
  const at = process.argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  if (at < 0) return undefined;
  const value = process.argv[at]!.slice(name.length + 1) || process.argv[at + 1];
  if (!value) throw new Error(`${name} needs a value.`);
  return value;
}
