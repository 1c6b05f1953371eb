/** R16 over GraphQL on a real PostgreSQL: a room is closed at its time, held as its district says, and kept by a legal hold. */
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  approve,
  type Case,
  closeRoom,
  closureInput,
  codes,
  executeApplication,
  openRoom,
  type RoomUnderTest,
  startRoom,
} from '../../testing/room.ts';

let room: RoomUnderTest;
let found: Case & { roomId: string };
beforeAll(async () => {
  room = await startRoom();
  found = await closingRoom({ chartRetentionYears: 7, roomClosingDays: 10 });
});
afterAll(() => room.close());

const dayMs = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);

/** A room whose form 4-3 was carried out, in a district that has set these. */
async function closingRoom(settings: Record<string, number>): Promise<Case & { roomId: string }> {
  const opened = await openRoom(room);
  const { people } = opened;
  for (const [key, value] of Object.entries(settings))
    await room.bus.publish('identity.districtSettingChanged', {
      districtId: people.districtId,
      key,
      value,
      version: 1,
      validFrom: new Date(Date.now() - 1000).toISOString(),
    });
  const filed = (await room.get(people.careManager, closeRoom, { input: closureInput(opened) })).roomClosureApply;
  await approve(room, opened, filed.roomApplication.id);
  await room.get(people.officer, executeApplication, { id: filed.roomApplication.id });
  return opened;
}

type Person = Case['people']['nurse'];
const fields = `roomId status closureReason startedAt closesAt closedAt recordClass years holdEndsOn version viewerCanHold viewerCanLift
  legalHold { id reason setByName } legalHolds { id reason liftReason setBy { id } liftedByName liftedAt }`;
const retention = async (who: Person): Promise<any> =>
  (await room.get(who, `query ($id: ID!) { roomRetention(roomId: $id) { ${fields} } }`, { id: found.roomId })).roomRetention;
const list = (who: Person, statuses: string[]): Promise<any> =>
  room.ask(who, `query ($s: [RoomStatus!]) { roomRetentions(statuses: $s) { nodes { roomId status } pageInfo { hasNextPage } } }`, {
    s: statuses,
  });
const set = async (who: Person, input: object): Promise<any> =>
  (
    await room.get(
      who,
      `mutation ($id: ID!, $i: LegalHoldSetInput!) { roomLegalHoldSet(roomId: $id, input: $i) { userErrors { code field } roomRetention { ${fields} } } }`,
      { id: found.roomId, i: input },
    )
  ).roomLegalHoldSet;
const lift = async (who: Person, input: object): Promise<any> =>
  (
    await room.get(
      who,
      `mutation ($id: ID!, $i: LegalHoldLiftInput!) { roomLegalHoldLift(roomId: $id, input: $i) { userErrors { code field } roomRetention { ${fields} } } }`,
      { id: found.roomId, i: input },
    )
  ).roomLegalHoldLift;
const linesOf = async (person: Person, action: string): Promise<object[]> =>
  (
    await queryAsAdmin<{ line: object }>(
      room.environment.database.adminUrl,
      `select line from audit_entry where line->>'actorId' = $1 and line->>'subjectType' = 'RoomRetention' and line->>'action' = $2`,
      [person.userId, action],
    )
  ).map(({ line }) => line);

it('a closing room has the days its district gives, and is closed then; the years are those of its class of records', async () => {
  const { nurse, officer, outsider, otherDistrict, family } = found.people;
  const before = await retention(officer);
  expect(before).toMatchObject({ status: 'CLOSING', closureReason: 'MOVED', closedAt: null, holdEndsOn: null, recordClass: null });
  expect(Date.parse(before.closesAt) - Date.parse(before.startedAt)).toBe(10 * dayMs);
  for (const stranger of [outsider, otherDistrict, found.people.otherNurse]) expect(await retention(stranger)).toBeNull();
  expect(await linesOf(outsider, 'DENIED')).toEqual([
    expect.objectContaining({ roomId: found.roomId, patientId: found.patientId, outcome: 'DENIED_ROLE' }),
  ]);
  expect(await room.runJob('room-closing', inDays(9))).toBe(0);
  await room.restart();
  expect(await room.runJob('room-closing', inDays(11))).toBe(1);
  expect(await room.runJob('room-closing', inDays(12))).toBe(0);
  const told = await room.bus.published('room.roomChanged', ({ roomId, status }) => roomId === found.roomId && status === 'CLOSED');
  expect(told.payload.patientId).toBe(found.patientId);
  const closed = await retention(officer);
  expect(closed).toMatchObject({ status: 'CLOSED', recordClass: 'CHART', years: 7, version: before.version + 1 });
  const day = new Date(inDays(11).getTime() + 9 * 3_600_000);
  expect(closed.holdEndsOn).toBe(
    new Date(Date.UTC(day.getUTCFullYear() + 7, day.getUTCMonth(), day.getUTCDate())).toISOString().slice(0, 10),
  );
  // Its members read on, and see the dates.
  const asked = 'query ($id: ID!) { room(id: $id) { status viewerCanPost patient { name } retention { holdEndsOn viewerCanHold } } }';
  for (const who of [nurse, family])
    expect((await room.get(who, asked, { id: found.roomId })).room).toEqual({
      status: 'CLOSED',
      viewerCanPost: false,
      patient: { name: '田中 ハル' },
      retention: { holdEndsOn: closed.holdEndsOn, viewerCanHold: false },
    });
});

