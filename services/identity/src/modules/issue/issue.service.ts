/** Issuing: the facility found by its code or made, each person found or made, one ID a person (R2, R3). */
import { auditAll } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { newReadableCode } from '../credential/index.ts';
import { createEnrolment } from '../enrolment/index.ts';
import type { Facility } from '../facility/index.ts';
import { tokyoDay } from '../user/index.ts';
import {
  holdPractitioner,
  insertLink,
  insertParticular,
  insertPerson,
  insertPractitioner,
  isAccountNameTaken,
  putAffiliation,
  upsertFacility,
} from './issue.repository.ts';
import type { Candidate, IdentityMatch } from './match.policy.ts';

/** One person, and the ID that the officer says is theirs. */
export interface Assignment {
  candidate: Candidate;
  match: IdentityMatch | null;
}

export interface IssuePlan {
  applicationId: string;
  districtId: string;
  districtName: string;
  officerId: string;
  facility: Omit<Facility, 'id' | 'districtId' | 'sortName' | 'version'>;
  assignments: readonly Assignment[];
}

export interface IssuedPerson {
  applicantId: string;
  userId: string;
  outcome: 'CREATED' | 'LINKED' | 'PROPOSED';
  /** Of a new ID: on paper, apart from one another. */
  letter: { accountName: string; enrolmentCode: string; expiresAt: Date } | null;
}

export interface Issued {
  facilityId: string;
  people: IssuedPerson[];
}

/** @param tx of the service, in which the approval is written as well: all of it or nothing */
export async function issueIds(tx: Em, context: IdentityContext, plan: IssuePlan): Promise<Issued> {
  const { nameKana = null, name } = plan.facility;
  const facility = await upsertFacility(tx, {
    ...plan.facility,
    id: newId(),
    districtId: plan.districtId,
    sortName: nameKana ?? name,
    version: 1,
  });
  const people: IssuedPerson[] = [];
  for (const assignment of plan.assignments) people.push(await issueOne(tx, context, { plan, facility, ...assignment }));
  await auditAll(
    tx,
    context,
    people.map(({ userId, outcome }) => ({
      authority: 'REVIEW',
      action: outcome === 'CREATED' ? 'CREATE' : 'UPDATE',
      categories: [],
      subjectType: outcome === 'PROPOSED' ? 'IdLink' : 'User',
      subjectId: outcome === 'PROPOSED' ? null : userId,
      districtId: plan.districtId,
    })),
  );
  return { facilityId: facility.id, people };
}

interface One extends Assignment {
  plan: IssuePlan;
  facility: Facility;
}

async function issueOne(tx: Em, context: IdentityContext, one: One): Promise<IssuedPerson> {
  if (!one.match) return create(tx, context, one);
  return one.match.districtId === one.plan.districtId ? link(tx, context, one, one.match) : propose(tx, context, one, one.match);
}

async function create(tx: Em, context: IdentityContext, { plan, facility, candidate }: One): Promise<IssuedPerson> {
  const [userId, practitionerId, accountName] = [newId(), newId(), await freeAccountName(tx)];
  const { districtId } = plan;
  await insertPerson(
    tx,
    {
      id: userId,
      districtId,
      kind: 'PROFESSIONAL',
      accountName,
      displayName: candidate.name,
      displayNameKana: candidate.nameKana,
      sortName: candidate.nameKana,
      birthDate: candidate.birthDate,
      deactivatedAt: null,
      enrolledAt: null,
    },
    candidate.professions,
    practitionerId,
  );
  await insertParticular(tx, { userId, email: candidate.email, licenceNumber: candidate.licenceNumber });
  await putAffiliation(tx, placeOf(context, practitionerId, facility.id, candidate));
  const { code, expiresAt } = await createEnrolment(tx, { userId, districtId }, context);
  return { applicantId: candidate.id, userId, outcome: 'CREATED', letter: { accountName, enrolmentCode: code, expiresAt } };
}

/** The ID is there; the place is added to it. */
async function link(tx: Em, context: IdentityContext, { facility, candidate }: One, { userId }: IdentityMatch): Promise<IssuedPerson> {
  await addPlace(tx, context, { userId, facilityId: facility.id, candidate });
  return { applicantId: candidate.id, userId, outcome: 'LINKED', letter: null };
}

/** Of another district: only its holder knows, and says, whether it is theirs. */
async function propose(
  tx: Em,
  context: IdentityContext,
  { plan, facility, candidate }: One,
  { userId }: IdentityMatch,
): Promise<IssuedPerson> {
  await insertLink(tx, {
    id: newId(),
    userId,
    applicationId: plan.applicationId,
    applicantId: candidate.id,
    districtId: plan.districtId,
    districtName: plan.districtName,
    facilityId: facility.id,
    facilityName: facility.name,
    title: candidate.title,
    isFacilityAdmin: candidate.isFacilityAdmin,
    proposedBy: plan.officerId,
    proposedAt: context.now(),
    answeredAt: null,
    isAccepted: null,
  });
  return { applicantId: candidate.id, userId, outcome: 'PROPOSED', letter: null };
}

interface Place {
  userId: string;
  facilityId: string;
  candidate: Pick<Candidate, 'title' | 'isFacilityAdmin'> & { professions?: string[] };
}

/** @throws when the ID was stopped meanwhile: the whole approval is undone */
export async function addPlace(tx: Em, context: Pick<IdentityContext, 'now'>, { userId, facilityId, candidate }: Place): Promise<void> {
  const known = await holdPractitioner(tx, userId);
  const practitionerId = known?.id ?? newId();
  if (!known) await insertPractitioner(tx, { id: practitionerId, userId, professions: candidate.professions ?? [] });
  await putAffiliation(tx, placeOf(context, practitionerId, facilityId, candidate));
}

const placeOf = (
  { now }: Pick<IdentityContext, 'now'>,
  practitionerId: string,
  facilityId: string,
  { title, isFacilityAdmin }: Pick<Candidate, 'title' | 'isFacilityAdmin'>,
) => ({ id: newId(), practitionerId, facilityId, title, isFacilityAdmin, since: tokyoDay(now()), until: null });

/** Says nothing about the person, and is easy to read from paper: `acdf-79gh`. */
async function freeAccountName(tx: Em): Promise<string> {
  const name = newReadableCode({ groups: 2, group: 4 }).toLowerCase();
  return (await isAccountNameTaken(tx, name)) ? freeAccountName(tx) : name;
}
