/** R8–R15, R20, R21 over GraphQL on a real PostgreSQL: allowed and refused from one set-up. */
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptInvitation,
  applicationInput,
  applyForRoom,
  approvedApplication,
  type Case,
  consentedPatient,
  executeApplication,
  invitationsOf,
  openRoom,
  patientInput,
  registerPatient,
  reviewApplication,
  type RoomUnderTest,
  startRoom,
  tellConsent,
} from './testing/room.ts';

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

describe('registering a patient (R20, R21)', () => {
  it('keeps one form of what was typed, finds likely doubles, and answers twice for one key', async () => {
    const { people } = await consentedPatient(room);
    const input = patientInput({ nameKana: 'ﾔﾏﾀﾞ　たろう' });
    const first = (await room.get(people.physician, registerPatient, { input })).patientRegister;
    expect(first).toMatchObject({
      replayed: false,
      userErrors: [],
      possibleDuplicates: [],
      patient: { nameKana: 'ヤマダ タロウ', postalCode: '842-0001' },
    });
    const again = (await room.get(people.physician, registerPatient, { input })).patientRegister;
    expect(again).toMatchObject({ replayed: true, userErrors: [], patient: { id: first.patient.id } });
    const other = (await room.get(people.physician, registerPatient, { input: { ...input, address: '別の所' } })).patientRegister;
    expect(other).toMatchObject({ patient: null, userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] });
    const alike = (await room.get(people.physician, registerPatient, { input: { ...input, idempotencyKey: newId() } })).patientRegister;
    expect(alike.possibleDuplicates).toEqual([{ id: first.patient.id }]);
    const elsewhere = (await room.get(people.nurse, registerPatient, { input: { ...input, idempotencyKey: newId() } })).patientRegister;
    expect(elsewhere.possibleDuplicates).toEqual([]);
  });

  it("tells nobody by a key that somebody else's patient has it", async () => {
    const { people, patientId } = await consentedPatient(room);
    const taken = (await room.get(people.nurse, registerPatient, { input: patientInput({ idempotencyKey: patientId }) })).patientRegister;
    expect(taken).toMatchObject({ patient: null, userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] });
  });

  it('refuses family and officers, and stores nothing with a My Number', async () => {
    const { people } = await consentedPatient(room);
    for (const person of [people.family, people.officer])
      expect(codes((await room.get(person, registerPatient, { input: patientInput() })).patientRegister)).toEqual(['FORBIDDEN']);
    const refused = (
      await room.get(people.physician, registerPatient, { input: patientInput({ address: '１２３４－５６７８－９０１８' }) })
    ).patientRegister;
    expect(codes(refused)).toEqual(['MY_NUMBER_NOT_ALLOWED']);
    expect(await queryAsAdmin(room.environment.database.adminUrl, "select 1 from patient_profile where address like '%９０１８%'")).toEqual(
      [],
    );
  });

  it('is seen by who registered, until the consent is withdrawn (plan 8)', async () => {
    const found = await consentedPatient(room);
    expect((await room.get(found.people.physician, patientQuery, { id: found.patientId })).patient).toMatchObject({ name: '田中 ハル' });
    expect((await room.get(found.people.nurse, patientQuery, { id: found.patientId })).patient).toBeNull();
    await tellConsent(room, found, 'WITHDRAWN');
    expect((await room.get(found.people.physician, patientQuery, { id: found.patientId })).patient).toEqual({
      id: found.patientId,
      name: null,
      nameKana: null,
      birthDate: null,
      address: null,
    });
  });

  it('keeps each change in the history and refuses a stale one', async () => {
    const { people, patientId } = await consentedPatient(room);
    const update = `mutation ($id: ID!, $input: PatientUpdateInput!) { patientUpdate(id: $id, input: $input) { userErrors { code } patient { version address name } } }`;
    const moved = await room.get(people.physician, update, { id: patientId, input: { expectedVersion: 1, address: '新しい所' } });
    expect(moved.patientUpdate).toMatchObject({ userErrors: [], patient: { version: 2, address: '新しい所', name: '田中 ハル' } });
    expect(
      codes(
        (await room.get(people.physician, update, { id: patientId, input: { expectedVersion: 1, address: 'さらに別' } })).patientUpdate,
      ),
    ).toEqual(['STALE_VERSION']);
    expect(
      codes((await room.get(people.nurse, update, { id: patientId, input: { expectedVersion: 2, address: 'x' } })).patientUpdate),
    ).toEqual(['NOT_FOUND']);
    const history = await queryAsAdmin(
      room.environment.database.adminUrl,
      'select version, profile from patient_history where patient_id = $1 order by version',
      [patientId],
    );
    expect(history).toMatchObject([
      { version: 1, profile: { address: '佐賀県神埼市神埼町1-1' } },
      { version: 2, profile: { address: '新しい所' } },
    ]);
  });
});