it('the center alone has the list', async () => {
  const { officer, otherDistrict, nurse } = found.people;
  expect((await list(officer, ['CLOSED'])).data.roomRetentions.nodes).toEqual([{ roomId: found.roomId, status: 'CLOSED' }]);
  expect((await list(officer, ['CLOSING', 'PURGED'])).data.roomRetentions.nodes).toEqual([]);
  for (const other of [otherDistrict, nurse]) expect((await list(other, ['CLOSED'])).errors[0].extensions.code).toBe('FORBIDDEN');
});

it('an officer sets and lifts a legal hold with reasons that stay with the center; the room sees that it stands', async () => {
  const { officer, otherOfficer, nurse, outsider, careManager } = found.people;
  const input = { idempotencyKey: newId(), reason: '訴訟のため証拠を保全' };
  expect(codes(await set(careManager, input))).toEqual(['FORBIDDEN']);
  expect(codes(await set(outsider, input))).toEqual(['NOT_FOUND']);
  expect((await linesOf(careManager, 'DENIED')).length).toBe(1);
  expect(codes(await set(officer, { ...input, reason: '　' }))).toEqual(['BLANK']);
  const held = await set(officer, input);
  expect(held).toMatchObject({
    userErrors: [],
    roomRetention: { legalHold: { reason: input.reason, setByName: officer.labels.name }, viewerCanHold: false, viewerCanLift: true },
  });
  expect(await set(officer, input)).toMatchObject({ userErrors: [], roomRetention: { version: held.roomRetention.version } });
  expect(codes(await set(officer, { ...input, reason: '別の理由' }))).toEqual(['INVALID']);
  expect(codes(await set(otherOfficer, { ...input, idempotencyKey: newId() }))).toEqual(['INVALID_STATE']);
  expect(await retention(nurse)).toMatchObject({ legalHold: { id: input.idempotencyKey, reason: null, setByName: null } });

  const { version } = held.roomRetention;
  expect(codes(await lift(nurse, { reason: 'x', expectedVersion: version }))).toEqual(['FORBIDDEN']);
  expect(codes(await lift(otherOfficer, { reason: '判決が確定', expectedVersion: version - 1 }))).toEqual(['STALE_VERSION']);
  const lifted = await lift(otherOfficer, { reason: '判決が確定', expectedVersion: version });
  expect(lifted).toMatchObject({
    userErrors: [],
    roomRetention: { legalHold: null, legalHolds: [{ reason: input.reason, liftReason: '判決が確定', setBy: { id: officer.userId } }] },
  });
  expect(codes(await lift(officer, { reason: '判決が確定', expectedVersion: lifted.roomRetention.version }))).toEqual(['INVALID_STATE']);
  expect(await linesOf(otherOfficer, 'UPDATE')).toEqual([
    expect.objectContaining({ roomId: found.roomId, patientId: found.patientId, authority: 'REVIEW' }),
  ]);
  expect(JSON.stringify(await linesOf(officer, 'UPDATE'))).not.toContain('訴訟');
});

it('without settings it is thirty days and five years', async () => {
  found = await closingRoom({});
  const { officer } = found.people;
  const { startedAt, closesAt } = await retention(officer);
  expect(Date.parse(closesAt) - Date.parse(startedAt)).toBe(30 * dayMs);
  expect(await room.runJob('room-closing', inDays(31))).toBe(1);
  expect(await retention(officer)).toMatchObject({ recordClass: 'CHART', years: 5 });
});
