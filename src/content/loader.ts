import type { Loader } from 'astro/loaders';
import { entriesOf } from './content.ts';
import { listOf } from './check.ts';
import { takeOver } from './hand-over.ts';
import { contentFolder } from './folder.ts';
import { readContent, type Reading } from './read.ts';

/** The id of the entry that holds, while editing, what is wrong with the content. */
export const PROBLEMS = 'problems';

/**
 * Our reader as a loader. A build stops at bad content; while editing, the last good content stays, its problems stand in an entry, and
 * new units have provisional ids.
 */
export function articleLoader(): Loader {
  return {
    name: 'article',
    async load({ store, watcher, generateDigest }) {
      const folder = contentFolder();
      const load = (reading: Reading): void => {
        if (reading.problems.length && !watcher) throw new Error(listOf(reading.problems));
        if (!reading.problems.length) {
          const entries = entriesOf(reading);
          // A store that is cleared has Astro write what all builds share anew: two at the same moment would meet there.
          for (const id of store.keys()) if (!entries.some((entry) => entry.id === id)) store.delete(id);
          for (const entry of entries) store.set({ ...entry, data: { ...entry.data }, digest: generateDigest(entry.data) });
        }
        const data = { problems: reading.problems };
        store.set({ id: PROBLEMS, data, digest: generateDigest(data) });
      };
      load((!watcher && takeOver()) || readContent(folder, Boolean(watcher)));
      watcher?.add(folder);
      watcher?.on('all', (_, path) => {
        if (path.startsWith(folder)) load(readContent(folder, true));
      });
    },
  };
}
