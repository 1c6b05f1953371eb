/** R12–R18 over GraphQL on a real PostgreSQL: one room from its form 4-1 to its certificate of erasure, and at every station who reads and who writes. */
import type { RoomErased } from '@heya/schema/events';
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayInJapan } from './modules/patient/index.ts';
import { staysAfterPurge, tablesOf } from './modules/retention/purge.fixture.ts';
import {
  acceptInvitation,
  applicationInput,
  applyForRoom,
  type Case,
  changeInput,
  changeRoom,
  closeRoom,
  closureInput,
  codes,
  consentedPatient,
  executeApplication,
  invitationsOf,
  membershipsOf,
  reviewApplication,
  type RoomUnderTest,
  startRoom,
} from './testing/room.ts';

let room: RoomUnderTest;
/** The one whose life it is; each station begins where the one before has ended. */
let found: Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
  found = Object.assign(await consentedPatient(room), { roomId: newId() });
});
afterAll(() => room.close());

type Name = Exclude<keyof Case['people'], 'districtId'>;
const everybody: Name[] = [
  'physician',
  'nurse',
  'otherNurse',
  'careManager',
  'family',
  'patient',
  'officer',
  'otherOfficer',
  'outsider',
  'otherDistrict',
];
const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const sql = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(room.environment.database.adminUrl, text, values);
/** One mutation with its `userErrors`. */
const does = async (who: PersonViewer, mutation: string, variables: object): Promise<any> =>
  Object.values(await room.get<Record<string, unknown>>(who, mutation, variables as Record<string, unknown>))[0];
const refused = async (who: PersonViewer, mutation: string, variables: object): Promise<string[]> =>
  codes(await does(who, mutation, variables));

/** Who reads the room and its patient, who may write in it, and whose change of the patient fails on nothing but a version that is not. */
async function standing(): Promise<{ status: string[]; reads: Name[]; writes: Name[]; edits: Name[] }> {
  const asked = 'query ($id: ID!) { room(id: $id) { status viewerCanPost patient { name } } }';
  const edit = `mutation ($id: ID!) { patientUpdate(id: $id, input: { expectedVersion: 999, name: "別 人" }) { userErrors { code } } }`;
  const answers = await Promise.all(
    everybody.map(async (name) => ({
      name,
      seen: (await room.get(found.people[name], asked, { id: found.roomId })).room,
      edit: await refused(found.people[name], edit, { id: found.patientId }),
    })),
  );
  const readers = answers.filter(({ seen }) => seen?.patient?.name === '田中 ハル');
  return {
    status: [...new Set(answers.flatMap(({ seen }) => (seen ? [seen.status as string] : [])))],
    reads: readers.map(({ name }) => name),
    writes: readers.filter(({ seen }) => seen.viewerCanPost).map(({ name }) => name),
    edits: answers.filter((one) => one.edit[0] === 'STALE_VERSION').map(({ name }) => name),
  };
}

/** What two officers have to say, who are not the same, and then it is carried out once. */
async function carryOut(id: string): Promise<void> {
  const { officer, otherOfficer } = found.people;
  const review = (who: PersonViewer, expectedVersion: number): Promise<string[]> =>
    refused(who, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion } });
  expect(await review(officer, 1)).toEqual([]);
  expect(await review(officer, 2)).toEqual(['FORBIDDEN']);
  expect(await refused(officer, executeApplication, { id })).toEqual(['INVALID_STATE']);
  expect(await review(otherOfficer, 2)).toEqual([]);
  await room.restart();
  expect(await refused(officer, executeApplication, { id })).toEqual([]);
  expect(await refused(otherOfficer, executeApplication, { id })).toEqual(['INVALID_STATE']);
}

async function join(...names: Name[]): Promise<void> {
  for (const name of names) {
    const who = found.people[name];
    const [viewer] = (await room.get(who, invitationsOf, { r: [{ __typename: 'Viewer', id: who.userId }] }))._entities;
    const { membership } = await does(who, acceptInvitation, { id: viewer.invitations[0].id });
    found.roomId = membership.room.id;
  }
}

