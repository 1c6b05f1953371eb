/** R16, threat 30 on a real PostgreSQL: a room is erased by two officers after its hold, step by step, whatever breaks off or comes twice. */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { readText } from '@heya/forms/raster.fixture';
import type { RoomErased } from '@heya/schema/events';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { fileOf } from '@heya/testkit/client';
import { queryAsAdmin, tablesOfNobody } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ormConfig } from '../../orm.config.ts';
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
  tellConsent,
} from '../../testing/room.ts';
import { insertBrought } from '../bring-in/bring-in.fixture.ts';
import { staysAfterPurge, tablesOf } from './purge.fixture.ts';
import { takeStep } from './purge.service.ts';

type Found = Case & { roomId: string };
let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const sql = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(room.environment.database.adminUrl, text, values);

/** A room that is closed and whose hold is over. */
async function closedRoom(isOver = true): Promise<Found> {
  const found = await openRoom(room);
  const { people } = found;
  const filed = (await room.get(people.careManager, closeRoom, { input: closureInput(found) })).roomClosureApply;
  await approve(room, found, filed.roomApplication.id);
  await room.get(people.officer, executeApplication, { id: filed.roomApplication.id });
  await room.runJob('room-closing', new Date(Date.now() + 40 * 86_400_000));
  if (isOver) await sql("update room_retention set hold_ends_on = '2026-01-01' where room_id = $1", [found.roomId]);
  return found;
}

type Person = Case['people']['nurse'];
const fields = `status closureReason version viewerCanPurge purge { begunAt confirmations { officer { id } at }
  certificate { erasedAt sha256 parts { service sha256 counts { name count } } } }`;
const retention = async (who: Person, { roomId }: Found): Promise<any> =>
  (await room.get(who, `query ($id: ID!) { roomRetention(roomId: $id) { ${fields} } }`, { id: roomId })).roomRetention;
const confirm = async (who: Person, found: Found, version?: number): Promise<any> => {
  const expectedVersion = version ?? (await retention(found.people.officer, found)).version;
  const asked = `mutation ($id: ID!, $v: Int!) { roomPurgeConfirm(roomId: $id, expectedVersion: $v) { userErrors { code } roomRetention { ${fields} } } }`;
  return (await room.get(who, asked, { id: found.roomId, v: expectedVersion })).roomPurgeConfirm;
};
const hold = (found: Found): Promise<any> =>
  room.get(
    found.people.officer,
    'mutation ($id: ID!, $i: LegalHoldSetInput!) { roomLegalHoldSet(roomId: $id, input: $i) { userErrors { code } } }',
    { id: found.roomId, i: { idempotencyKey: newId(), reason: '調査' } },
  );
const lift = async (found: Found): Promise<any> =>
  room.get(
    found.people.otherOfficer,
    'mutation ($id: ID!, $i: LegalHoldLiftInput!) { roomLegalHoldLift(roomId: $id, input: $i) { userErrors { code } } }',
    { id: found.roomId, i: { reason: '終了', expectedVersion: (await retention(found.people.officer, found)).version } },
  );
const asked = async ({ roomId }: Found): Promise<{ service: string; subjectIds: string[] }[]> =>
  (await room.bus.all('room.erasureAsked')).filter(({ payload }) => payload.roomId === roomId).map(({ payload }) => payload);

let first: Found;

it('is refused while the hold runs, under a legal hold, to one officer alone, and to everybody else', async () => {
  const early = (first = await closedRoom(false));
  expect(codes(await confirm(early.people.officer, early))).toEqual(['INVALID_STATE']);
  await sql("update room_retention set hold_ends_on = '2026-01-01' where room_id = $1", [early.roomId]);
  const { officer, otherOfficer, nurse, outsider } = early.people;
  expect(codes(await confirm(nurse, early))).toEqual(['FORBIDDEN']);
  expect(codes(await confirm(outsider, early))).toEqual(['NOT_FOUND']);
  expect(codes(await confirm(officer, early, 99))).toEqual(['STALE_VERSION']);
  for (let tap = 0; tap < 2; tap += 1)
    expect(await confirm(officer, early)).toMatchObject({
      userErrors: [],
      roomRetention: {
        status: 'CLOSED',
        viewerCanPurge: false,
        purge: { begunAt: null, confirmations: [{ officer: { id: officer.userId } }] },
      },
    });
  expect(await room.runJob('room-purge')).toBe(0);
  // A hold that comes takes back what was said.
  await hold(early);
  expect(await retention(officer, early)).toMatchObject({ purge: null });
  expect(codes(await confirm(otherOfficer, early))).toEqual(['INVALID_STATE']);
  expect(await room.runJob('room-purge')).toBe(0);
  // Under the code as well: nobody writes that they have said so, nor that it has begun.
  const orm = await openOrm(ormConfig(room.environment.database.url));
  const insert =
    'insert into room_purge (room_id, district_id, patient_id, first_by, first_by_name, first_at) values (?, ?, ?, ?, ?, now())';
  const values = [early.roomId, officer.districtId, early.patientId, officer.userId, 'x'];
  await expect(inViewer(orm.em, officer, (tx) => tx.execute(insert, values))).rejects.toThrow(/row-level security/);
  await expect(
    inViewer(orm.em, officer, (tx) => tx.execute('select * from erase_room(?, ?)', [early.roomId, early.patientId])),
  ).resolves.toEqual([]);
  await orm.close(true);
});

