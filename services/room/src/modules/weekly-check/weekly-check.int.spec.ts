/** R15 over GraphQL on a real PostgreSQL: made weekly by the clock, signed by the steward alone, put to the center when nobody does. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId, officer } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  acceptInvitation,
  applicationInput,
  applyForRoom,
  approve,
  type Case,
  codes,
  consentedPatient,
  executeApplication,
  invitationsOf,
  membershipsOf,
  openRoom,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from '../../testing/room.ts';
import { daysAfter, weekAt } from './weekly-check.policy.ts';

type Opened = Case & { roomId: string };
let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const dayMs = 86_400_000;
/** A moment of the week that begins so many weeks after this one. */
const inWeek = (weeks: number): Date => new Date(Date.now() + weeks * 7 * dayMs);
const fields = `{ id weekOf dueOn isOverdue completedAt outcome note completedByName viewerCanSign
  findings { postCount consentExpiresOn membersNotJoined { id displayName remindedAt } membersLeft { id displayName } } }`;
const asked = `query ($id: ID!) { room(id: $id) { weeklyChecks ${fields} } }`;
const signing = `mutation ($id: ID!, $input: WeeklyCheckInput!) { weeklyCheckComplete(id: $id, input: $input) { userErrors { code field } weeklyCheck ${fields} } }`;
const reminding = 'mutation ($id: ID!) { roomMembershipRemind(membershipId: $id) { userErrors { code } membership { id remindedAt } } }';
const checksOf = async (viewer: PersonViewer, { roomId }: Opened): Promise<any[]> =>
  (await room.get(viewer, asked, { id: roomId })).room?.weeklyChecks ?? [];
const sign = async (viewer: PersonViewer, id: string, input: object = { outcome: 'ALL_GOOD' }): Promise<any> =>
  (await room.get(viewer, signing, { id, input })).weeklyCheckComplete;
const due = async (viewer: PersonViewer): Promise<any[]> =>
  (
    await room.get(viewer, 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { weeklyChecksDue { id } } } }', {
      r: [{ __typename: 'Viewer', id: viewer.userId }],
    })
  )._entities[0].weeklyChecksDue;
const told = async (weeklyCheckId: string): Promise<string[]> =>
  (await room.bus.all('room.weeklyCheckChanged'))
    .filter(({ payload }) => payload.weeklyCheckId === weeklyCheckId)
    .map(({ payload }) => payload.state);
const newest = async (found: Opened): Promise<any> => (await checksOf(found.people.careManager, found))[0];

/** A room to which the nurse alone has not come yet. */
async function roomWithoutNurse(): Promise<Opened & { nurseId: string }> {
  const found = await consentedPatient(room);
  const input = applicationInput(found);
  await room.get(found.people.physician, applyForRoom, { input });
  await approve(room, found, input.idempotencyKey as string);
  await room.get(found.people.officer, executeApplication, { id: input.idempotencyKey });
  let roomId = '';
  for (const person of [found.people.physician, found.people.careManager, found.people.family]) {
    const [viewer] = (await room.get(person, invitationsOf, { r: [{ __typename: 'Viewer', id: person.userId }] }))._entities;
    const { roomInvitationAccept } = await room.get(person, acceptInvitation, { id: viewer.invitations[0].id });
    roomId = roomInvitationAccept.membership.room.id;
  }
  const opened = Object.assign(found, { roomId });
  const members = await membershipsOf(room, found.people.physician, opened.roomId);
  return Object.assign(opened, { nurseId: members[found.people.nurse.userId] ?? '' });
}

test('a room has one check a week, made once by whichever process, with what the week before showed', async () => {
  const found = await roomWithoutNurse();
  const { people } = found;
  await room.runJob('weekly-check', new Date());
  expect(await checksOf(people.careManager, found)).toEqual([]);
  await room.bus.publish('timeline.postCreated', { postId: newId(), roomId: found.roomId, audience: 'CARE_TEAM' });
  const { weekOf, dueOn } = weekAt(inWeek(1));
  await tellConsent(room, found, 'ACTIVE', { expiresOn: daysAfter(weekOf, 20) });
  await Promise.all([room.runJob('weekly-check', inWeek(1)), room.runJob('weekly-check', inWeek(1))]);
  expect(await room.runJob('weekly-check', inWeek(1))).toBe(0);
  const checks = await checksOf(people.careManager, found);
  expect(checks).toMatchObject([
    {
      weekOf,
      dueOn,
      isOverdue: false,
      completedAt: null,
      viewerCanSign: true,
      findings: { postCount: 1, consentExpiresOn: daysAfter(weekOf, 20), membersLeft: [] },
    },
  ]);
  expect(checks[0].findings.membersNotJoined.map(({ id }: { id: string }) => id)).toContain(found.nurseId);
  expect(await due(people.careManager)).toEqual([{ id: checks[0].id }]);
  expect(await checksOf(people.physician, found)).toMatchObject([{ id: checks[0].id, viewerCanSign: false }]);
  for (const other of [people.family, people.nurse, people.outsider, people.officer]) expect(await checksOf(other, found)).toEqual([]);
  for (const other of [people.physician, people.family, people.officer]) expect(await due(other)).toEqual([]);
  expect(await room.entities(people.officer, 'WeeklyCheck', '{ id }', [checks[0].id])).toEqual([null]);
});