const change = async (who: PersonViewer, override: object): Promise<any> =>
  does(who, changeRoom, { input: changeInput(found, { effectiveAt: new Date().toISOString(), ...override }) });
const seats = (): Promise<Record<string, string>> => membershipsOf(room, found.people.patient, found.roomId);
const members: Name[] = ['physician', 'nurse', 'careManager', 'family', 'patient'];
const laterMembers: Name[] = ['physician', 'otherNurse', 'careManager', 'family', 'patient'];
const laterTeam: Name[] = ['physician', 'otherNurse', 'careManager'];

test('opened by form 4-1: nobody is in before the opening and the invitation, then its members and nobody else', async () => {
  const { physician, nurse } = found.people;
  const input = applicationInput(found);
  expect(await refused(nurse, applyForRoom, { input })).toEqual(['FORBIDDEN']);
  expect(await refused(physician, applyForRoom, { input })).toEqual([]);
  expect(await sql('select 1 from room where patient_id = $1', [found.patientId])).toEqual([]);
  await carryOut(input.idempotencyKey as string);
  await join('physician');
  expect(await standing()).toEqual({ status: ['ACTIVE'], reads: ['physician'], writes: ['physician'], edits: ['physician'] });
  await join('nurse', 'careManager', 'family', 'patient');
  expect(await standing()).toEqual({ status: ['ACTIVE'], reads: members, writes: members, edits: ['physician', 'nurse', 'careManager'] });
});

test('form 4-2 takes one out at its minute and lets another in after two have said so', async () => {
  const { careManager, nurse, otherNurse } = found.people;
  const wished = {
    add: [{ userId: otherNurse.userId, role: 'CARE_TEAM' }],
    removeMembershipIds: [(await seats())[nurse.userId]],
  };
  expect(codes(await change(nurse, wished))).toEqual(['FORBIDDEN']);
  const { userErrors, roomApplication } = await change(careManager, wished);
  expect(userErrors).toEqual([]);
  const left = members.filter((name) => name !== 'nurse');
  expect((await standing()).reads).toEqual(left);
  await carryOut(roomApplication.id);
  expect((await standing()).reads).toEqual(left);
  await join('otherNurse');
  expect(await standing()).toEqual({ status: ['ACTIVE'], reads: laterMembers, writes: laterMembers, edits: laterTeam });
});

test('form 4-2 passes the seat of the steward on: one has it before, one after', async () => {
  const { careManager, otherNurse, nurse } = found.people;
  expect(codes(await change(careManager, { newStewardUserId: nurse.userId }))).toEqual(['STEWARD_REQUIRED']);
  const { roomApplication } = await change(careManager, { newStewardUserId: otherNurse.userId });
  const steward = async (): Promise<string> =>
    (await room.get(otherNurse, 'query ($id: ID!) { room(id: $id) { steward { user { id } } } }', { id: found.roomId })).room.steward.user
      .id;
  expect(await steward()).toBe(careManager.userId);
  await carryOut(roomApplication.id);
  expect(await steward()).toBe(otherNurse.userId);
  await room.runJob('membership-settling');
  expect(await sql('select user_id as id from room_membership where room_id = $1 and is_steward', [found.roomId])).toEqual([
    { id: otherNurse.userId },
  ]);
  expect((await standing()).writes).toEqual(laterMembers);
});

test('an officer looks in with a reason that the room sees, writes nothing, and is out again', async () => {
  const { officer, outsider, family } = found.people;
  const start = 'mutation ($input: RoomInspectionInput!) { roomInspectionStart(input: $input) { userErrors { code } } }';
  const id = newId();
  const input = { idempotencyKey: id, roomId: found.roomId, reason: '三か月ごとの利用状況の確認のため' };
  expect(await refused(officer, start, { input: { ...input, reason: '' } })).not.toEqual([]);
  expect(await refused(outsider, start, { input })).toEqual(['NOT_FOUND']);
  expect(await refused(officer, start, { input })).toEqual([]);
  const during = await standing();
  expect(during.reads).toEqual([...laterMembers, 'officer']);
  expect(during.writes).toEqual(laterMembers);
  const seen = 'query ($id: ID!) { room(id: $id) { inspections { id reason officerName endedAt } } }';
  expect((await room.get(family, seen, { id: found.roomId })).room.inspections).toEqual([
    { id, reason: input.reason, officerName: officer.labels.name, endedAt: null },
  ]);
  const end = 'mutation ($id: ID!) { roomInspectionEnd(id: $id) { userErrors { code } } }';
  expect(await refused(officer, end, { id })).toEqual([]);
  expect((await standing()).reads).toEqual(laterMembers);
});