it('goes by every table there is: one that says of no room or patient whose it is has to be known here', async () => {
  const tables = await sql<{ name: string }>(tablesOfNobody);
  // Of the service or of a district; of people by themselves; the patient and what is found by its parent, which the migration names.
  const known = ['consumer_offset', 'dead_event', 'district_setting', 'district_setting_change', 'mikro_orm_migrations', 'outbox_event']
    .concat('stream_counter', 'place_ending', 'join_try', 'export_key')
    .concat('patient', 'dormancy_entry', 'room_export_piece', 'data_key');
  expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

it('two officers begin it; the room is gone for everybody at once, and each service is asked once the one before has answered', async () => {
  const found = first;
  const { officer, otherOfficer, nurse } = found.people;
  await lift(found);
  const [application] = await sql<{ id: string }>("select id from room_application where patient_id = $1 and form = 'FORM_4_1'", [
    found.patientId,
  ]);
  await insertBrought(sql, { ...found, districtId: officer.districtId });
  await confirm(officer, found);
  await confirm(otherOfficer, found);
  // A process that dies in the middle of a step leaves nothing of it.
  const orm = await openOrm(ormConfig(room.environment.database.url));
  const torn = inViewer(orm.em, { type: 'service', name: 'room' }, async (tx) => {
    await takeStep(tx, found.roomId, new Date());
    throw new Error('killed');
  });
  await expect(torn).rejects.toThrow('killed');
  await orm.close(true);
  expect(await retention(officer, found)).toMatchObject({ status: 'CLOSED' });

  expect(await room.runJob('room-purge')).toBe(1);
  expect(await room.runJob('room-purge')).toBe(0);
  expect((await room.get(nurse, 'query ($id: ID!) { room(id: $id) { id } }', { id: found.roomId })).room).toBeNull();
  expect(await tablesOf(sql, found)).toEqual(staysAfterPurge);
  const lines = await sql<{ line: object }>('select line from audit_entry where patient_id = $1', [found.patientId]);
  expect(JSON.stringify(lines)).not.toMatch(/田中|佐藤|退院/);
  const told = await room.bus.published('room.roomChanged', ({ roomId, status }) => roomId === found.roomId && status === 'PURGED');
  expect(told.payload.patientId).toBe(found.patientId);
  await room.bus.published('room.erasureAsked', ({ roomId }) => roomId === found.roomId);
  expect((await asked(found)).map(({ service }) => service)).toEqual(['timeline', 'consent']);
  expect(codes(await confirm(officer, found))).toEqual([]);
  expect((await hold(found)).roomLegalHoldSet.userErrors).toEqual([{ code: 'INVALID_STATE' }]);

  const consentId = newId();
  const answer = (counts: RoomErased['counts'], subjectIds: string[] = []): RoomErased => ({
    roomId: found.roomId,
    counts,
    sha256: 'a'.repeat(64),
    subjectIds,
  });
  await room.bus.publish('consent.roomErased', answer([{ name: 'consent', count: 1 }], [consentId]));
  await room.restart();
  const last = await room.bus.published('room.erasureAsked', ({ roomId, service }) => roomId === found.roomId && service === 'identity');
  expect(last.payload.subjectIds).toEqual(expect.arrayContaining([consentId, application?.id]));
  await room.bus.publish('identity.roomErased', answer([{ name: 'review_task', count: 3 }]));
  expect(await retention(officer, found)).toMatchObject({ purge: { certificate: null } });
  await room.bus.publish('timeline.roomErased', answer([{ name: 'post', count: 9 }]));
  // Said again, after it found nothing more.
  await room.bus.publish('timeline.roomErased', answer([]));
  const done = await retention(otherOfficer, found);
  expect(done).toMatchObject({
    status: 'PURGED',
    closureReason: null,
    purge: {
      confirmations: [{ officer: { id: officer.userId } }, { officer: { id: otherOfficer.userId } }],
      certificate: {
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        parts: [
          { service: 'consent' },
          { service: 'identity' },
          {
            service: 'room',
            counts: expect.arrayContaining([
              { name: 'patient', count: 1 },
              { name: 'room_membership', count: 5 },
            ]),
          },
          { service: 'timeline', counts: [{ name: 'post', count: 9 }] },
        ],
      },
    },
  });
  // What comes late about it is not taken in.
  await tellConsent(room, found, 'ACTIVE');
  await room.bus.publish('timeline.postCreated', { postId: newId(), roomId: found.roomId, audience: 'CARE_TEAM' });
  expect(await tablesOf(sql, found)).toEqual(staysAfterPurge);
});

it('ends with the same certificate in whatever order, and however often, answers come and steps are taken', async () => {
  const found = await closedRoom();
  const { officer, otherOfficer } = found.people;
  await confirm(officer, found);
  await confirm(otherOfficer, found);
  const moves = ['timeline.roomErased', 'consent.roomErased', 'identity.roomErased', 'STEP', 'AGAIN'] as const;
  const [script] = fc.sample(fc.array(fc.constantFrom(...moves), { minLength: 12, maxLength: 12 }), 1);
  const answer = (service: string): RoomErased => ({
    roomId: found.roomId,
    counts: [{ name: service, count: 1 }],
    sha256: 'b'.repeat(64),
    subjectIds: [],
  });
  for (const move of script ?? []) {
    if (move === 'STEP') await room.runJob('room-purge');
    // So late that whoever has not answered is asked again.
    else if (move === 'AGAIN') await room.runJob('room-purge', new Date(Date.now() + 3_600_000));
    else await room.bus.send(move, answer(move));
  }
  await room.runJob('room-purge');
  for (const move of ['consent.roomErased', 'identity.roomErased', 'timeline.roomErased'] as const)
    await room.bus.publish(move, answer(move));
  const { certificate } = (await retention(officer, found)).purge;
  expect(certificate.parts.map(({ service, counts }: any) => [service, service === 'room' || counts])).toEqual([
    ['consent', [{ name: 'consent.roomErased', count: 1 }]],
    ['identity', [{ name: 'identity.roomErased', count: 1 }]],
    ['room', true],
    ['timeline', [{ name: 'timeline.roomErased', count: 1 }]],
  ]);
  expect(await room.runJob('room-purge', new Date(Date.now() + 7_200_000))).toBe(0);
});

it('prints its certificate for officers of the district alone, once everything is erased, and that is in the record', async () => {
  const pending = await closedRoom();
  const { officer, otherOfficer, nurse } = first.people;
  await room.app.server.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(room.app.server.server.address() as AddressInfo).port}`;
  const fetchIt = (viewer: Person, { roomId }: Found) =>
    fileOf(
      address,
      { name: 'room', key: room.environment.envelopeKey, viewer },
      { method: 'GET', path: `/files/erasures/${roomId}/certificate` },
    );
  const elsewhere = { ...officer, districtId: newId() };
  for (const [who, found] of [
    [nurse, first],
    [elsewhere, first],
    [pending.people.nurse, pending],
    [pending.people.officer, pending],
  ] as const)
    expect((await fetchIt(who, found)).status).toBe(404);
  const lines = (action: string, { roomId }: Found): Promise<{ actor: string }[]> =>
    sql("select line -> 'actorId' as actor from audit_entry where line ->> 'action' = $1 and line ->> 'subjectId' = $2", [action, roomId]);
  expect([(await lines('PRINT', first)).length, (await lines('PRINT', pending)).length]).toEqual([0, 0]);
  expect((await lines('DENIED', first)).length).toBeGreaterThanOrEqual(2);

  const { status, bytes, headers } = await fetchIt(officer, first);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const text = (await readText(bytes))
    .map((page) => page.text)
    .join('')
    .replace(/\s+/g, '');
  const { purge } = await retention(officer, first);
  const [kept] = await sql<{ number: string; application: string; names: string[] }>(
    'select r.room_number as number, r.application_number as application, array[p.first_by_name, p.second_by_name] as names from room_retention r join room_purge p using (room_id) where room_id = $1',
    [first.roomId],
  );
  if (!kept) throw new Error('Nothing is kept of the room');
  const hashes = [purge.certificate, ...purge.certificate.parts].map(({ sha256 }) => sha256);
  for (const words of [kept.number, first.roomId, officer.userId, otherOfficer.userId, ...kept.names, ...hashes, 'post9', 'patient1、'])
    expect(text).toContain(words.replace(/\s+/g, ''));
  // The hash can be worked out from what is printed.
  const { certificate, begunAt, confirmations } = purge;
  const told = confirmations.flatMap(({ officer: { id }, at }: any) => [id, at]).concat(begunAt, certificate.erasedAt);
  const counted = certificate.parts.map(({ service, sha256, counts }: any) =>
    [service, sha256, ...counts.map(({ name, count }: any) => `${name}=${count}`)].join(' '),
  );
  const said = ['heya erasure 2', first.roomId, kept.number, kept.application, ...told, ...counted];
  expect(createHash('sha256').update(said.join('\n')).digest('hex')).toBe(certificate.sha256);
  for (const line of said) expect(text).toContain(line.replace(/\s+/g, ''));
  expect(text).not.toMatch(/田中|退院/);
  expect(await lines('PRINT', first)).toHaveLength(1);
});
