/** How a name in kana is typed with Latin letters: a password is made of that, not of the kana. Pure. */
import { toKatakana } from '../../kana.ts';

const vowels = 'aiueo';
const rows: Record<string, string> = {
  '': 'アイウエオ',
  k: 'カキクケコ',
  g: 'ガギグゲゴ',
  s: 'サシスセソ',
  z: 'ザジズゼゾ',
  t: 'タチツテト',
  d: 'ダヂヅデド',
  n: 'ナニヌネノ',
  h: 'ハヒフヘホ',
  b: 'バビブベボ',
  p: 'パピプペポ',
  m: 'マミムメモ',
  r: 'ラリルレロ',
};
const syllables = new Map<string, string>([
  ...Object.entries(rows).flatMap(([consonant, row]) => [...row].map((kana, index) => [kana, `${consonant}${vowels[index]}`] as const)),
  ...([
    ['ヤ', 'ya'],
    ['ユ', 'yu'],
    ['ヨ', 'yo'],
    ['ワ', 'wa'],
    ['ヲ', 'o'],
    ['ン', 'n'],
    ['ヴ', 'vu'],
  ] as const),
]);
/** From the spelling of the schools to the one of passports. */
const hepburn = [
  ['hu', 'fu'],
  ['si', 'shi'],
  ['sy', 'sh'],
  ['ti', 'chi'],
  ['ty', 'ch'],
  ['tu', 'tsu'],
  ['zi', 'ji'],
  ['zy', 'j'],
  ['di', 'ji'],
  ['du', 'zu'],
] as const;

/** @param name kana of any width, with blanks or without @returns its usual spellings, with long vowels and without; none for what is no kana */
export function romanise(name: string): string[] {
  const kana = toKatakana(name);
  if (!/^[ァ-ヶー\s・]+$/.test(kana)) return [];
  const plain = [...kana].reduce(addKana, '').replaceAll(/Q(.)/g, '$1$1');
  const passport = hepburn.reduce((text, [from, to]) => text.replaceAll(from, to), plain);
  const spellings = [plain, passport].flatMap((text) => [text, text.replaceAll(/o[ou]/g, 'o').replaceAll('uu', 'u')]);
  return [...new Set(spellings)];
}

/** `Q` stands for a consonant that is doubled by the next letter. */
function addKana(text: string, kana: string): string {
  const small = 'ャュョ'.indexOf(kana);
  if (small >= 0) return `${text.replace(/i$/, '')}y${'auo'[small]}`;
  if (kana === 'ッ') return `${text}Q`;
  return text + (syllables.get(kana) ?? (/[\s・]/.test(kana) ? ' ' : ''));
}
