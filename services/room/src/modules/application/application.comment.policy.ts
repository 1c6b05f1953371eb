/** What an officer may say of one field of forms 4-1, 4-2 and 4-3 when it goes back to its applicant (R11, R14, R16). Pure. */
import { problem } from '@heya/service-common/errors';
import { type RoomProblem, textProblems, tidyText } from '../platform/index.ts';
import type { FieldComment, RoomForm } from './application.entity.ts';

interface Commented {
  form: RoomForm;
  members: readonly { userId: string }[];
  removals: readonly { membershipId: string }[];
  copies: readonly { facilityId: string }[];
}

export const mostComments = 100;

const single: Record<RoomForm, readonly string[]> = {
  FORM_4_1: ['situation', 'reason', 'members', 'stewardUserId', 'consentId', 'familyContacts', 'hospitals', 'disasterNote'],
  FORM_4_2: ['add', 'removeMembershipIds', 'newStewardUserId', 'effectiveAt', 'reason'],
  FORM_4_3: ['reason', 'note', 'informed', 'copies', 'exportToUserId'],
};

const named = ({ form, members, removals, copies }: Commented): string[][] => [
  ...members.map(({ userId }) => [form === 'FORM_4_1' ? 'members' : 'add', userId]),
  ...removals.map(({ membershipId }) => ['removeMembershipIds', membershipId]),
  ...copies.map(({ facilityId }) => ['copies', facilityId]),
];

/** @returns whether the form has such a field, by the names of its input */
function isFieldOf(commented: Commented, field: readonly string[]): boolean {
  const paths = [...single[commented.form].map((name) => [name]), ...named(commented)];
  return paths.some((path) => path.length === field.length && path.every((part, index) => part === field[index]));
}

export function commentProblems(comments: readonly FieldComment[], commented: Commented): RoomProblem[] {
  if (comments.length > mostComments) return [problem('INVALID', ['comments'])];
  return comments.flatMap(({ field, text }, index): RoomProblem[] => {
    const at = ['comments', String(index)];
    const isRepeated = comments.findIndex((other) => other.field.join('.') === field.join('.')) < index;
    if (isRepeated || !isFieldOf(commented, field)) return [problem('INVALID', [...at, 'field'])];
    return textProblems(text, { field: [...at, 'text'], max: 300, required: true });
  });
}

export const tidyComments = (comments: readonly FieldComment[]): FieldComment[] =>
  comments.map(({ field, text }) => ({ field, text: tidyText(text) }));
