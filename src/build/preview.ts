import { existsSync, readFileSync } from 'node:fs';
import { command } from './command.ts';
import { listen, siteListener } from './serve.ts';
import { localPort } from './site-url.ts';

// `npm run preview`: serves `dist/` as it is, below the base path that it was built for; writes nothing.
await command(async () => {
  if (!existsSync('dist/index.html')) throw new Error('dist/裡沒有網站，請先執行npm run build。');
  const address = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync('dist/index.html', 'utf8'))?.[1];
  if (!address) throw new Error('dist/index.html沒有說是為哪個網址建置的，請重新執行npm run build。');
  const { pathname } = new URL(address);
  const { port } = await listen(siteListener('dist', pathname), localPort());
  console.log(`dist/（為${address}建置）在這裡，按Ctrl+C結束：http://localhost:${port}${pathname}`);
});
