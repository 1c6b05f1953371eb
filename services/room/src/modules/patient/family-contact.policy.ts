/** What may be kept of a contact of the family (R20, R21), and its normal form. Pure. */
import { textProblems, tidyText, type RoomProblem } from '../platform/index.ts';
import { invalid, listProblems, phoneProblems, type Sent } from './profile.check.policy.ts';
import type { FamilyContactFields } from './profile.block.ts';

const input = (name: string): string[] => ['input', name];

export function contactProblems(sent: Sent<FamilyContactFields>): RoomProblem[] {
  const { emergencyOrder: order } = sent;
  return [
    ...textProblems(sent.name, { field: input('name'), max: 100, required: true }),
    ...textProblems(sent.relationship, { field: input('relationship'), max: 40, required: true }),
    ...listProblems(sent.phones, { field: input('phones'), max: 5 }, phoneProblems),
    ...phoneProblems(sent.fax, input('fax')),
    ...(order === null || order === undefined || (Number.isInteger(order) && order >= 1 && order <= 99)
      ? []
      : invalid(input('emergencyOrder'))),
  ];
}

export const normaliseContact = (sent: Sent<FamilyContactFields>): FamilyContactFields => ({
  name: tidyText(sent.name),
  relationship: tidyText(sent.relationship),
  phones: [...new Set(sent.phones)],
  fax: sent.fax ?? null,
  isKeyPerson: sent.isKeyPerson,
  emergencyOrder: sent.emergencyOrder ?? null,
  livesTogether: sent.livesTogether ?? null,
});
