import type { OpenccName } from './opencc.ts';
import type { Quotes } from './quotes.ts';

/** One written form as its row says: a further form is one more row here and nothing else. */
interface Row {
  /** Its key: in `content/dictionary.yaml`, in `data-variant`, in file names. */
  id: string;
  /** For `lang` and `hreflang`. */
  lang: string;
  /** For `og:locale`. */
  locale: string;
  /** Its sign in the switch and its name, both in the form itself. */
  label: string;
  name: string;
  /** Its script and wording for OpenCC. */
  opencc: OpenccName;
  quotes: Quotes;
  /** The package of its display font, from Fontsource. */
  displayFont: string;
  /** Installed faces for its text, and for its titles until the display font has come, the best first. */
  sans: readonly string[];
  song: readonly string[];
}

/** One written form of the site. */
export interface Form extends Row {
  /** The folder of its pages below the base path; none for the master. */
  path: string;
}

const rows: readonly Row[] = [
  {
    id: 'zh-hant',
    lang: 'zh-Hant',
    locale: 'zh_TW',
    label: '繁',
    name: '繁體中文',
    opencc: 'tw',
    quotes: ['「」', '『』'],
    displayFont: '@fontsource-variable/noto-serif-tc',
    sans: ['PingFang TC', 'Segoe UI', 'Noto Sans TC', 'Noto Sans CJK TC', 'Microsoft JhengHei UI', 'Microsoft JhengHei'],
    song: ['Songti TC', 'Noto Serif TC', 'Noto Serif CJK TC', 'Source Han Serif TC'],
  },
  {
    id: 'zh-hans',
    lang: 'zh-Hans',
    locale: 'zh_CN',
    label: '简',
    name: '简体中文',
    opencc: 'cn',
    quotes: ['“”', '‘’'],
    displayFont: '@fontsource-variable/noto-serif-sc',
    sans: ['PingFang SC', 'Segoe UI', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei UI', 'Microsoft YaHei'],
    song: ['Songti SC', 'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  },
];
/** Which one the content is written in: `master` of its site.yaml, which a command leaves here; else the first. */
const isMaster = ({ id }: Row): boolean => id === (process.env.MASTER_FORM || rows[0]?.id);

/** The written forms; the first is the master. */
export const forms: readonly Form[] = [
  ...rows.filter(isMaster).map((row) => ({ ...row, path: '' })),
  ...rows.filter((row) => !isMaster(row)).map((row) => ({ ...row, path: row.id })),
];
export const master = forms[0]!;
/** In which the words of the interface are written. */
export const wordsForm = forms.find(({ id }) => id === rows[0]?.id)!;
/** The route parameter of a form's pages. */
export const formPath = (form: Form): string | undefined => form.path || undefined;
