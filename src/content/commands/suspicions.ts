import '../master.ts';
import { contentFolder } from '../folder.ts';
import { houseIn } from '../house.ts';
import { readContent } from '../read.ts';
import { textPlaces } from '../check-text.ts';
import { conversionDoubts } from '../../text/doubts.ts';
import { forms, master } from '../../text/forms.ts';
import { suspicions } from '../../text/suspicions.ts';
import { takesNoOptions } from './options.ts';

// `npm run suspicions`: where a word or a phrase may have been found across the edge of a word, for an editor to read. Never fails.
takesNoOptions('suspicions');
const content = readContent(contentFolder());
const places = textPlaces({ ...content, dictionary: undefined });
const dictionary = houseIn(content);
for (const form of forms.filter((other) => other !== master)) {
  const found = places.flatMap(({ file, text, lineAt }) => [
    ...conversionDoubts(text, dictionary, master, form).map(
      ({ index, context, house, plain }) => `  ${file}:${lineAt(index)} ${context} → ${house}，OpenCC轉成${plain}`,
    ),
    ...suspicions(text, master, form, dictionary).map(
      ({ index, context, within, alone }) => `  ${file}:${lineAt(index)} ${context} → ${within}，單獨轉是${alone}`,
    ),
  ]);
  console.log([`${form.name}：有${found.length}處請看一看`, ...found].join('\n'));
}
