/** Cases of what Heya does not have yet: said, so that nobody takes silence for a pass. */
import { type Case, Skipped } from '../case.ts';

const later = (id: string, text: string, why: string): Case => ({ id, text, run: () => Promise.reject(new Skipped(why)) });

export const laterCases: Case[] = [
  later('V19', 'a partner reads only the classes it was given', 'no partners yet (R36)'),
  later('V20', 'a partner keeps within scope, room, secret and consent', 'no partners yet (R36)'),
  later('V33', 'photos are served only to those who may see the post', 'no photos yet (R25)'),
  later('V34', 'photos carry no place, maker or thumbnail', 'no photos yet (R25)'),
];