test('after a year without posts the center asks both, decides once both have answered, and it is kept', async () => {
  const { officer, physician, patient } = found.people;
  await sql("update room set opened_at = opened_at - interval '13 months' where id = $1", [found.roomId]);
  expect(await room.runJob('dormancy', new Date())).toBe(1);
  const review = async (): Promise<any> =>
    (await room.get(patient, 'query ($id: ID!) { room(id: $id) { dormancyReview { id state } } }', { id: found.roomId })).room
      .dormancyReview;
  const { id, state } = await review();
  expect(state).toBe('ASKING');
  const answer =
    'mutation ($id: ID!, $input: DormancyAnswerInput!) { dormancyReviewAnswer(id: $id, input: $input) { userErrors { code } } }';
  const decide =
    'mutation ($id: ID!) { dormancyReviewDecide(id: $id, decision: KEEP, reason: "来月から訪問が始まる") { userErrors { code } } }';
  for (const party of ['APPLICANT', 'PATIENT']) {
    const input = { idempotencyKey: newId(), party, channel: 'TELEPHONE', askedOn: dayInJapan(new Date()), keep: true };
    expect(await refused(physician, answer, { id, input })).toEqual(['FORBIDDEN']);
    expect(await refused(officer, decide, { id })).toEqual(['INVALID_STATE']);
    expect(await refused(officer, answer, { id, input })).toEqual([]);
  }
  expect(await refused(officer, decide, { id })).toEqual([]);
  expect((await review()).state).toBe('KEPT');
  expect(await room.runJob('dormancy', new Date())).toBe(0);
  expect(await standing()).toEqual({ status: ['ACTIVE'], reads: laterMembers, writes: laterMembers, edits: laterTeam });
});

test('the check of the week is signed by who is steward now, and not by who was', async () => {
  const { careManager, otherNurse } = found.people;
  expect(await room.runJob('weekly-check', inDays(7))).toBe(1);
  const [check] = (
    await room.get(otherNurse, 'query ($id: ID!) { room(id: $id) { weeklyChecks { id completedAt } } }', { id: found.roomId })
  ).room.weeklyChecks;
  const sign =
    'mutation ($id: ID!) { weeklyCheckComplete(id: $id, input: { outcome: ALL_GOOD }) { userErrors { code } weeklyCheck { outcome } } }';
  expect(await refused(careManager, sign, { id: check.id })).not.toEqual([]);
  expect(await does(otherNurse, sign, { id: check.id })).toEqual({ userErrors: [], weeklyCheck: { outcome: 'ALL_GOOD' } });
});

const retention = async (who: PersonViewer): Promise<any> =>
  (
    await room.get(
      who,
      `query ($id: ID!) { roomRetention(roomId: $id) { status version holdEndsOn legalHold { reason }
        purge { confirmations { officer { id } } certificate { sha256 parts { service } } } } }`,
      { id: found.roomId },
    )
  ).roomRetention;
const confirm = async (who: PersonViewer): Promise<string[]> =>
  refused(who, 'mutation ($id: ID!, $v: Int!) { roomPurgeConfirm(roomId: $id, expectedVersion: $v) { userErrors { code } } }', {
    id: found.roomId,
    v: (await retention(found.people.officer)).version,
  });

