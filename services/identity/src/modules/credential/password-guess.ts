/** How guessable a password is: zxcvbn with Japanese words, and the list of passwords that have leaked. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as en from '@zxcvbn-ts/language-en';
import * as ja from '@zxcvbn-ts/language-ja';
import { type Guess, lettersOf, normalizePassword } from './password.policy.ts';

/** Longer than that nothing is easy to guess by words, and looking would take long. */
const lookedAt = 100;

interface Guesser {
  zxcvbn: ZxcvbnFactory;
  leaked: ReadonlySet<string>;
}

/** Some twenty megabytes and a quarter of a second, so only where somebody really chooses a password. */
let guesser: Guesser | undefined;

function load(): Guesser {
  const dictionary: Record<string, string[]> = {
    ...common.dictionary,
    'words-en': en.dictionary['commonWords-en'],
    'firstnames-en': en.dictionary['firstnames-en'],
    'words-ja': ja.dictionary.commonWords,
    'firstnames-ja': ja.dictionary.firstnames,
    'lastnames-ja': ja.dictionary.lastnames,
    'wikipedia-ja': ja.dictionary.wikipedia,
  };
  return {
    zxcvbn: new ZxcvbnFactory({ dictionary, graphs: common.adjacencyGraphs }),
    leaked: new Set(common.dictionary['passwords-common']),
  };
}

export function guessPassword(typed: string, ownWords: readonly string[]): Guess {
  guesser ??= load();
  const password = normalizePassword(typed);
  const letters = lettersOf(password);
  const leaked =
    guesser.leaked.has(password.toLowerCase()) ||
    (letters.length > 3 && password.length - letters.length < 5 && guesser.leaked.has(letters));
  return { leaked, score: guesser.zxcvbn.check([...password].slice(0, lookedAt).join(''), [...ownWords]).score };
}
