/** One written form of the site: a further form is one more row here and nothing else. */
export interface Form {
  id: string;
  path: string;
  lang: string;
  locale: string;
  label: string;
  name: string;
  converter: { from: 'tw'; to: 'cn' } | null;
  displayFont: string;
}

/** The written forms; the first is the master. */
export const forms: readonly Form[] = [
  {
    id: 'zh-hant',
    path: '',
    lang: 'zh-Hant',
    locale: 'zh_TW',
    label: '繁',
    name: '繁體中文',
    converter: null,
    displayFont: '@expo-google-fonts/noto-serif-tc/900Black/NotoSerifTC_900Black.ttf',
  },
  {
    id: 'zh-hans',
    path: 'zh-hans',
    lang: 'zh-Hans',
    locale: 'zh_CN',
    label: '简',
    name: '简体中文',
    converter: { from: 'tw', to: 'cn' },
    displayFont: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  },
];
export const master = forms[0]!;
/** The route parameter of a form's pages. */
export const formPath = (form: Form): string | undefined => form.path || undefined;
