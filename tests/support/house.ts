import { contentFolder } from '../../src/content/folder.ts';
import { houseIn } from '../../src/content/house.ts';
import { readContent } from '../../src/content/read.ts';

export { derived, simplified } from './forms.ts';

/** The content in hand, as it stands. */
export const content = readContent(contentFolder());
/** Its own words and names. */
export const dictionary = houseIn(content);
