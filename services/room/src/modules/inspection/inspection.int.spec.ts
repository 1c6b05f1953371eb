/** R18 over GraphQL on a real PostgreSQL: what an officer reads with a running look, and what without. */
import type { PersonViewer } from '@heya/service-common/viewer';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId, officer } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, openRoom, type RoomUnderTest, startRoom, tellConsent } from '../../testing/room.ts';

let room: RoomUnderTest;
let found: Case & { roomId: string };
let clerk: PersonViewer;
beforeAll(async () => {
  room = await startRoom();
  found = await openRoom(room);
  clerk = found.people.officer;
});
afterAll(() => room.close());

const fields = '{ id officerName reason startedAt expiresAt endedAt viewerCanEnd officer { id } }';
const start = `mutation ($input: RoomInspectionInput!) { roomInspectionStart(input: $input) { userErrors { code field } roomInspection ${fields} room { id } } }`;
const end = `mutation ($id: ID!) { roomInspectionEnd(id: $id) { userErrors { code } roomInspection ${fields} room { id } } }`;
const roomQuery = `query ($id: ID!) { room(id: $id) { roomNumber viewerCanPost viewerMembership { id } patient { id name birthDate viewerCanUpdate }
  memberships { totalCount } inspections ${fields} } }`;
const reason = '三か月ごとの利用状況の確認のため';

const begin = async (viewer: PersonViewer, override: object = {}): Promise<any> =>
  (await room.get(viewer, start, { input: { idempotencyKey: newId(), roomId: found.roomId, reason, ...override } })).roomInspectionStart;
const finish = async (viewer: PersonViewer, id: string): Promise<any> => (await room.get(viewer, end, { id })).roomInspectionEnd;
const look = async (viewer: PersonViewer): Promise<any> => (await room.get(viewer, roomQuery, { id: found.roomId })).room;
const codes = (payload: { userErrors: { code: string }[] }): string[] => payload.userErrors.map(({ code }) => code);
const admin = (sql: string, values: unknown[] = []): Promise<any[]> => queryAsAdmin(room.environment.database.adminUrl, sql, values);

