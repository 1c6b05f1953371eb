/** What may stand in a text field: not blank, not too long, never a My Number (R21). */
import { problem } from '@heya/service-common/errors';
import { containsMyNumber } from '@heya/service-common/my-number';
import type { ConsentProblem } from './platform.errors.ts';

interface TextRule {
  field: string[];
  max: number;
  required?: boolean;
}

/** @returns the problems of one text, at most one */
export function textProblems(text: string | null | undefined, { field, max, required = false }: TextRule): ConsentProblem[] {
  const given = tidyText(text ?? '');
  if (given === '') return required ? [problem('BLANK', field)] : [];
  if (containsMyNumber(given)) return [problem('MY_NUMBER_NOT_ALLOWED', field)];
  if ([...given].length > max) return [problem('TOO_LONG', field, { max })];
  // Control characters have no place in names and addresses; line breaks do in longer texts.
  return /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u.test(given) ? [problem('INVALID', field)] : [];
}

/** Outer blanks away, one form of each character. */
export const tidyText = (text: string): string => text.normalize('NFC').replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
