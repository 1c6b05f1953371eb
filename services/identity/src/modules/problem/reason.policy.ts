/** What people give as reason or note: there, not endless, no My Number in it (R21), and nothing unseen. Pure. */
import { containsMyNumber } from '@heya/service-common/my-number';
import type { IdentityProblem } from './problem.errors.ts';

const longest = 300;
/** Line breaks may stand in a text; other control characters, and those that turn the direction of writing, would hide what it says. */
export const unseen = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

/** @returns the text in one form, or what is wrong with it */
export function readReason(typed: string, field: string[]): { text: string } | { problem: IdentityProblem } {
  const text = typed.normalize('NFC').trim();
  if (!text) return { problem: { code: 'BLANK', field } };
  if ([...text].length > longest) return { problem: { code: 'TOO_LONG', field, values: { max: longest } } };
  if (containsMyNumber(text)) return { problem: { code: 'MY_NUMBER_NOT_ALLOWED', field } };
  if (unseen.test(text)) return { problem: { code: 'INVALID', field } };
  return { text };
}
