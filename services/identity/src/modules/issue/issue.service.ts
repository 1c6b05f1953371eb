/** Issuing: the facility found by its code or made, each person found or made, one ID a person (R2, R3). */
import { auditAll } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { newReadableCode } from '../credential/index.ts';
import { createEnrolments, type EnrolmentCode } from '../enrolment/index.ts';
import type { Facility } from '../facility/index.ts';
import { tokyoDay } from '../user/index.ts';
import {
  holdPractitioners,
  insertLinks,
  insertPeople,
  insertPractitioners,
  type NewPerson,
  putAffiliations,
  takenAccountNames,
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
  const [unknown, here, elsewhere] = sort(plan);
  const place: Place = { plan, facility };
  const done = [
    ...(await create(tx, context, place, unknown)),
    ...(await link(tx, context, place, here)),
    ...(await propose(tx, context, place, elsewhere)),
  ];
  // In the order of the application.
  const people = plan.assignments.flatMap(({ candidate }) => done.filter(({ applicantId }) => applicantId === candidate.id));
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

interface Known {
  candidate: Candidate;
  userId: string;
}

/** Who is new, who has an ID of this district, and who has one of another. */
function sort({ assignments, districtId }: IssuePlan): [Candidate[], Known[], Known[]] {
  const known = (isHere: boolean): Known[] =>
    assignments.flatMap(({ candidate, match }) =>
      match && (match.districtId === districtId) === isHere ? [{ candidate, userId: match.userId }] : [],
    );
  return [assignments.flatMap(({ candidate, match }) => (match ? [] : [candidate])), known(true), known(false)];
}

interface Place {
  plan: IssuePlan;
  facility: Facility;
}

async function create(
  tx: Em,
  context: IdentityContext,
  { plan: { districtId }, facility }: Place,
  candidates: readonly Candidate[],
): Promise<IssuedPerson[]> {
  if (candidates.length === 0) return [];
  const names = await freeAccountNames(tx, candidates.length);
  const made = candidates.map((candidate, index) => ({ candidate, userId: newId(), accountName: names[index] as string }));
  await insertPeople(
    tx,
    made.map((one) => newPerson(context, { ...one, districtId, facilityId: facility.id })),
  );
  const codes = await createEnrolments(tx, { userIds: made.map(({ userId }) => userId), districtId }, context);
  return made.map(({ candidate, userId, accountName }, index) => {
    const { code, expiresAt } = codes[index] as EnrolmentCode;
    return { applicantId: candidate.id, userId, outcome: 'CREATED', letter: { accountName, enrolmentCode: code, expiresAt } };
  });
}

interface Made {
  candidate: Candidate;
  userId: string;
  accountName: string;
  districtId: string;
  facilityId: string;
}

function newPerson(context: IdentityContext, { candidate, userId, accountName, districtId, facilityId }: Made): NewPerson {
  const { name, nameKana, birthDate, professions, email, licenceNumber } = candidate;
  const practitionerId = newId();
  return {
    user: {
      id: userId,
      districtId,
      kind: 'PROFESSIONAL',
      accountName,
      displayName: name,
      displayNameKana: nameKana,
      sortName: nameKana,
      birthDate,
      deactivatedAt: null,
      enrolledAt: null,
    },
    practitioner: { id: practitionerId, userId, professions },
    particular: { userId, email, licenceNumber },
    place: placeOf(context, practitionerId, facilityId, candidate),
  };
}

/** The ID is there; the place is added to it. */
async function link(tx: Em, context: IdentityContext, { facility }: Place, people: readonly Known[]): Promise<IssuedPerson[]> {
  await addPlaces(tx, context, facility.id, people);
  return people.map(({ candidate, userId }) => ({ applicantId: candidate.id, userId, outcome: 'LINKED', letter: null }));
}

/** Of another district: only its holder knows, and says, whether it is theirs. */
async function propose(tx: Em, { now }: IdentityContext, { plan, facility }: Place, people: readonly Known[]): Promise<IssuedPerson[]> {
  await insertLinks(
    tx,
    people.map(({ candidate, userId }) => ({
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
      proposedAt: now(),
      answeredAt: null,
      isAccepted: null,
    })),
  );
  return people.map(({ candidate, userId }) => ({ applicantId: candidate.id, userId, outcome: 'PROPOSED', letter: null }));
}

interface Addition {
  userId: string;
  candidate: Pick<Candidate, 'title' | 'isFacilityAdmin' | 'professions'>;
}

/** @throws when an ID was stopped meanwhile: the whole approval is undone */
export async function addPlaces(
  tx: Em,
  context: Pick<IdentityContext, 'now'>,
  facilityId: string,
  people: readonly Addition[],
): Promise<void> {
  if (people.length === 0) return;
  const known = await holdPractitioners(
    tx,
    people.map(({ userId }) => userId),
  );
  const fresh = people.flatMap(({ userId, candidate }) =>
    known.has(userId) ? [] : [{ id: newId(), userId, professions: candidate.professions }],
  );
  await insertPractitioners(tx, fresh);
  const ids = new Map([...known, ...fresh.map(({ id, userId }) => [userId, id] as const)]);
  await putAffiliations(
    tx,
    people.map(({ userId, candidate }) => placeOf(context, ids.get(userId) as string, facilityId, candidate)),
  );
}

const placeOf = (
  { now }: Pick<IdentityContext, 'now'>,
  practitionerId: string,
  facilityId: string,
  { title, isFacilityAdmin }: Pick<Candidate, 'title' | 'isFacilityAdmin'>,
) => ({ id: newId(), practitionerId, facilityId, title, isFacilityAdmin, since: tokyoDay(now()), until: null });

/** Say nothing about the person, and are easy to read from paper: `acdf-79gh`. */
export async function freeAccountNames(tx: Em, count: number): Promise<string[]> {
  const names = new Set<string>();
  while (names.size < count) names.add(newReadableCode({ groups: 2, group: 4 }).toLowerCase());
  const taken = await takenAccountNames(tx, [...names]);
  const free = [...names].filter((name) => !taken.includes(name));
  return taken.length === 0 ? free : [...free, ...(await freeAccountNames(tx, taken.length))];
}
