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

describe('the list of rooms (R13)', () => {
  const view =
    '{ facilities { name facility { id } } memberCount waitingCount hasSteward checkOverdueSince lastUsedOn consentInForce isInspecting }';
  const listing = `query ($filter: RoomFilter, $first: Int! = 20, $after: String) { rooms(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id roomNumber status openedAt centerView ${view} } } }`;
  const list = async (filter: object | null = null, viewer: PersonViewer = clerk): Promise<any> =>
    (await room.get(viewer, listing, { filter })).rooms;
  const numbers = async (filter: object): Promise<string[]> => (await list(filter)).nodes.map((node: any) => node.roomNumber);
  const own = async (): Promise<any> => (await list()).nodes.find(({ id }: { id: string }) => id === found.roomId);

  beforeAll(async () => {
    const { districtId, nurse } = found.people;
    const add = async (number: string, status: string, openedAt: string): Promise<string> => {
      const id = newId();
      const values = [id, districtId, newId(), number, status, openedAt];
      await admin('insert into room (id, district_id, patient_id, room_number, status, opened_at) values ($1, $2, $3, $4, $5, $6)', values);
      return id;
    };
    await add('K-9001', 'DORMANT', '2020-01-01T00:00:00Z');
    const waiting = await add('K-9002', 'ACTIVE', '2020-01-02T00:00:00Z');
    await add('K-9003', 'CLOSING', '2020-01-03T00:00:00Z');
    await admin(
      `insert into room_membership (id, room_id, district_id, patient_id, user_id, display_name, facility_id, facility_name, role, is_steward, status, invited_by, invited_at)
       select gen_random_uuid(), id, district_id, patient_id, $2, '鈴木 花子', $3, 'わかば訪問看護', 'CARE_TEAM', false, 'INVITED', $2, now() from room where id = $1`,
      [waiting, nurse.userId, nurse.facilityId],
    );
    await admin(
      `insert into weekly_check (id, room_id, district_id, patient_id, room_number, week_of, due_on, post_count, not_joined, has_left, made_at, overdue_at)
       select gen_random_uuid(), id, district_id, patient_id, room_number, '2026-01-05', '2026-01-11', 0, '{}', '{}', now(), '2026-01-12T00:25:00Z' from room where id = $1`,
      [waiting],
    );
    await admin("insert into room_activity (room_id, day, posts) values ($1, '2026-11-20', 2)", [found.roomId]);
  });

  it('an officer sees that the rooms of the district exist, who shares in them by facility, and what has to be seen to; no person, no patient', async () => {
    expect(await own()).toMatchObject({
      status: 'ACTIVE',
      centerView: {
        memberCount: 5,
        waitingCount: 0,
        hasSteward: true,
        checkOverdueSince: null,
        lastUsedOn: '2026-11-20',
        consentInForce: true,
        isInspecting: false,
      },
    });
    expect((await own()).centerView.facilities).toContainEqual({
      name: '鈴木 花子の事業所',
      facility: { id: found.people.nurse.facilityId },
    });
    expect(await list({ query: 'K-9002' })).toMatchObject({
      totalCount: 1,
      nodes: [{ centerView: { facilities: [{ name: 'わかば訪問看護' }], waitingCount: 1, hasSteward: false, consentInForce: false } }],
    });
    const more = `{ rooms { nodes { id steward { displayName } memberships { totalCount } viewerMembership { id } changeCursor viewerCanPost } } }`;
    for (const node of (await room.get(clerk, more)).rooms.nodes)
      expect(node).toMatchObject({
        steward: null,
        memberships: { totalCount: 0 },
        changeCursor: null,
        viewerCanPost: false,
      });
    expect(await room.ask(clerk, '{ rooms { nodes { id patient { id } } } }')).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    const lines = await admin("select line from audit_entry where line->>'actorId' = $1 and line->>'action' = 'SEARCH'", [clerk.userId]);
    expect(lines.map(({ line }) => line)).toContainEqual(
      expect.objectContaining({ authority: 'REVIEW', roomId: found.roomId, patientId: found.patientId, categories: [] }),
    );
  });

  it('nobody else gets a room, and who tried stands in the record', async () => {
    const { nurse, family, patient, outsider } = found.people;
    const asNurse = `query ($id: ID!) { room(id: $id) { centerView ${view} } }`;
    for (const other of [nurse, family, patient, outsider, officer()]) {
      expect(await list(null, other)).toMatchObject({ totalCount: 0, nodes: [] });
      expect((await room.get(nurse, asNurse, { id: found.roomId })).room).toEqual({ centerView: null });
    }
    const denied = await admin("select 1 from audit_entry where line->>'actorId' = $1 and line->>'action' = 'DENIED'", [outsider.userId]);
    expect(denied.length).toBeGreaterThan(0);
  });

  it('it is narrowed by state, number, facility and what waits, and read page by page', async () => {
    const [{ room_number: number, receipt_number: receipt }] = await admin(
      'select r.room_number, a.receipt_number from room r join room_application a on a.room_id = r.id where r.id = $1',
      [found.roomId],
    );
    expect(await numbers({})).toEqual([number, 'K-9003', 'K-9002', 'K-9001']);
    expect(await numbers({ statuses: ['DORMANT', 'CLOSING'] })).toEqual(['K-9003', 'K-9001']);
    for (const query of ['ｋ ９００２', '9002', 'k-9002']) expect(await numbers({ query })).toEqual(['K-9002']);
    expect(await numbers({ query: 'K-9' })).toEqual(['K-9003', 'K-9002', 'K-9001']);
    expect(await numbers({ query: receipt.toLowerCase() })).toEqual([number]);
    for (const query of ['%', 'K_9002', 'K-9002\\']) expect(await numbers({ query })).toEqual([]);
    expect(await numbers({ facilityId: found.people.nurse.facilityId })).toEqual([number, 'K-9002']);
    for (const facilityId of [newId(), 'x']) expect(await numbers({ facilityId })).toEqual([]);
    for (const filter of [{ weeklyCheckOverdue: true }, { invitationWaiting: true }]) expect(await numbers(filter)).toEqual(['K-9002']);
    expect(await numbers({ stewardMissing: true })).toEqual(['K-9002', 'K-9001']);
    expect(await numbers({ inactiveSince: '2026-01-01', statuses: ['ACTIVE'] })).toEqual(['K-9002']);
    expect(await numbers({ invitationWaiting: true, facilityId: found.people.physician.facilityId })).toEqual([]);
    const first = (await room.get(clerk, listing, { first: 3 })).rooms;
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    const rest = (await room.get(clerk, listing, { first: 3, after: first.pageInfo.endCursor })).rooms;
    expect([...first.nodes, ...rest.nodes].map((node: any) => node.roomNumber)).toEqual([number, 'K-9003', 'K-9002', 'K-9001']);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });
});
