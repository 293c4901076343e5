import '../content/master.ts';
import { dev } from 'astro';
import { command } from './command.ts';
import { forgetEnvironment } from './make-site.ts';
import { localAddress, localPort } from './site-url.ts';

// `npm run dev`: live editing. It starts on bad content too, which shows in the browser until it is mended.
await command(async () => {
  forgetEnvironment();
  await dev({
    site: localAddress().origin,
    server: { port: localPort() },
    vite: { server: { watch: { ignored: ['**/.build/**', '**/dist/**'] } } },
  });
});
