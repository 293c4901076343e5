import '../content/master.ts';
import type { RequestListener } from 'node:http';
import { handOver } from '../content/hand-over.ts';
import { command } from './command.ts';
import { makeSite, readGoodContent } from './make-site.ts';
import { ownFolder } from './own-folder.ts';
import { listen, siteListener } from './serve.ts';
import { localAddress, localPort } from './site-url.ts';

// `npm start`: builds the site for this machine and serves it, from a folder of its own that goes when it ends; `dist/` stays as it is.
await command(async () => {
  handOver(readGoodContent());
  const built = Promise.withResolvers<RequestListener>();
  // The port is taken first: whoever cannot have it need not wait for a build to be told.
  const { port } = await listen((request, response) => void built.promise.then((answer) => answer(request, response)), localPort());
  const address = localAddress(port);
  const { folder } = await makeSite(ownFolder(), address);
  built.resolve(siteListener(folder));
  console.log(`網站在這裡，按Ctrl+C結束：${address.href}`);
});
