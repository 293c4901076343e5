import { pick } from './random.ts';

const MARKS = [
  ...[
    '',
    '#',
    '＃',
    '%',
    '%2',
    '%E4%B8',
    '%25',
    '&amp;',
    '&',
    '?utm_source=x',
    ':~:text=',
    '%3A~%3Atext%3D',
    '-',
    ',',
    '/',
    '\\',
    '。',
    '」',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '</script>',
    '"',
    "'",
    '`',
    '${1}',
    '{{1}}',
    '..',
    '//example.org',
    'javascript:alert(1)',
    '\0',
    '\n',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'p5-3',
    'P5-3',
    'p0-1',
    't-x',
    'n5',
    '５',
    '\u200B',
    '\u202E',
    '\uFEFF',
    '\ufffc',
    '\ud83d',
    '\ude00',
  ],
  ...[
    'NaN',
    '1e999',
    '-0',
    'null',
    'İ',
    'ß',
    'ﬁ',
    '㍿',
    'e\u0301',
    '𠮷',
    '👩‍💻',
    '的',
    '算力',
    '1,600億',
    '百分之四十九',
    '[',
    ']',
    '{',
    '}',
    '(',
    '*',
  ],
];

/**
 * Text of which nothing can be expected: marks that mean something somewhere, Han, any code unit, any code point; of so many pieces at
 * most.
 */
export function noise(random: () => number, most = 12): string {
  const kinds = [
    () => pick(MARKS, random),
    () => pick(MARKS, random),
    () => String.fromCodePoint(0x4e00 + Math.floor(random() * 0x5200)),
    () => String.fromCharCode(Math.floor(random() * 0x10000)),
    () => String.fromCodePoint(Math.floor(random() * 0x110000)),
  ];
  return Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(kinds, random)()).join('');
}