test('the steward alone signs, once, and whom they remind reads it beside the invitation', async () => {
  const found = await roomWithoutNurse();
  const { people, nurseId } = found;
  await room.runJob('weekly-check', inWeek(1));
  const { id } = await newest(found);
  for (const [other, code] of [
    [people.physician, 'FORBIDDEN'],
    [people.family, 'NOT_FOUND'],
    [people.officer, 'NOT_FOUND'],
    [people.outsider, 'NOT_FOUND'],
  ] as const)
    expect(codes(await sign(other, id)), code).toEqual([code]);
  expect(codes(await sign(people.careManager, id, { outcome: 'REMINDED_MEMBERS', remindMembershipIds: [newId()] }))).toEqual(['INVALID']);
  expect(codes(await sign(people.careManager, id, { outcome: 'REFERRED_TO_CENTER' }))).toEqual(['BLANK']);
  const [first, second] = await Promise.all(
    [1, 2].map(() => sign(people.careManager, id, { outcome: 'REMINDED_MEMBERS', remindMembershipIds: [nurseId] })),
  );
  expect([first.userErrors, second.userErrors]).toEqual([[], []]);
  expect(first.weeklyCheck).toMatchObject({
    outcome: 'REMINDED_MEMBERS',
    viewerCanSign: false,
    completedByName: people.careManager.labels.name,
  });
  expect(first.weeklyCheck.completedAt).toBe(second.weeklyCheck.completedAt);
  expect(codes(await sign(people.careManager, id))).toEqual(['INVALID_STATE']);
  expect(await due(people.careManager)).toEqual([]);
  await room.bus.published('room.weeklyCheckChanged', ({ weeklyCheckId, state }) => weeklyCheckId === id && state === 'SIGNED');
  expect(await told(id)).toEqual(['DUE', 'SIGNED']);
  const remindersOf = async (): Promise<number> =>
    (await room.bus.all('room.memberReminded')).filter(({ payload }) => payload.membershipId === nurseId).length;
  await room.bus.published('room.memberReminded', ({ membershipId }) => membershipId === nurseId);
  const [own] = (
    await room.get(
      people.nurse,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { invitations { id remindedAt } } } }',
      {
        r: [{ __typename: 'Viewer', id: people.nurse.userId }],
      },
    )
  )._entities;
  expect(own.invitations).toEqual([{ id: nurseId, remindedAt: expect.any(String) }]);
  // Asked again the same day, nobody is asked twice.
  const remind = async (viewer: PersonViewer, membershipId = nurseId): Promise<any> =>
    (await room.get(viewer, reminding, { id: membershipId })).roomMembershipRemind;
  expect((await remind(people.physician)).membership.remindedAt).toBe(own.invitations[0].remindedAt);
  expect(await remindersOf()).toBe(1);
  const members = await membershipsOf(room, people.physician, found.roomId);
  expect(codes(await remind(people.careManager, members[people.family.userId]))).toEqual(['INVALID_STATE']);
  for (const [other, code] of [
    [people.family, 'FORBIDDEN'],
    [people.nurse, 'FORBIDDEN'],
    [people.outsider, 'NOT_FOUND'],
    [people.officer, 'NOT_FOUND'],
  ] as const)
    expect(codes(await remind(other)), code).toEqual([code]);
});

test('what nobody signs by its day becomes work of the center once; handed over, its officers read why and no names', async () => {
  const found = await openRoom(room);
  const { people } = found;
  await room.runJob('weekly-check', inWeek(1));
  const { id, dueOn } = await newest(found);
  const evening = new Date(`${dueOn}T14:59:59Z`);
  await room.runJob('weekly-check-overdue', evening);
  expect((await newest(found)).isOverdue).toBe(false);
  const midnight = new Date(evening.getTime() + 1000);
  await Promise.all([room.runJob('weekly-check-overdue', midnight), room.runJob('weekly-check-overdue', midnight)]);
  expect(await room.runJob('weekly-check-overdue', midnight)).toBe(0);
  await room.bus.published('room.weeklyCheckChanged', ({ weeklyCheckId, state }) => weeklyCheckId === id && state === 'OVERDUE');
  expect(await told(id)).toEqual(['DUE', 'OVERDUE']);
  const seenBy = (viewer: PersonViewer): Promise<any> =>
    room.entities(
      viewer,
      'WeeklyCheck',
      '{ roomNumber isOverdue note viewerCanSign findings { postCount membersNotJoined { id } } room { id } }',
      [id],
    );
  expect(await seenBy(people.officer)).toMatchObject([
    { isOverdue: true, viewerCanSign: false, findings: { membersNotJoined: [] }, room: null },
  ]);
  expect(await seenBy(officer())).toEqual([null]);
  const note = '投稿のしかたに困っている方がいます';
  expect(codes(await sign(people.officer, id, { outcome: 'REFERRED_TO_CENTER', note }))).toEqual(['FORBIDDEN']);
  expect(codes(await sign(people.careManager, id, { outcome: 'REFERRED_TO_CENTER', note }))).toEqual([]);
  expect(await seenBy(people.officer)).toMatchObject([{ note }]);
  await room.bus.published('room.weeklyCheckChanged', ({ weeklyCheckId, state }) => weeklyCheckId === id && state === 'REFERRED');
  // Under the code as well: nobody's row is signed by anybody else.
  const [row] = await queryAsAdmin(room.environment.database.adminUrl, 'select completed_by as signed from weekly_check where id = $1', [
    id,
  ]);
  expect(row?.signed).toBe(people.careManager.userId);
  const lines = await queryAsAdmin(
    room.environment.database.adminUrl,
    "select line->>'authority' as by, line->>'action' as did from audit_entry where line->>'subjectId' = $1",
    [id],
  );
  for (const line of [
    { by: 'SERVICE', did: 'CREATE' },
    { by: 'SERVICE', did: 'UPDATE' },
    { by: 'MEMBERSHIP', did: 'UPDATE' },
    { by: 'REVIEW', did: 'VIEW' },
    { by: 'NONE', did: 'DENIED' },
  ])
    expect(lines).toContainEqual(line);
});
