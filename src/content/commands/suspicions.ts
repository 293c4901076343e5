import '../master.ts';
import { contentFolder } from '../folder.ts';
import { readContent } from '../read.ts';
import { textPlaces } from '../text-places.ts';
import type { Dictionary } from '../../text/dictionary.ts';
import { forms, master } from '../../text/forms.ts';
import { suspicions } from '../../text/suspicions.ts';

// `npm run suspicions`: where a phrase may have been found across the edge of a word, for an editor to read. Never fails.
const content = readContent(contentFolder());
const places = textPlaces({ ...content, dictionary: undefined });
for (const form of forms.filter((other) => other !== master)) {
  const dictionary = (content.dictionary?.values ?? {}) as Dictionary;
  const found = places.flatMap(({ file, text, lineAt }) =>
    suspicions(text, master, form, dictionary).map(({ index, word, within, alone }) => {
      const around = `${text.slice(Math.max(0, index - 8), index)}【${word}】${text.slice(index + word.length, index + word.length + 8)}`;
      return `  ${file}:${lineAt(index)} ${around.replaceAll('\n', '')} → ${within}, alone ${alone}`;
    }),
  );
  console.log([`${form.name}: ${found.length} places to read`, ...found].join('\n'));
}