describe('form 4-1 (R8, R11)', () => {
  it('is filed with a receipt number and a promised day, once', async () => {
    const found = await consentedPatient(room);
    const input = applicationInput(found);
    const filed = (await room.get(found.people.physician, applyForRoom, { input })).roomCreationApply;
    expect(filed).toMatchObject({
      replayed: false,
      userErrors: [],
      roomApplication: { status: 'SUBMITTED', version: 1, details: { stewardName: '高橋 実', situation: 'DEMENTIA' } },
    });
    expect(filed.roomApplication.receiptNumber).toMatch(/^K41-\d{8}-0001$/);
    expect((await room.get(found.people.physician, applyForRoom, { input })).roomCreationApply).toMatchObject({
      replayed: true,
      userErrors: [],
    });
    expect(codes((await room.get(found.people.physician, applyForRoom, { input: { ...input, reason: '別' } })).roomCreationApply)).toEqual([
      'INVALID',
    ]);
    expect(codes((await room.get(found.people.physician, applyForRoom, { input: applicationInput(found) })).roomCreationApply)).toEqual([
      'ALREADY_EXISTS',
    ]);
    const told = await room.bus.published('room.applicationChanged', ({ applicationId }) => applicationId === input.idempotencyKey);
    expect(told.payload).toMatchObject({ status: 'SUBMITTED', form: 'FORM_4_1', districtId: found.people.districtId });
  });

  it('only by the professions of the district, with a consent in force, for an own patient, and people with active IDs', async () => {
    const found = await consentedPatient(room);
    const { people } = found;
    const apply = async (person: Case['people']['nurse'], override: object): Promise<string[]> =>
      codes((await room.get(person, applyForRoom, { input: applicationInput(found, override) })).roomCreationApply);
    expect(await apply(people.nurse, {})).toEqual(['FORBIDDEN']);
    expect(
      await apply(people.outsider, {
        members: [{ userId: people.outsider.userId, role: 'CARE_TEAM' }],
        stewardUserId: people.outsider.userId,
      }),
    ).toEqual(['NOT_FOUND']);
    expect(await apply(people.physician, { consentId: newId() })).toEqual(['CONSENT_REQUIRED']);
    expect(await apply(people.physician, { stewardUserId: people.family.userId })).toEqual(['STEWARD_REQUIRED']);
    room.identity.deactivated.add(people.nurse.userId);
    expect(await apply(people.physician, {})).toEqual(['MEMBER_HAS_NO_ID']);
    room.identity.deactivated.delete(people.nurse.userId);
    await tellConsent(room, found, 'WITHDRAWN');
    expect(await apply(people.physician, {})).toEqual(['CONSENT_REQUIRED']);
  });

  it('is withdrawn by the applicant only', async () => {
    const found = await consentedPatient(room);
    const input = applicationInput(found);
    await room.get(found.people.physician, applyForRoom, { input });
    const withdraw =
      'mutation ($id: ID!, $v: Int!) { roomApplicationWithdraw(id: $id, expectedVersion: $v) { userErrors { code } roomApplication { status } } }';
    expect(codes((await room.get(found.people.officer, withdraw, { id: input.idempotencyKey, v: 1 })).roomApplicationWithdraw)).toEqual([
      'NOT_FOUND',
    ]);
    expect((await room.get(found.people.physician, withdraw, { id: input.idempotencyKey, v: 1 })).roomApplicationWithdraw).toMatchObject({
      userErrors: [],
      roomApplication: { status: 'WITHDRAWN' },
    });
  });
});

