/** The first journey, over the public API alone: a room opens, a post arrives live, a consent is withdrawn. */
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '@heya/testkit/wait';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import { Joined } from '../../../infra/local/journeys/join.ts';
import { Follower } from '../support/live.ts';
import { type People, signInAll } from '../support/people.ts';
import {
  accept,
  type Application,
  applyForRoom,
  invitationOf,
  openedRoom,
  openRoom,
  post,
  registerPatient,
  review,
  takeConsent,
} from '../support/steps.ts';

const careTeam = ['doctor', 'nurse', 'secondNurse', 'careManager'];
let stack: Joined;
let people: People;
let patientId: string;
let consent: { id: string; version: number };
let application: Application;
let roomId: string;

beforeAll(async () => {
  stack = await Joined.open('opens');
  people = await signInAll(stack, [...careTeam, 'family', 'outsider', 'clerk', 'approver']);
});

const ask = <T = Record<string, never>>(role: string, query: string, variables?: Record<string, unknown>) =>
  people(role).session.ask<T>(query, variables);
const roomView =
  'query($id: ID!) { room(id: $id) { id status consentState patient { id name disclosures { category state } } posts { totalCount nodes { id body } } unreadCount lastPost { id } eventCursor } }';

describe('before the room', () => {
  it('the doctor registers a patient and takes consent class by class (R8–R10, R20)', async () => {
    patientId = await registerPatient(people('doctor'));
    consent = await takeConsent(people('doctor'), patientId);
    expect(consent).toMatchObject({ status: 'ACTIVE' });
    const { patient } = await ask<{ patient: object }>('doctor', 'query($id: ID!) { patient(id: $id) { name nameKana age } }', {
      id: patientId,
    });
    expect(patient).toMatchObject({ name: '試野 花', nameKana: 'タメシノ ハナ' });
    expect(await ask('outsider', 'query($id: ID!) { patient(id: $id) { name } }', { id: patientId })).toEqual({ patient: null });
  });

  it('4-1 is checked by one officer and approved by another, never by the same (R12)', async () => {
    application = await applyForRoom(people, { patientId, consentId: consent.id, careTeam, steward: 'careManager' });
    expect(application.status).toBe('SUBMITTED');
    await until('the inbox shows it', async () =>
      (
        await ask<{ reviewTasks: { nodes: { kind: string; title: string }[] } }>('clerk', '{ reviewTasks { nodes { kind title } } }')
      ).reviewTasks.nodes.some(({ title }) => title.includes(application.receiptNumber)),
    );
    await expect(openRoom(people('clerk'), application)).rejects.toThrow();
    application = await review(people('clerk'), application);
    expect(application.status).toBe('IN_REVIEW');
    await expect(review(people('clerk'), application)).rejects.toThrow();
    await expect(review(people('nurse'), application)).rejects.toThrow();
    application = await review(people('approver'), application);
    expect(application.status).toBe('APPROVED');
  });

  it('the center opens it and each invited person accepts; until then nobody sees the inside', async () => {
    expect(await openRoom(people('approver'), application)).toMatchObject({ status: 'COMPLETED' });
    const { room } = await invitationOf(people('nurse'));
    roomId = room.id;
    expect(room.roomNumber).toMatch(/^K-\d{4}$/);
    expect(await ask('nurse', 'query($id: ID!) { room(id: $id) { id } }', { id: roomId })).toEqual({ room: null });
    for (const role of [...careTeam, 'family']) await accept(people(role));
    const { viewer } = await ask<{ viewer: { rooms: { nodes: object[] } } }>(
      'nurse',
      '{ viewer { rooms { nodes { id patient { name } unreadCount } } } }',
    );
    expect(viewer.rooms.nodes).toEqual([{ id: roomId, patient: { name: '試野 花' }, unreadCount: 0 }]);
  });
});

