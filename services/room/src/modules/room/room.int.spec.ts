/** R10, R12, R13, R26, R32 over GraphQL on a real PostgreSQL: allowed and refused from one set-up. */
import { CursorSeal } from '@heya/service-common/cursor';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../environment.ts';
import {
  acceptInvitation,
  approvedApplication,
  type Case,
  consentedPatient,
  executeApplication,
  invitationsOf,
  openRoom,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from '../../testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const codes = (payload: { userErrors: { code: string }[] }): string[] => payload.userErrors.map(({ code }) => code);
const viewerFields = (selection: string): string =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer ${selection} } }`;
const roomQuery = `query ($id: ID!) { room(id: $id) { id roomNumber status viewerCanPost patient { id name nameKana birthDate age phone version viewerCanUpdate }
  steward { displayName } viewerMembership { role status } memberships { totalCount nodes { displayName professionLabel facilityName status } } } }`;
const patientQuery = 'query ($id: ID!) { patient(id: $id) { id name nameKana birthDate address } }';

describe('the invitation (R12)', () => {
  it('shows the number and no name, and is accepted by the invited person only', async () => {
    const found = await consentedPatient(room);
    await room.get(found.people.officer, executeApplication, { id: await approvedApplication(room, found) });
    const invitation = async (person: Case['people']['nurse']): Promise<any> =>
      (await room.get(person, invitationsOf, { r: [{ __typename: 'Viewer', id: person.userId }] }))._entities[0].invitations;
    const [own] = await invitation(found.people.nurse);
    expect(own).toMatchObject({ role: 'CARE_TEAM', room: { status: 'ACTIVE', patient: { name: null }, memberships: { totalCount: 1 } } });
    expect((await room.get(found.people.nurse, roomQuery, { id: own.room.id })).room).toBeNull();
    expect(await invitation(found.people.outsider)).toEqual([]);
    for (const other of [found.people.family, found.people.outsider])
      expect(codes((await room.get(other, acceptInvitation, { id: own.id })).roomInvitationAccept)).toEqual(['NOT_FOUND']);
    for (let tap = 0; tap < 2; tap += 1)
      expect((await room.get(found.people.nurse, acceptInvitation, { id: own.id })).roomInvitationAccept).toMatchObject({
        userErrors: [],
        membership: { status: 'ACTIVE' },
      });
    const joined = (await room.bus.all('room.membershipChanged'))
      .filter(({ payload }) => payload.membershipId === own.id)
      .map(({ payload }) => payload.change);
    expect(joined).toEqual(['INVITED', 'JOINED']);
  });
});

describe('the room (R13)', () => {
  it('is there for its members, and for nobody else', async () => {
    const found = await openRoom(room);
    const { people, roomId } = found;
    expect((await room.get(people.nurse, roomQuery, { id: roomId })).room).toMatchObject({
      status: 'ACTIVE',
      viewerCanPost: true,
      patient: { name: '田中 ハル', nameKana: 'タナカ ハル', viewerCanUpdate: true },
      steward: { displayName: '高橋 実' },
      viewerMembership: { role: 'CARE_TEAM', status: 'ACTIVE' },
      memberships: { totalCount: 5 },
    });
    for (const other of [people.outsider, people.otherDistrict, people.officer]) {
      const [there, nowhere] = [await room.ask(other, roomQuery, { id: roomId }), await room.ask(other, roomQuery, { id: newId() })];
      expect(there).toEqual(nowhere);
      expect(there.data).toEqual({ room: null });
      expect(await room.entities(other, 'Room', '{ id roomNumber }', [roomId])).toEqual([null]);
      expect(await room.entities(other, 'Patient', '{ id name }', [found.patientId])).toEqual([null]);
      expect((await room.get(other, patientQuery, { id: found.patientId })).patient).toBeNull();
    }
  });

  it('shows the family what is ticked for them', async () => {
    const [open, closed] = [await openRoom(room, { family: true }), await openRoom(room, { family: false })];
    expect((await room.get(open.people.family, roomQuery, { id: open.roomId })).room).toMatchObject({
      patient: { name: '田中 ハル', viewerCanUpdate: false },
      viewerCanPost: true,
    });
    expect((await room.get(closed.people.family, roomQuery, { id: closed.roomId })).room).toMatchObject({
      patient: { name: null },
      viewerCanPost: false,
    });
    expect((await room.get(closed.people.patient, roomQuery, { id: closed.roomId })).room).toMatchObject({
      patient: { name: '田中 ハル' },
    });
  });

  it('after withdrawal keeps its number and loses the data, at once (R10); expiry counts without a message', async () => {
    const found = await openRoom(room);
    await tellConsent(room, found, 'WITHDRAWN');
    const after = (await room.get(found.people.nurse, roomQuery, { id: found.roomId })).room;
    expect(after).toMatchObject({
      id: found.roomId,
      viewerCanPost: false,
      patient: { id: found.patientId, name: null, birthDate: null, age: null, viewerCanUpdate: false },
    });
    await tellConsent(room, found, 'ACTIVE', { expiresOn: '2026-01-01' });
    expect((await room.get(found.people.nurse, roomQuery, { id: found.roomId })).room).toMatchObject({ patient: { name: null } });
    await tellConsent(room, found, 'ACTIVE');
    expect((await room.get(found.people.nurse, roomQuery, { id: found.roomId })).room).toMatchObject({ patient: { name: '田中 ハル' } });
  });

  it('is listed for its members page by page; a cursor of something else does not open', async () => {
    const found = await openRoom(room);
    const list = async (after?: string): Promise<any> =>
      room.ask(
        found.people.nurse,
        viewerFields('{ rooms(first: 1, after: $a) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }').replace(
          '($r',
          '($a: String, $r',
        ),
        { r: [{ __typename: 'Viewer', id: found.people.nurse.userId }], a: after ?? null },
      );
    const first = (await list()).data._entities[0].rooms;
    expect(first).toMatchObject({ totalCount: 1, nodes: [{ id: found.roomId }], pageInfo: { hasNextPage: false } });
    expect((await list(first.pageInfo.endCursor)).data._entities[0].rooms.nodes).toEqual([]);
    expect((await list(`${first.pageInfo.endCursor.slice(0, -2)}xx`)).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(await room.entities(found.people.outsider, 'Viewer', '{ id rooms { totalCount } }', [found.people.nurse.userId])).toEqual([
      null,
    ]);
  });

  it('tells only shared memberships of a person', async () => {
    const found = await openRoom(room);
    const shared = async (viewer: Case['people']['nurse']): Promise<any> =>
      room.entities(viewer, 'User', '{ sharedMemberships { room { id } } }', [found.people.physician.userId]);
    expect(await shared(found.people.nurse)).toEqual([{ sharedMemberships: [{ room: { id: found.roomId } }] }]);
    expect(await shared(found.people.outsider)).toEqual([{ sharedMemberships: [] }]);
  });
});

describe('following live (R26)', () => {
  const grant = async (person: Case['people']['nurse'], roomId: string, notBefore = 0): Promise<any> =>
    (
      await room.get(person, 'query ($id: ID!, $n: Int!) { roomChangedGrant(roomId: $id, notBefore: $n) { audience epoch } }', {
        id: roomId,
        n: notBefore,
      })
    ).roomChangedGrant;

  it('is granted by class, refused to others, and refused once the consent is gone', async () => {
    const found = await openRoom(room);
    expect(await grant(found.people.nurse, found.roomId)).toEqual({ audience: 'CARE_TEAM', epoch: 1 });
    expect(await grant(found.people.family, found.roomId)).toEqual({ audience: 'EVERYONE', epoch: 1 });
    expect(await grant(found.people.outsider, found.roomId)).toBeNull();
    expect(await grant(found.people.nurse, newId())).toBeNull();
    await tellConsent(room, found, 'WITHDRAWN');
    expect(await grant(found.people.nurse, found.roomId)).toBeNull();
  });

  it('answers not before it knows what it must know', async () => {
    const found = await openRoom(room);
    expect(await grant(found.people.nurse, found.roomId, 1_000_000_000)).toBeNull();
  });

  it('ends with the ID (R7)', async () => {
    const found = await openRoom(room);
    await room.bus.publish('identity.userDeactivated', { userId: found.people.nurse.userId });
    expect((await room.get(found.people.nurse, roomQuery, { id: found.roomId })).room).toBeNull();
    const told = await room.bus.published(
      'room.membershipChanged',
      ({ userId, change }) => userId === found.people.nurse.userId && change === 'LEFT',
    );
    expect(told.payload).toMatchObject({ status: 'LEFT', roomId: found.roomId });
  });
});

describe('where following begins (R26)', () => {
  const query = 'query ($id: ID!) { room(id: $id) { changeCursor patient { consentCursor } } }';
  const cursors = async (person: Case['people']['nurse'], roomId: string): Promise<any> =>
    (await room.get(person, query, { id: roomId })).room;
  const seal = (): CursorSeal => new CursorSeal(readEnvironment(room.environment.variables).CURSOR_KEY);

  it('is the newest change of the room and of its consent, for its members', async () => {
    const found = await openRoom(room);
    const seqs = (await room.bus.all('room.membershipChanged')).flatMap(({ stream, seq }) =>
      stream === `room-meta:${found.roomId}` ? [seq] : [],
    );
    const before = await cursors(found.people.nurse, found.roomId);
    expect(seal().open('roomChanged', before.changeCursor)).toEqual([found.roomId, Math.max(...seqs)]);
    expect(seal().open('consentChanged', before.patient.consentCursor)).toEqual([found.patientId, 1]);
    expect(await cursors(found.people.family, found.roomId)).toEqual(before);
    expect(await room.entities(found.people.nurse, 'Patient', '{ consentCursor }', [found.patientId])).toEqual([before.patient]);

    const update = `mutation ($id: ID!) { patientUpdate(id: $id, input: { expectedVersion: 1, phone: "+81312345678" }) { userErrors { code } } }`;
    expect(codes((await room.get(found.people.nurse, update, { id: found.patientId })).patientUpdate)).toEqual([]);
    await tellConsent(room, found, 'ACTIVE');
    const after = await cursors(found.people.nurse, found.roomId);
    expect(seal().open('roomChanged', after.changeCursor)).toEqual([found.roomId, Math.max(...seqs) + 1]);
    expect(seal().open('consentChanged', after.patient.consentCursor)).toEqual([found.patientId, 2]);
  });

  it('is nobody else’s; a withdrawal leaves the consent’s alone', async () => {
    const found = await openRoom(room);
    for (const other of [found.people.outsider, found.people.otherDistrict, found.people.officer]) {
      expect(await cursors(other, found.roomId)).toBeNull();
      expect(await room.entities(other, 'Patient', '{ consentCursor }', [found.patientId])).toEqual([null]);
    }
    await tellConsent(room, found, 'WITHDRAWN');
    const after = await cursors(found.people.nurse, found.roomId);
    expect(after.changeCursor).toBeNull();
    expect(seal().open('consentChanged', after.patient.consentCursor)).toEqual([found.patientId, 2]);
  });
});

describe('the access record (R32)', () => {
  it('has a line for what was seen and for what was refused, with ids and codes only', async () => {
    const found = await openRoom(room);
    await room.get(found.people.nurse, patientQuery, { id: found.patientId });
    await room.get(found.people.outsider, patientQuery, { id: found.patientId });
    const lines = await queryAsAdmin<{ line: Record<string, unknown> }>(
      room.environment.database.adminUrl,
      'select line from audit_entry where patient_id = $1',
      [found.patientId],
    );
    expect(lines.map(({ line }) => line)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          actorId: found.people.nurse.userId,
          authority: 'MEMBERSHIP',
          categories: ['DEMOGRAPHICS'],
          action: 'VIEW',
          outcome: 'ALLOWED',
        }),
        expect.objectContaining({ actorId: found.people.outsider.userId, action: 'DENIED', outcome: 'DENIED_ROLE' }),
      ]),
    );
    expect(JSON.stringify(lines)).not.toMatch(/田中|タナカ|神埼/);
    expect(JSON.stringify(await room.bus.all('audit.recorded'))).not.toMatch(/田中|タナカ|神埼/);
  });

  it('names the patient of whatever a refused look was aimed at, so that they see it too (R33)', async () => {
    const found = await openRoom(room);
    const { outsider } = found.people;
    const admin = (sql: string, values: unknown[]) => queryAsAdmin<Record<string, any>>(room.environment.database.adminUrl, sql, values);
    const [ids] = await admin(
      `select m.id as membership, a.id as application from room_membership m join room_application a on a.room_id = m.room_id where m.room_id = $1`,
      [found.roomId],
    );
    const inspection = newId();
    await admin(
      `insert into room_inspection select $1, id, district_id, patient_id, $2, 'x', 'y', now(), now(), now() from room where id = $3`,
      [inspection, newId(), found.roomId],
    );
    const nowhere = newId();
    for (const id of [found.roomId, nowhere]) await room.get(outsider, 'query ($id: ID!) { room(id: $id) { status } }', { id });
    await room.entities(outsider, 'RoomMembership', '{ id }', [ids?.membership]);
    await room.entities(outsider, 'RoomApplication', '{ id }', [ids?.application]);
    await room.entities(outsider, 'RoomInspection', '{ id }', [inspection]);
    await room.get(outsider, acceptInvitation, { id: ids?.membership });
    const start = 'mutation ($input: RoomInspectionInput!) { roomInspectionStart(input: $input) { userErrors { code } } }';
    await room.get(outsider, start, { input: { idempotencyKey: newId(), roomId: found.roomId, reason: '利用状況の確認のため' } });
    const lines = await admin("select line from audit_entry where line->>'actorId' = $1", [outsider.userId]);
    const place = { patientId: found.patientId, roomId: found.roomId, districtId: found.people.districtId };
    const aims = [found.roomId, ids?.membership, ids?.application, inspection];
    expect(lines.map(({ line }) => [line.subjectId, line.action]).sort()).toEqual(
      [found.roomId, found.roomId, ids?.membership, ids?.membership, ids?.application, inspection, nowhere]
        .map((id) => [id, 'DENIED'])
        .sort(),
    );
    for (const { line } of lines.filter(({ line }) => aims.includes(line.subjectId))) expect(line).toMatchObject(place);
    expect(lines.find(({ line }) => line.subjectId === nowhere)?.line).toMatchObject({ patientId: null });
  });
});

describe('when consents cannot be known', () => {
  it('answers not allowed rather than old', async () => {
    const own = await startRoom();
    try {
      const found = await openRoom(own);
      own.bus.silence('consent');
      let last: { errors?: { extensions?: { code?: string } }[] } = {};
      await expect
        .poll(async () => (last = await own.ask(found.people.nurse, roomQuery, { id: found.roomId })).errors?.[0]?.extensions?.code, {
          timeout: 6000,
        })
        .toBe('SERVICE_UNAVAILABLE');
      expect(last).toHaveProperty('errors');
    } finally {
      await own.close();
    }
  });
});
