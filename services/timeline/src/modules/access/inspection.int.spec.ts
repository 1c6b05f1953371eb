/** R18 in the timeline: a look of the center reads as the care team does while it runs, and leaves nothing behind but its line. */
import { officer as anotherOfficer } from '@heya/testkit/viewers';
import { newId } from '@heya/testkit/viewers';
import type { Viewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorld, post, RoomOnBus, stored, timelineOf, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
let forTeam: string;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  const vitals = { takenAt: new Date().toISOString(), measurements: [{ kind: 'PULSE', value: 72 }] };
  forTeam = (await post(world, room.people.nurse, room, { body: '専門職だけ', vitals })).post?.id;
});

const grant = 'query ($id: ID!) { roomEventGrant(roomId: $id) { audience epoch validUntil } }';
const patient = '{ latestVitals { value } vitals { totalCount } }';
const bodies = async (viewer: Viewer): Promise<string[] | null> =>
  (await timelineOf(world, viewer, room)).posts?.nodes.map(({ body }: { body: string }) => body) ?? null;
const linesOf = async (viewer: { userId: string }): Promise<Record<string, unknown>[]> =>
  (
    await stored<{ line: Record<string, unknown> }>(world, "select line from audit_entry where line->>'actorId' = $1 order by seq", [
      viewer.userId,
    ])
  ).map(({ line }) => line);

test('while it runs the officer reads all of it, and neither posts nor marks nor follows', async () => {
  const { officer } = room.people;
  expect(await bodies(officer)).toBeNull();
  await room.inspection(officer);
  expect(await bodies(officer)).toEqual(['専門職だけ']);
  expect(await world.client.entities(officer, 'Patient', patient, [room.patientId])).toEqual([
    { latestVitals: [{ value: 72 }], vitals: { totalCount: 1 } },
  ]);
  expect((await post(world, officer, room)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  expect((await post(world, officer, room, { audience: 'EVERYONE' })).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  const mark = 'mutation ($r: ID!, $p: ID!) { roomMarkRead(roomId: $r, upToPostId: $p) { userErrors { code } } }';
  expect((await world.client.get(officer, mark, { r: room.roomId, p: forTeam })).roomMarkRead.userErrors).toEqual([{ code: 'FORBIDDEN' }]);
  expect((await world.client.get(officer, grant, { id: room.roomId })).roomEventGrant).toBeNull();
  expect(
    await stored(world, 'select 1 from read_receipt where user_id = $1 union all select 1 from reading_position where user_id = $1', [
      officer.userId,
    ]),
  ).toEqual([]);
  const [summary] = await world.client.entities(room.people.nurse, 'Post', '{ readSummary { readCount audienceCount } }', [forTeam]);
  expect(summary).toEqual({ readSummary: { readCount: 0, audienceCount: 2 } });
  const lines = await linesOf(officer);
  expect(lines).toContainEqual(
    expect.objectContaining({
      action: 'VIEW',
      authority: 'INSPECTION',
      categories: ['DAILY_CONDITION'],
      roomId: room.roomId,
      patientId: room.patientId,
    }),
  );
  expect(lines.filter(({ action }) => action === 'DENIED').length).toBeGreaterThanOrEqual(4);
});

test('ended, over by the clock, not begun, of another officer or district, without consent, with the ID ended: nothing', async () => {
  const { officer, otherOfficer } = room.people;
  const now = Date.now();
  const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
  const id = await room.inspection(officer);
  for (const other of [
    otherOfficer,
    anotherOfficer(),
    room.people.outsider,
    { ...officer, kind: 'PROFESSIONAL' as const },
    { ...officer, districtId: newId() },
  ])
    expect(await bodies(other)).toBeNull();
  await room.withdraw();
  expect(await bodies(officer)).toBeNull();
  await room.consent({ expiresOn: '2026-01-01' });
  expect(await bodies(officer)).toBeNull();
  await room.consent();
  expect(await bodies(officer)).not.toBeNull();
  await room.inspection(officer, { inspectionId: id, endedAt: at(-1) });
  expect(await bodies(officer)).toBeNull();
  // What ended does not come back by a late word.
  await room.inspection(officer, { inspectionId: id });
  expect(await bodies(officer)).toBeNull();
  await room.inspection(officer, { startedAt: at(-90), expiresAt: at(-30) });
  expect(await bodies(officer)).toBeNull();
  await room.inspection(officer, { startedAt: at(30), expiresAt: at(90) });
  expect(await bodies(officer)).toBeNull();
  await room.inspection(officer);
  expect(await bodies(officer)).not.toBeNull();
  await world.bus.publish('identity.userDeactivated', { userId: officer.userId });
  expect(await bodies(officer)).toBeNull();
});

test('a grant says when it ends by itself: the membership or the consent, whichever is first (R9, R14)', async () => {
  const { nurse } = room.people;
  const until = async (): Promise<unknown> => (await world.client.get(nurse, grant, { id: room.roomId })).roomEventGrant.validUntil;
  expect(await until()).toBeNull();
  await room.consent({ expiresOn: '2099-03-31' });
  expect(await until()).toBe('2099-03-31T15:00:00.000Z');
  await room.member(nurse, 'CARE_TEAM', { until: '2098-01-01T00:00:00.000Z' });
  expect(await until()).toBe('2098-01-01T00:00:00.000Z');
  await room.consent({ expiresOn: '2097-12-31' });
  expect(await until()).toBe('2097-12-31T15:00:00.000Z');
});
