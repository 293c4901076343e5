import { readArticle, readCollection } from '../../article/read.ts';
import { forms } from '../../text/forms.ts';
import { searchFiles } from './search-files.ts';

/** What a route of a file is given. */
export interface FileProps {
  bytes: Uint8Array<ArrayBuffer>;
}

/** The paths of a route of search files: those below a folder with an ending, which the parameter leaves out. */
export async function searchPaths(folder: string, ending: string, param: string) {
  const [content, articles] = await Promise.all([readCollection(), Promise.all(forms.map(readArticle))]);
  const files = await searchFiles(content, articles, import.meta.env.BASE_URL);
  return [...files]
    .filter(([path]) => path.startsWith(folder))
    .map(([path, bytes]) => ({
      params: { [param]: path.slice(folder.length, ending ? -ending.length : undefined) },
      props: { bytes } satisfies FileProps,
    }));
}