describe('before a look', () => {
  const seek = async (viewer: PersonViewer, number: string, selection = '{ id roomNumber status }'): Promise<any> =>
    (await room.ask(viewer, `query ($n: String!) { roomToInspect(roomNumber: $n) ${selection} }`, { n: number })) as any;

  it('an officer finds that the room exists, by its number or its receipt number, and no more of it', async () => {
    const [{ room_number: number }] = await admin('select room_number from room where id = $1', [found.roomId]);
    const [{ receipt_number: receipt }] = await admin('select receipt_number from room_application where room_id = $1', [found.roomId]);
    for (const known of [number, receipt])
      expect((await seek(clerk, known)).data.roomToInspect).toEqual({ id: found.roomId, roomNumber: number, status: 'ACTIVE' });
    const more = await seek(
      clerk,
      number,
      '{ openedAt steward { displayName } memberships { totalCount } viewerCanPost inspections { id } }',
    );
    expect(more.data.roomToInspect).toEqual({
      openedAt: null,
      steward: null,
      memberships: { totalCount: 0 },
      viewerCanPost: false,
      inspections: [],
    });
    expect(await seek(clerk, number, '{ id patient { id } }')).toMatchObject({
      data: { roomToInspect: null },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await look(clerk)).toBeNull();
    for (const other of [officer(), found.people.nurse, found.people.outsider])
      expect((await seek(other, number)).data.roomToInspect).toBeNull();
    expect((await seek(clerk, 'K-9999')).data.roomToInspect).toBeNull();
  });

  it('nobody else begins one, and none begins without a reason or a consent', async () => {
    for (const other of [officer(), found.people.nurse, found.people.outsider]) expect(codes(await begin(other))).toEqual(['NOT_FOUND']);
    expect(codes(await begin(clerk, { roomId: newId() }))).toEqual(['NOT_FOUND']);
    expect(codes(await begin(clerk, { reason: '短い' }))).toEqual(['INVALID']);
    expect(codes(await begin(clerk, { reason: `利用状況の確認 １２３４ ５６７８ ９０１８` }))).toEqual(['MY_NUMBER_NOT_ALLOWED']);
    const denied = await admin(
      "select count(*)::int as n from audit_entry where line->>'subjectId' = $1 and line->>'action' = 'DENIED' and line->>'roomId' = $1",
      [found.roomId],
    );
    expect(denied[0].n).toBeGreaterThanOrEqual(3);
    await tellConsent(room, found, 'WITHDRAWN');
    expect(codes(await begin(clerk))).toEqual(['CONSENT_REQUIRED']);
    await tellConsent(room, found, 'ACTIVE');
  });
});

describe('while a look runs', () => {
  it('its officer reads what the care team reads, writes nothing, and the room sees it', async () => {
    const key = newId();
    const begun = await begin(clerk, { idempotencyKey: key });
    expect(begun).toMatchObject({
      userErrors: [],
      roomInspection: { reason, officerName: '渡辺 直子', endedAt: null, viewerCanEnd: true },
      room: { id: found.roomId },
    });
    const { startedAt, expiresAt } = begun.roomInspection;
    expect(Date.parse(expiresAt) - Date.parse(startedAt)).toBe(3_600_000);
    expect((await begin(clerk, { idempotencyKey: key })).roomInspection.startedAt).toBe(startedAt);
    expect(codes(await begin(clerk, { idempotencyKey: key, reason: `${reason}です` }))).toEqual(['INVALID']);
    expect(codes(await begin(clerk))).toEqual(['ALREADY_EXISTS']);

    expect(await look(clerk)).toMatchObject({
      viewerCanPost: false,
      viewerMembership: null,
      patient: { name: '田中 ハル', viewerCanUpdate: false },
      memberships: { totalCount: 5 },
      inspections: [{ id: key }],
    });
    const grant = 'query ($id: ID!) { roomChangedGrant(roomId: $id, notBefore: 0) { epoch } }';
    expect((await room.get(clerk, grant, { id: found.roomId })).roomChangedGrant).toBeNull();
    const cursors = 'query ($id: ID!) { room(id: $id) { changeCursor patient { consentCursor } } }';
    expect((await room.get(clerk, cursors, { id: found.roomId })).room).toEqual({
      changeCursor: null,
      patient: { consentCursor: expect.any(String) },
    });
    const update = `mutation ($id: ID!) { patientUpdate(id: $id, input: { expectedVersion: 1, name: "別 人" }) { userErrors { code } } }`;
    expect(codes((await room.get(clerk, update, { id: found.patientId })).patientUpdate)).toEqual(['FORBIDDEN']);
    for (const other of [found.people.otherOfficer, officer()]) expect(await look(other)).toBeNull();
    for (const member of [found.people.nurse, found.people.family, found.people.patient])
      expect((await look(member)).inspections).toMatchObject([{ id: key, reason, officerName: '渡辺 直子', viewerCanEnd: false }]);
    const told = await room.bus.published('room.inspectionChanged', ({ inspectionId }) => inspectionId === key);
    expect(told.payload).toMatchObject({ roomId: found.roomId, officerId: clerk.userId, endedAt: null });

    const lines = (await admin("select line from audit_entry where line->>'actorId' = $1", [clerk.userId])).map(({ line }) => line);
    expect(lines).toContainEqual(
      expect.objectContaining({ authority: 'INSPECTION', action: 'CREATE', roomId: found.roomId, patientId: found.patientId }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ authority: 'INSPECTION', action: 'VIEW', subjectType: 'Patient', categories: ['DEMOGRAPHICS'] }),
    );

    // Ended early: gone by the time of the answer.
    expect(codes(await finish(found.people.otherOfficer, key))).toEqual(['NOT_FOUND']);
    expect(codes(await finish(found.people.nurse, key))).toEqual(['NOT_FOUND']);
    const ended = await finish(clerk, key);
    expect(ended).toMatchObject({ userErrors: [], roomInspection: { viewerCanEnd: false }, room: null });
    expect(ended.roomInspection.endedAt).not.toBeNull();
    expect(await look(clerk)).toBeNull();
    expect(await room.entities(clerk, 'Patient', '{ id name }', [found.patientId])).toEqual([null]);
    expect((await finish(clerk, key)).roomInspection.endedAt).toBe(ended.roomInspection.endedAt);
    expect((await look(found.people.nurse)).inspections).toMatchObject([{ id: key, endedAt: ended.roomInspection.endedAt }]);
  });

  it('it ends by the clock without a word, and with the consent', async () => {
    const { roomInspection } = await begin(clerk);
    await tellConsent(room, found, 'WITHDRAWN');
    expect(await look(clerk)).toBeNull();
    await tellConsent(room, found, 'ACTIVE');
    expect(await look(clerk)).not.toBeNull();
    await admin(
      "update room_inspection set started_at = started_at - interval '2 hours', expires_at = expires_at - interval '2 hours' where id = $1",
      [roomInspection.id],
    );
    expect(await look(clerk)).toBeNull();
    const shown = (await look(found.people.nurse)).inspections.find(({ id }: { id: string }) => id === roomInspection.id);
    expect(shown.endedAt).toBe(shown.expiresAt);
  });

  it("it ends with the officer's ID (R7)", async () => {
    const other = found.people.otherOfficer;
    const { roomInspection } = await begin(other);
    expect(await look(other)).not.toBeNull();
    await room.bus.publish('identity.userDeactivated', { userId: other.userId });
    expect(await look(other)).toBeNull();
    const told = await room.bus.published(
      'room.inspectionChanged',
      ({ inspectionId, endedAt }) => inspectionId === roomInspection.id && endedAt !== null,
    );
    expect(told.payload.roomId).toBe(found.roomId);
  });
});
