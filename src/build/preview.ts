import { existsSync, readFileSync } from 'node:fs';
import { command } from './command.ts';
import { listen, siteListener } from './serve.ts';
import { localPort } from './site-url.ts';
import { putBack } from './swap.ts';

// `npm run preview`: serves `dist/` as it is, below the base path that it was built for; writes nothing.
await command(async () => {
  putBack('dist');
  if (!existsSync('dist/index.html')) throw new Error('There is no site in dist/: npm run build writes one.');
  const address = /<link rel="canonical" href="([^"]+)"/.exec(readFileSync('dist/index.html', 'utf8'))?.[1];
  if (!address) throw new Error('dist/index.html does not say for which address it was built: npm run build writes it anew.');
  const { pathname } = new URL(address);
  const { port } = await listen(siteListener('dist', pathname), localPort());
  console.log(`dist/, built for ${address}, stands at http://localhost:${port}${pathname} (Ctrl+C ends it).`);
});
