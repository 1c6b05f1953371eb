/** Filing form 4-1 (R8, R11). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { nextSequence } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { dueOn } from '@heya/service-common/working-day';
import { findConsentInForce } from '../consent-grant/index.ts';
import { type DistrictSetting, findDistrictSetting } from '../district/index.ts';
import { dayInJapan, accessPatient } from '../patient/index.ts';
import { bodyHash, type PersonFacts, refusal, type RoomContext, type RoomProblem, tidyText } from '../platform/index.ts';
import { forgetApplications } from './application.access.ts';
import { receiptNumber } from './application.calendar.policy.ts';
import { type CreationInput, creationProblems, peopleProblems } from './application.creation.policy.ts';
import { emitApplication } from './application.events.ts';
import { canApply, isOfApplyingKind } from './application.policy.ts';
import { hasOpenApplication, insertApplication, insertMembers, type MemberRow, selectApplications } from './application.repository.ts';

export interface Filing {
  applicationId?: string;
  replayed: boolean;
  problems: RoomProblem[];
}

const refused = (...problems: RoomProblem[]): Filing => ({ replayed: false, problems });

export async function applyForRoom(context: RoomContext, input: CreationInput): Promise<Filing> {
  const { viewer } = context;
  if (!isPerson(viewer)) return refused(problem('FORBIDDEN'));
  if (!isOfApplyingKind(viewer)) {
    await context.write((tx) => recordRefusal(tx, context));
    return refused(problem('FORBIDDEN'));
  }
  const problems = creationProblems(input, viewer.userId);
  if (problems.length > 0) return refused(...problems);
  const people = await context.identity.people(
    input.members.map(({ userId }) => userId),
    context,
  );
  const filing = await context.write((tx) => fileOnce(tx, context, { viewer, input, people }));
  forgetApplications(context);
  return filing;
}

/** Somebody tried who may not apply at all (R32). */
const recordRefusal = (tx: Em, context: RoomContext): Promise<void> => audit(tx, context, refusal('RoomApplication', null));

interface Form {
  viewer: PersonViewer;
  input: CreationInput;
  people: Map<string, PersonFacts>;
}

async function fileOnce(tx: Em, context: RoomContext, form: Form): Promise<Filing> {
  const { viewer, input } = form;
  const [existing] = await selectApplications(tx, [input.idempotencyKey]);
  if (existing) {
    const isSame = existing.applicant_id === viewer.userId && existing.body_hash === hashOf(input);
    return isSame ? { applicationId: existing.id, replayed: true, problems: [] } : refused(problem('INVALID', ['input', 'idempotencyKey']));
  }
  const setting = await findDistrictSetting(tx, viewer.districtId);
  const problems = await caseProblems(tx, context, form, setting);
  if (problems.length > 0) return refused(...problems);
  return (await file(tx, context, form, setting))
    ? { applicationId: input.idempotencyKey, replayed: false, problems: [] }
    : refused(problem('INVALID', ['input', 'idempotencyKey']));
}

const hashOf = ({ patientId, consentId, members, stewardUserId, situation, reason }: CreationInput): string =>
  bodyHash({
    patientId,
    consentId,
    members: members.map(({ userId, facilityId, role }) => [userId, facilityId ?? null, role]),
    stewardUserId,
    situation: situation ?? null,
    reason: reason ? tidyText(reason) : null,
  });

/** What the form says, held against what is known: applicant, patient, consent, people. */
async function caseProblems(
  tx: Em,
  context: RoomContext,
  { viewer, input, people }: Form,
  setting: DistrictSetting,
): Promise<RoomProblem[]> {
  if (!canApply(viewer, setting).allowed) {
    await recordRefusal(tx, context);
    return [problem('FORBIDDEN')];
  }
  const patient = isId(input.patientId) ? await accessPatient(tx, context, input.patientId) : null;
  if (!patient || !canApply(viewer, { ...setting, relation: patient.relation }).allowed)
    return [problem('NOT_FOUND', ['input', 'patientId'])];
  const consent = await findConsentInForce(tx, patient.id);
  return [
    ...(consent?.consentId === input.consentId ? [] : [problem('CONSENT_REQUIRED' as const, ['input', 'consentId'])]),
    ...((await hasOpenApplication(tx, patient.id)) ? [problem('ALREADY_EXISTS' as const, ['input', 'patientId'])] : []),
    ...peopleProblems(input.members, people),
  ];
}

async function file(tx: Em, context: RoomContext, { viewer, input, people }: Form, { promiseDays }: DistrictSetting): Promise<boolean> {
  const at = context.now();
  const day = dayInJapan(at);
  const number = receiptNumber(day, await nextSequence(tx, `receipt:K41:${viewer.districtId}:${day}`));
  const id = input.idempotencyKey;
  const inserted = await insertApplication(tx, {
    id,
    districtId: viewer.districtId,
    receiptNumber: number,
    patientId: input.patientId,
    applicantId: viewer.userId,
    applicantName: viewer.labels.name,
    facilityId: viewer.facilityId ?? null,
    consentId: input.consentId,
    situation: input.situation ?? null,
    reason: input.reason ? tidyText(input.reason) : null,
    bodyHash: hashOf(input),
    submittedAt: at,
    expectedBy: dueOn(day, promiseDays),
  });
  if (!inserted) return false;
  await insertMembers(
    tx,
    id,
    input.members.map((member) => toMember(member, people.get(member.userId) as PersonFacts, input.stewardUserId)),
  );
  await audit(tx, context, {
    authority: 'REGISTRAR',
    action: 'CREATE',
    categories: [],
    subjectType: 'RoomApplication',
    subjectId: id,
    patientId: input.patientId,
  });
  const told = {
    id,
    district_id: viewer.districtId,
    form: 'FORM_4_1',
    receipt_number: number,
    patient_id: input.patientId,
    facility_id: viewer.facilityId ?? null,
  };
  await emitApplication(tx, told, { status: 'SUBMITTED', roomId: null, actorId: viewer.userId });
  return true;
}

function toMember({ userId, facilityId, role }: CreationInput['members'][number], person: PersonFacts, stewardId: string): MemberRow {
  const facility = person.facilities.find(({ id }) => id === facilityId) ?? (role === 'CARE_TEAM' ? person.facilities[0] : undefined);
  return {
    userId,
    role,
    displayName: person.displayName,
    profession: person.profession,
    facilityId: facility?.id ?? null,
    facilityName: facility?.name ?? null,
    isSteward: userId === stewardId,
  };
}
