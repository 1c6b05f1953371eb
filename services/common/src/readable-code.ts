/** Codes that people read from paper, hear on the telephone and type: no letter or figure that is taken for another one. */
import { randomInt } from 'node:crypto';

/** Without 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V: 4.5 bits each. */
export const readableLetters = 'ACDEFGHJKMNPRTWXY34679';

export interface CodeShape {
  groups: number;
  /** Letters in each group. */
  group: number;
}

/** @returns e.g. `ACDEF-GHJKM-NPRTW` */
export function newReadableCode({ groups, group }: CodeShape): string {
  const one = (): string => Array.from({ length: group }, () => readableLetters[randomInt(readableLetters.length)]).join('');
  return Array.from({ length: groups }, one).join('-');
}

/** However it was typed: small, full-width, with or without dashes and spaces. */
export const readReadableCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