describe('in the room', () => {
  let followers: Record<'doctor' | 'nurse' | 'secondNurse' | 'family', Follower>;
  let note: string;

  beforeAll(async () => {
    const follow = async (role: string) => {
      const { room } = await ask<{ room: { eventCursor: string } }>(role, 'query($id: ID!) { room(id: $id) { eventCursor } }', {
        id: roomId,
      });
      return new Follower({ url: stack.urls.socket, session: people(role).session, roomId, after: room.eventCursor });
    };
    followers = {
      doctor: await follow('doctor'),
      nurse: await follow('nurse'),
      secondNurse: await follow('secondNurse'),
      family: await follow('family'),
    };
  });

  it("a nurse's note with vitals reaches the doctor and the second nurse live, not the family (R22, R24, R26)", async () => {
    const written = await post(people('nurse'), roomId, {
      body: '少し熱があります',
      measurements: { BODY_TEMPERATURE: 38.2, SYSTOLIC: 132, DIASTOLIC: 80, PULSE: 88, SPO2: 95 },
    });
    note = written.id;
    for (const role of ['doctor', 'secondNurse'] as const) {
      const event = await until(`${role} has it`, () => followers[role].events.find((found) => found.post?.id === note));
      expect(event).toMatchObject({
        __typename: 'PostCreated',
        post: { body: '少し熱があります', authorName: people('nurse').displayName, readSummary: { readCount: 0, audienceCount: 3 } },
      });
    }
    const everyone = await post(people('nurse'), roomId, { audience: 'EVERYONE', body: '明日も伺います' });
    await until('the family has the second', () => followers.family.events.find((found) => found.post?.id === everyone.id));
    expect(followers.family.events.map(({ post: seen }) => seen?.id)).toEqual([everyone.id]);
  });

  it('sent again it stays one post', async () => {
    const idempotencyKey = uuidv7();
    const facts = { idempotencyKey, body: '二度届く' };
    expect(await post(people('nurse'), roomId, facts)).toEqual({ id: idempotencyKey, replayed: false });
    expect(await post(people('nurse'), roomId, facts)).toEqual({ id: idempotencyKey, replayed: true });
  });

  it("既読 moves on the nurse's screen when the doctor has read (R23)", async () => {
    await people('doctor').session.change(
      'mutation($roomId: ID!, $upTo: ID!) { roomMarkRead(roomId: $roomId, upToPostId: $upTo) { room { id } userErrors { code message field } } }',
      { roomId, upTo: note },
    );
    const event = await until('the count moved', () =>
      followers.nurse.events.find((found) => found.__typename === 'ReadSummaryChanged' && found.post?.id === note),
    );
    expect(event.post?.readSummary).toEqual({ readCount: 1, audienceCount: 3 });
  });

  it('the family sees EVERYONE posts only: in lists, counts and one by one (R22)', async () => {
    const { room } = await ask<{ room: { posts: { totalCount: number; nodes: { body: string }[] } } }>('family', roomView, { id: roomId });
    expect(room.posts).toMatchObject({ totalCount: 1, nodes: [{ body: '明日も伺います' }] });
    expect(await ask('family', 'query($id: ID!) { post(id: $id) { id } }', { id: note })).toEqual({ post: null });
  });

  it('for a practitioner outside the room it does not exist (R13)', async () => {
    const there = await people('outsider').session.send(roomView, { id: roomId });
    const nowhere = await people('outsider').session.send(roomView, { id: uuidv7() });
    expect(there).toEqual(nowhere);
    expect(there.body.data).toEqual({ room: null });
    expect(await ask('outsider', 'query($id: ID!) { post(id: $id) { id } }', { id: note })).toEqual({ post: null });
    const outside = [roomId, uuidv7()].map(
      (id) => new Follower({ url: stack.urls.socket, session: people('outsider').session, roomId: id }),
    );
    for (const follower of outside) expect(await until('it is refused', () => follower.end)).toMatchObject({ codes: ['FORBIDDEN'] });
    await expect(post(people('outsider'), roomId)).rejects.toThrow();
  });

  it('is taken along and brought into another room of the patient, with what was written and by the same audience (R35)', async () => {
    const change = <T>(role: string, query: string, variables: object) => people(role).session.change<T>(query, { ...variables });
    const problems = 'userErrors { code message field }';
    await change('nurse', `mutation($id: ID!, $i: PatientUpdateInput!) { patientUpdate(id: $id, input: $i) { ${problems} } }`, {
      id: patientId,
      i: { allergies: ['そば'] },
    });
    const order = uuidv7();
    await change(
      'doctor',
      `mutation($id: ID!, $room: ID!) { roomExportCreate(idempotencyKey: $id, roomId: $room, purpose: MOVE, reason: "転居にともなう引き継ぎ") { ${problems} } }`,
      { id: order, room: roomId },
    );
    const other = await openedRoom(people, careTeam, 'careManager');
    await until(
      'the package is made',
      async () => {
        const asked = 'query($id: ID!) { room(id: $id) { exports { state fault } } }';
        const { room } = await ask<{ room: { exports: { state: string }[] } }>('doctor', asked, { id: roomId });
        return room.exports[0]?.state === 'READY';
      },
      90_000,
    );
    const opened = await change<{ roomExport: { url: string } }>(
      'doctor',
      `mutation($id: ID!) { roomExportOpen(id: $id) { roomExport { url } ${problems} } }`,
      { id: order },
    );
    const file = async (role: string, path: string, zip?: Uint8Array<ArrayBuffer>): Promise<Response> =>
      fetch(new URL(path, stack.urls.gateway), {
        method: zip ? 'PUT' : 'GET',
        headers: { authorization: `Bearer ${await people(role).session.accessToken()}`, 'content-type': 'application/octet-stream' },
        ...(zip && { body: zip }),
      });
    const zip = new Uint8Array(await (await file('doctor', opened.roomExport.url)).arrayBuffer());
    const id = uuidv7();
    const brought = await file('careManager', `/files/room/rooms/${other.roomId}/imports/${id}`, zip);
    expect([brought.status, await brought.json()]).toEqual([200, { id }]);
    const asked =
      'query($id: ID!) { room(id: $id) { imports { isKnownKey districtName preview { entries { id standing } posts { count } } } } }';
    type Waiting = { isKnownKey: boolean; districtName: string; preview: { entries: { id: string; standing: string }[]; posts: object } };
    const { room } = await ask<{ room: { imports: Waiting[] } }>('careManager', asked, { id: other.roomId });
    expect(room.imports).toMatchObject([
      { isKnownKey: true, districtName: stack.demo.district.name, preview: { entries: [{ standing: 'NEW' }], posts: { count: 3 } } },
    ]);
    await change(
      'careManager',
      `mutation($id: ID!, $e: [ID!]!) { roomImportTake(id: $id, entries: $e, posts: true, keyCompared: false) { ${problems} } }`,
      { id, e: room.imports[0]?.preview.entries.map((entry) => entry.id) },
    );
    const posts = 'query($id: ID!) { room(id: $id) { patient { allergies } broughtPosts { nodes { body readings } } } }';
    type Brought = { room: { patient: { allergies: string[] }; broughtPosts: { nodes: { body: string; readings: string[] }[] } } };
    const seen = await ask<Brought>('secondNurse', posts, { id: other.roomId });
    expect(seen.room.patient.allergies).toEqual(['そば']);
    expect(seen.room.broughtPosts.nodes.map(({ body }) => body).sort()).toEqual(['二度届く', '少し熱があります', '明日も伺います'].sort());
    expect(seen.room.broughtPosts.nodes.flatMap(({ readings }) => readings)).toContain('体温 38.2℃');
    const family = await ask<Brought>('family', posts, { id: other.roomId });
    expect(family.room.broughtPosts.nodes).toMatchObject([{ body: '明日も伺います' }]);
  });

  it('withdrawal cuts every stream within a second and empties every read (R10)', async () => {
    const before = performance.now();
    await people('doctor').session.change(
      `mutation($id: ID!, $input: ConsentWithdrawInput!) { consentWithdraw(id: $id, input: $input) { consent { status } userErrors { code message field } } }`,
      {
        id: consent.id,
        input: {
          idempotencyKey: uuidv7(),
          withdrawnBy: 'PATIENT',
          withdrawnByName: '試野 花',
          reason: '気持ちが変わった',
          expectedVersion: consent.version,
        },
      },
    );
    const after = performance.now();
    for (const follower of Object.values(followers)) {
      const end = await until('the stream was cut', () => follower.end);
      expect(end.codes).toEqual(['FORBIDDEN']);
      expect(end.at - before).toBeLessThan(1000 + (after - before));
      expect(follower.lastFrameAt).toBeLessThan(after);
    }
    for (const role of [...careTeam, 'family']) {
      const { room } = await ask<{ room: { patient: { disclosures: { state: string }[] } } }>(role, roomView, { id: roomId });
      expect(room).toMatchObject({ id: roomId, consentState: 'WITHDRAWN', posts: null, lastPost: null, patient: { name: null } });
      expect(new Set(room.patient.disclosures.map(({ state }) => state))).toEqual(new Set(['WITHDRAWN']));
    }
    await expect(post(people('nurse'), roomId)).rejects.toThrow(/CONSENT_WITHDRAWN/);
    await until('the center has a task', async () =>
      (await ask<{ reviewTasks: { nodes: { kind: string }[] } }>('clerk', '{ reviewTasks { nodes { kind } } }')).reviewTasks.nodes.some(
        ({ kind }) => kind === 'CONSENT',
      ),
    );
  });
});
