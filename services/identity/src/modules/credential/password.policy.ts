/** Which passwords may be chosen (R5, security.md 10). Pure; how guessable one is comes from outside. */
import { romanise } from './romaji.ts';

export type PasswordProblem = 'UNCHANGED' | 'TOO_SHORT' | 'TOO_LONG' | 'NOT_MIXED' | 'OWN_WORD' | 'KNOWN' | 'TOO_EASY';

/** What others know of a person is no secret. */
export interface OwnWords {
  /** Name, kana, account name, where they work. */
  words: readonly string[];
  /** `1985-04-01` */
  birthDate?: string | null | undefined;
}

export interface PasswordFacts {
  hasSecondFactor: boolean;
  own: OwnWords;
}

export interface Guess {
  /** 0 (at once) to 4 (hardly ever), as zxcvbn counts. */
  score: number;
  /** It, or its letters without the figures around them, stands in a list of passwords that have leaked. */
  leaked: boolean;
}

export const passwordLengths = { withSecondFactor: 8, alone: 15, longest: 256 } as const;

/** Words of this house: everybody who tries to get in tries these first. */
const houseWords = ['heya', 'へや', '部屋', 'password', 'パスワード'];

/** The same characters typed on another keyboard are the same password (NIST 800-63B). */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

/** @returns what stands in the way, the plainest reason first; nothing when it may be used */
export function judgePassword(typed: string, { hasSecondFactor, own }: PasswordFacts, guess: Guess): PasswordProblem | undefined {
  const password = normalizePassword(typed);
  const length = [...password].length;
  if (length < (hasSecondFactor ? passwordLengths.withSecondFactor : passwordLengths.alone)) return 'TOO_SHORT';
  if (length > passwordLengths.longest) return 'TOO_LONG';
  if (guess.leaked || isWord(password, houseWords)) return 'KNOWN';
  if (isWord(password, [...own.words, ...own.words.flatMap(romanise)]) || holdsDay(password, own.birthDate)) return 'OWN_WORD';
  if (length < passwordLengths.alone && kindsOf(password) < 2) return 'NOT_MIXED';
  return guess.score < (hasSecondFactor ? 2 : 3) ? 'TOO_EASY' : undefined;
}

/** The letters of it, without the year, the number and the exclamation mark people put around a word. */
export const lettersOf = (password: string): string =>
  normalizePassword(password)
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** Whether it is made of these words, with little more than figures around them. */
function isWord(password: string, words: readonly string[]): boolean {
  const letters = lettersOf(password);
  const rest = words
    .flatMap((word) => [word, ...word.split(/[\s・]+/)])
    .map(lettersOf)
    .filter((word) => [...word].length > 1)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), letters);
  return rest.length < letters.length && rest.length < 4;
}

const eras = [
  [1868, 'm'],
  [1912, 't'],
  [1926, 's'],
  [1989, 'h'],
  [2019, 'r'],
] as const;

/** Whether the day stands in it, in a usual order, with two or four figures of the year or the year of a Japanese era, and little else. */
function holdsDay(password: string, birthDate: string | null | undefined): boolean {
  const [year = '', month = '', day = ''] = birthDate?.split('-') ?? [];
  if (!day) return false;
  const short = year.slice(2);
  const era = eras
    .map(([first]) => String(Number(year) - first + 1).padStart(2, '0'))
    .filter((text) => /^\d\d$/.test(text) && text !== '00');
  const years = [year, short, ...era];
  const written = years.flatMap((one) => [`${one}${month}${day}`, `${day}${month}${one}`, `${month}${day}${one}`]);
  const figures = password.replaceAll(/[^0-9]/g, '');
  const rest = [...password].length;
  return written.some((text) => figures.includes(text) && rest - text.length < passwordLengths.withSecondFactor);
}

/** Small, capital, figure, sign, other script. */
function kindsOf(password: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[ -/:-@[-`{-~]/, /[^ -~]/].filter((kind) => kind.test(password)).length;
}

const suggestionDays = 90;

/** The guide's three months: a word, never a lock, and none where a second factor stands (R5, V11). */
export function isChangeSuggested({ changedAt, hasSecondFactor }: { changedAt: Date; hasSecondFactor: boolean }, now: Date): boolean {
  return !hasSecondFactor && now.getTime() - changedAt.getTime() > suggestionDays * 86_400_000;
}
