import { renameSync, rmSync } from 'node:fs';

// Last step of `npm run build`: the finished build takes the place of the previous one, which stays whole until then.
rmSync('dist', { recursive: true, force: true });
renameSync('.build', 'dist');