test('form 4-3 ends the writing and not the reading; closed by the clock, it is held', async () => {
  const { otherNurse, physician, careManager, nurse, officer } = found.people;
  const copies = [physician, careManager, otherNurse].map(({ facilityId }) => ({ facilityId, isSaved: true }));
  const input = closureInput(found, { copies });
  expect(await refused(nurse, closeRoom, { input })).toEqual(['NOT_FOUND']);
  const { userErrors, roomApplication } = await does(otherNurse, closeRoom, { input });
  expect(userErrors).toEqual([]);
  expect((await standing()).writes).toEqual(laterMembers);
  await carryOut(roomApplication.id);
  expect(await standing()).toEqual({ status: ['CLOSING'], reads: laterMembers, writes: [], edits: [] });
  expect(codes(await change(physician, { newStewardUserId: physician.userId }))).toEqual(['INVALID_STATE']);
  expect(await room.runJob('room-closing', inDays(29))).toBe(0);
  expect(await room.runJob('room-closing', inDays(31))).toBe(1);
  await room.restart();
  expect(await standing()).toEqual({ status: ['CLOSED'], reads: laterMembers, writes: [], edits: [] });
  expect(codes(await change(physician, { newStewardUserId: physician.userId }))).toEqual(['INVALID_STATE']);
  expect((await retention(officer)).holdEndsOn > dayInJapan(inDays(4 * 365))).toBe(true);
  expect(await confirm(officer)).toEqual(['INVALID_STATE']);
});

test('a legal hold keeps it past its years, and lifted no more', async () => {
  const { officer, otherOfficer, physician } = found.people;
  const set = 'mutation ($id: ID!, $i: LegalHoldSetInput!) { roomLegalHoldSet(roomId: $id, input: $i) { userErrors { code } } }';
  const lift = 'mutation ($id: ID!, $i: LegalHoldLiftInput!) { roomLegalHoldLift(roomId: $id, input: $i) { userErrors { code } } }';
  const i = { idempotencyKey: newId(), reason: '訴訟のため証拠を保全' };
  expect(await refused(physician, set, { id: found.roomId, i })).toEqual(['FORBIDDEN']);
  expect(await refused(officer, set, { id: found.roomId, i })).toEqual([]);
  await sql("update room_retention set hold_ends_on = '2026-01-01' where room_id = $1", [found.roomId]);
  expect(await confirm(officer)).toEqual(['INVALID_STATE']);
  expect(await room.runJob('room-purge')).toBe(0);
  expect((await standing()).reads).toEqual(laterMembers);
  const { version, legalHold } = await retention(physician);
  expect(legalHold).toEqual({ reason: null });
  expect(await refused(otherOfficer, lift, { id: found.roomId, i: { reason: '判決が確定', expectedVersion: version } })).toEqual([]);
});

test('two officers erase it; nobody reads it any more, nothing is left of it, and the certificate stays', async () => {
  const { officer, otherOfficer, physician } = found.people;
  expect(await confirm(physician)).toEqual(['FORBIDDEN']);
  for (let tap = 0; tap < 2; tap += 1) expect(await confirm(officer)).toEqual([]);
  expect(await room.runJob('room-purge')).toBe(0);
  expect((await standing()).reads).toEqual(laterMembers);
  expect(await confirm(otherOfficer)).toEqual([]);
  await room.restart();
  expect(await room.runJob('room-purge')).toBe(1);
  expect(await standing()).toEqual({ status: [], reads: [], writes: [], edits: [] });
  const answer: RoomErased = { roomId: found.roomId, counts: [], sha256: 'a'.repeat(64), subjectIds: [] };
  for (const topic of ['timeline.roomErased', 'consent.roomErased'] as const) await room.bus.publish(topic, answer);
  expect((await retention(officer)).purge.certificate).toBeNull();
  await room.bus.published('room.erasureAsked', ({ roomId, service }) => roomId === found.roomId && service === 'identity');
  await room.bus.publish('identity.roomErased', answer);
  expect(await retention(officer)).toMatchObject({
    status: 'PURGED',
    purge: {
      confirmations: [officer, otherOfficer].map(({ userId }) => ({ officer: { id: userId } })),
      certificate: {
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        parts: ['consent', 'identity', 'room', 'timeline'].map((service) => ({ service })),
      },
    },
  });
  expect(await tablesOf(sql, found)).toEqual(staysAfterPurge);
  const kept = await sql('select line from audit_entry where patient_id = $1', [found.patientId]);
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toMatch(/田中|佐藤|退院|訴訟|訪問/);
});
