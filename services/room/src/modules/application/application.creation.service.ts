/** Form 4-1, held against applicant, patient, consent and people (R8, R11). */
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { findConsentInForce } from '../consent-grant/index.ts';
import { findDistrictSetting } from '../district/index.ts';
import { accessPatient } from '../patient/index.ts';
import { bodyHash, type PersonFacts, type RoomContext, tidyText } from '../platform/index.ts';
import { recordRefusal } from './application.access.ts';
import { type CreationInput, peopleProblems, type ProposedMemberFields } from './application.creation.policy.ts';
import { type Planned, unusedFields } from './application.filing.service.ts';
import { canApply } from './application.policy.ts';
import { hasOpenApplication, type MemberRow } from './application.repository.ts';

interface Form {
  viewer: PersonViewer;
  input: CreationInput;
  people: ReadonlyMap<string, PersonFacts>;
}

export const creationHash = ({ patientId, consentId, members, stewardUserId, situation, reason }: CreationInput): string =>
  bodyHash({
    patientId,
    consentId,
    members: members.map(({ userId, facilityId, role }) => [userId, facilityId ?? null, role]),
    stewardUserId,
    situation: situation ?? null,
    reason: reason ? tidyText(reason) : null,
  });

export async function planCreation(tx: Em, context: RoomContext, { viewer, input, people }: Form): Promise<Planned> {
  const setting = await findDistrictSetting(tx, viewer.districtId);
  if (!canApply(viewer, setting).allowed) {
    await recordRefusal(tx, context);
    return { problems: [problem('FORBIDDEN')] };
  }
  const patient = isId(input.patientId) ? await accessPatient(tx, context, input.patientId) : null;
  if (!patient || !canApply(viewer, { ...setting, relation: patient.relation }).allowed)
    return { problems: [problem('NOT_FOUND', ['input', 'patientId'])] };
  const consent = await findConsentInForce(tx, patient.id);
  const problems = [
    ...(consent?.consentId === input.consentId ? [] : [problem('CONSENT_REQUIRED' as const, ['input', 'consentId'])]),
    ...((await hasOpenApplication(tx, patient.id)) ? [problem('ALREADY_EXISTS' as const, ['input', 'patientId'])] : []),
    ...peopleProblems(input.members, people),
  ];
  if (problems.length > 0) return { problems };
  const fields = {
    ...unusedFields,
    form: 'FORM_4_1' as const,
    patientId: patient.id,
    consentId: input.consentId,
    situation: input.situation ?? null,
    reason: input.reason ? tidyText(input.reason) : null,
    bodyHash: creationHash(input),
  };
  const members = input.members.map((member) => toMember(member, people, member.userId === input.stewardUserId));
  return { plan: { fields, authority: 'REGISTRAR', members, removals: [], copies: [] } };
}

/** Whoever is named has been found: their name and facility as they are now. */
export function toMember(
  { userId, facilityId, role }: ProposedMemberFields,
  people: ReadonlyMap<string, PersonFacts>,
  isSteward: boolean,
): MemberRow {
  const person = people.get(userId) as PersonFacts;
  const facility = person.facilities.find(({ id }) => id === facilityId) ?? (role === 'CARE_TEAM' ? person.facilities[0] : undefined);
  return {
    userId,
    role,
    displayName: person.displayName,
    profession: person.profession,
    facilityId: facility?.id ?? null,
    facilityName: facility?.name ?? null,
    isSteward,
  };
}