describe('review by two (R12)', () => {
  it('needs another officer than who checked, a reason to return, and the version that was seen', async () => {
    const found = await consentedPatient(room);
    const { people } = found;
    const input = applicationInput(found);
    await room.get(people.physician, applyForRoom, { input });
    const id = input.idempotencyKey as string;
    const review = async (person: Case['people']['officer'], fields: object): Promise<any> =>
      (await room.get(person, reviewApplication, { id, input: { decision: 'APPROVE', expectedVersion: 1, ...fields } }))
        .roomApplicationReview;
    expect(codes(await review(people.officer, { decision: 'RETURN' }))).toEqual(['BLANK']);
    expect(await review(people.officer, {})).toMatchObject({
      userErrors: [],
      roomApplication: { status: 'IN_REVIEW', viewerCanReview: false, checkedBy: { id: people.officer.userId } },
    });
    expect(codes(await review(people.officer, { expectedVersion: 2 }))).toEqual(['FORBIDDEN']);
    expect(codes(await review(people.otherOfficer, {}))).toEqual(['STALE_VERSION']);
    expect(codes(await review(people.physician, { expectedVersion: 2 }))).toEqual(['NOT_FOUND']);
    expect(codes((await room.get(people.officer, executeApplication, { id })).roomApplicationExecute)).toEqual(['INVALID_STATE']);
    expect(await review(people.otherOfficer, { expectedVersion: 2 })).toMatchObject({
      userErrors: [],
      roomApplication: { status: 'APPROVED', viewerCanExecute: true },
    });
  });

  it('shows the officer who the patient is while it waits, and afterwards no more', async () => {
    const found = await consentedPatient(room);
    const id = await approvedApplication(room, found);
    const asked = `query ($id: ID!) { roomApplication(id: $id) { patient { name nameKana birthDate address phone } details { ... on RoomCreationDetails { reason } } } }`;
    expect((await room.get(found.people.officer, asked, { id })).roomApplication).toMatchObject({
      patient: { name: '田中 ハル', birthDate: '1940-04-01', address: null, phone: null },
      details: { reason: '退院後の見守り' },
    });
    await room.get(found.people.officer, executeApplication, { id });
    expect((await room.get(found.people.officer, asked, { id })).roomApplication.patient).toBeNull();
    expect((await room.get(found.people.outsider, asked, { id })).roomApplication).toBeNull();
  });

  it('opens only when the guard holds at that moment; each failing part is said', async () => {
    const found = await consentedPatient(room);
    const id = await approvedApplication(room, found);
    room.identity.deactivated.add(found.people.nurse.userId);
    await tellConsent(room, found, 'WITHDRAWN');
    expect(codes((await room.get(found.people.officer, executeApplication, { id })).roomApplicationExecute)).toEqual([
      'CONSENT_REQUIRED',
      'MEMBER_HAS_NO_ID',
    ]);
    room.identity.deactivated.delete(found.people.nurse.userId);
    await tellConsent(room, found, 'ACTIVE');
    expect((await room.get(found.people.officer, executeApplication, { id })).roomApplicationExecute).toMatchObject({
      userErrors: [],
      roomApplication: { status: 'COMPLETED' },
    });
    expect(codes((await room.get(found.people.otherOfficer, executeApplication, { id })).roomApplicationExecute)).toEqual([
      'INVALID_STATE',
    ]);
  });

  it('says so when identity cannot be asked, and opens nothing', async () => {
    const found = await consentedPatient(room);
    const id = await approvedApplication(room, found);
    room.identity.fail(true);
    expect((await room.ask(found.people.officer, executeApplication, { id })).errors?.[0]?.extensions?.code).toBe('SERVICE_UNAVAILABLE');
    room.identity.fail(false);
    expect(await queryAsAdmin(room.environment.database.adminUrl, 'select 1 from room where patient_id = $1', [found.patientId])).toEqual(
      [],
    );
  });
});

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
