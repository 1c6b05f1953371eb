/** What people give as reason or note: there, not endless, and no My Number in it (R21). Pure. */
import { containsMyNumber } from '@heya/service-common/my-number';
import type { IdentityProblem } from './problem.errors.ts';

const longest = 300;

/** @returns the text in one form, or what is wrong with it */
export function readReason(typed: string, field: string[]): { text: string } | { problem: IdentityProblem } {
  const text = typed.normalize('NFC').trim();
  if (!text) return { problem: { code: 'BLANK', field } };
  if ([...text].length > longest) return { problem: { code: 'TOO_LONG', field, values: { max: longest } } };
  if (containsMyNumber(text)) return { problem: { code: 'MY_NUMBER_NOT_ALLOWED', field } };
  return { text };
}
