import { channel, newId, nurse as anotherNurse, officer } from '@heya/testkit/viewers';
import type { Viewer } from '@heya/service-common/viewer';
import { afterAll, beforeEach, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, post, RoomOnBus, stored, timelineOf, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
let forTeam: string;
let forAll: string;
beforeAll(async () => void (world = await openWorld()));
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  const vitals = { takenAt: new Date().toISOString(), measurements: [{ kind: 'PULSE', value: 72 }] };
  forTeam = (await post(world, room.people.nurse, room, { body: '専門職だけ', vitals })).post?.id;
  forAll = (await post(world, room.people.nurse, room, { body: '皆さんへ', audience: 'EVERYONE', vitals })).post?.id;
});
afterAll(() => world.close());

const hidden = { posts: null, unreadCount: null, lastActivityAt: null, eventCursor: null, firstUnreadPost: null, lastPost: null };
const everything = `query ($patient: [_Any!]!, $posts: [_Any!]!, $members: [_Any!]!, $post: ID!, $room: ID!) {
  patient: _entities(representations: $patient) { ... on Patient { latestVitals { value } vitals { totalCount nodes { id } } } }
  posts: _entities(representations: $posts) { ... on Post { id body readReceipts { totalCount } } }
  members: _entities(representations: $members) { ... on RoomMembership { lastReadAt } }
  post(id: $post) { id body }
  roomEventGrant(roomId: $room) { audience epoch } }`;

/** Every way into the room at once. */
async function look(viewer: Viewer) {
  const data = await world.client.get(viewer, everything, {
    patient: [{ __typename: 'Patient', id: room.patientId }],
    post: forTeam,
    room: room.roomId,
    posts: [forTeam, forAll].map((id) => ({ __typename: 'Post', id })),
    members: [{ __typename: 'RoomMembership', id: room.membershipOf(room.people.nurse.userId) }],
  });
  const vitals = await world.client.entities(viewer, 'VitalsRecord', '{ id note }', await recordIds());
  return { room: await timelineOf(world, viewer, room), vitals, ...data } as Record<string, any>;
}

const recordIds = async (): Promise<string[]> =>
  (await stored<{ id: string }>(world, 'select id from vitals_record where room_id = $1 order by id', [room.roomId])).map(({ id }) => id);
const nothing = {
  room: hidden,
  vitals: [null, null],
  posts: [null, null],
  post: null,
  roomEventGrant: null,
  members: [{ lastReadAt: null }],
  patient: [{ latestVitals: null, vitals: null }],
};

describe('R13, R22: who sees what, by every way in', () => {
  test('the care team sees all; family and patient what is for everyone, in lists, counts, values and streams alike', async () => {
    const ofTeam = await look(room.people.physician);
    expect(ofTeam.room.posts).toMatchObject({ totalCount: 2, nodes: [{ id: forAll }, { id: forTeam }] });
    expect(ofTeam).toMatchObject({
      post: { id: forTeam },
      roomEventGrant: { audience: 'CARE_TEAM', epoch: 1 },
      patient: [{ vitals: { totalCount: 2 } }],
    });
    for (const viewer of [room.people.family, room.people.patient]) {
      const seen = await look(viewer);
      expect(seen.room).toMatchObject({
        unreadCount: 1,
        lastPost: { id: forAll },
        firstUnreadPost: { id: forAll },
        posts: { totalCount: 1, nodes: [{ id: forAll }] },
      });
      expect(seen).toMatchObject({
        post: null,
        posts: [null, { id: forAll }],
        roomEventGrant: { audience: 'EVERYONE', epoch: 1 },
        patient: [{ vitals: { totalCount: 1 } }],
      });
      expect(seen.vitals.filter(Boolean)).toHaveLength(1);
    }
  });

  test('outsider, other district, officer, invited, left, before and after their minutes: nothing at all', async () => {
    const { outsider, otherDistrict, officer: centre } = room.people;
    const [invited, left, early, late] = Array.from({ length: 4 }, () => anotherNurse({ districtId: room.people.districtId }));
    await room.member(invited!, 'CARE_TEAM', { status: 'INVITED', change: 'INVITED' });
    await room.member(left!, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
    await room.member(early!, 'CARE_TEAM', { from: new Date(Date.now() + 60_000).toISOString() });
    await room.member(late!, 'CARE_TEAM', { until: new Date(Date.now() - 1000).toISOString() });
    await room.member(centre, 'CENTER_OBSERVER');
    for (const viewer of [outsider, otherDistrict, centre, invited!, left!, early!, late!, officer({ districtId: room.people.districtId })])
      expect(await look(viewer)).toEqual(nothing);
  });

  test('one that may not be seen answers, byte for byte, as one that is not there', async () => {
    const { outsider } = room.people;
    const ask = async (id: string) =>
      await world.client.ask(outsider, 'query ($id: ID!) { post(id: $id) { id body } roomEventGrant(roomId: $id) { epoch } }', { id });
    expect(await ask(forTeam)).toEqual(await ask(newId()));
    expect(await ask('x')).toEqual(await ask(newId()));
    for (const roomId of [room.roomId, newId(), 'x']) expect(await timelineOf(world, outsider, { roomId })).toEqual(hidden);
    const write = async (roomId: string) => post(world, outsider, { roomId } as RoomOnBus);
    expect(await write(room.roomId)).toEqual(await write(newId()));
    expect((await write(room.roomId)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'roomId'] }]);
  });

  test('R10: withdrawn, lapsed, class not ticked, replaced: nothing by any way, and writing says why', async () => {
    const { physician, family } = room.people;
    const cases = [
      [{ status: 'WITHDRAWN' }, 'CONSENT_WITHDRAWN'],
      [{ expiresOn: '2026-01-31' }, 'CONSENT_REQUIRED'],
      [{ status: 'EXPIRED' }, 'CONSENT_REQUIRED'],
      [{ status: 'SUPERSEDED' }, 'CONSENT_REQUIRED'],
      [{ grants: [{ category: 'DEMOGRAPHICS', family: true, partners: false }] }, 'CONSENT_REQUIRED'],
    ] as const;
    for (const [change, reason] of cases) {
      await room.consent(change as object);
      expect(await look(physician)).toEqual(nothing);
      expect((await post(world, physician, room)).userErrors).toMatchObject([{ code: reason }]);
      await room.consent();
      expect((await look(physician)).room.posts.totalCount).toBe(2);
    }
    await room.consent({ family: false });
    expect(await look(family)).toEqual(nothing);
    expect((await look(room.people.patient)).room.posts.totalCount).toBe(1);
    expect((await post(world, family, room, { audience: 'EVERYONE' })).userErrors).toMatchObject([{ code: 'CONSENT_REQUIRED' }]);
  });

  test('a replaced consent never covers the one in force, and an older event changes nothing', async () => {
    await room.withdraw();
    await room.consent({ consentId: newId(), status: 'DRAFT' });
    expect((await look(room.people.physician)).room).toEqual(hidden);
    await room.consent({ consentId: newId() });
    await room.consent({ status: 'SUPERSEDED' });
    expect((await look(room.people.physician)).room.posts.totalCount).toBe(2);
    await room.consent({ status: 'WITHDRAWN', epoch: 1 });
    expect((await look(room.people.physician)).roomEventGrant).toEqual({ audience: 'CARE_TEAM', epoch: room.epoch - 1 });
  });

  test('R16: a closing or closed room is read only, one in preparation or purged shows nothing', async () => {
    const { physician } = room.people;
    for (const status of ['CLOSING', 'CLOSED', 'DORMANT'] as const) {
      await room.status(status);
      expect((await look(physician)).room.posts.totalCount).toBe(2);
      expect((await post(world, physician, room)).userErrors).toMatchObject([{ code: 'ROOM_CLOSED' }]);
    }
    for (const status of ['PREPARING', 'PURGED'] as const) {
      await room.status(status);
      expect(await look(physician)).toEqual(nothing);
    }
  });

  test('R14: leaving ends reading, writing and listening; another membership of the same person opens nothing by the old one', async () => {
    const { physician } = room.people;
    await room.member(physician, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT', until: new Date().toISOString() });
    expect(await look(physician)).toEqual(nothing);
    expect((await post(world, physician, room)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    await world.bus.publish('identity.userDeactivated', { userId: room.people.nurse.userId });
    expect(await look(room.people.nurse)).toEqual(nothing);
  });
});

describe('threat 11: a shared stream sees what its class and epoch see', () => {
  const inChannel = (
    viewer: Viewer,
    selection = '{ id body readSummary { readCount audienceCount } readReceipts { nodes { userName user { id } } } }',
  ) => world.client.entities(viewer, 'Post', selection, [forTeam, forAll]);

  test('audience within the class; readers as names only where family listens', async () => {
    await world.client.get(
      room.people.careManager,
      'mutation ($room: ID!, $post: ID!) { roomMarkRead(roomId: $room, upToPostId: $post) { room { id } } }',
      { room: room.roomId, post: forAll },
    );
    expect(await inChannel(channel(room.roomId, 'CARE_TEAM', 1))).toMatchObject([
      { id: forTeam, readSummary: { readCount: 1, audienceCount: 2 } },
      { id: forAll, readSummary: { readCount: 1, audienceCount: 4 } },
    ]);
    const [no, yes] = await inChannel(channel(room.roomId, 'EVERYONE', 1));
    expect(no).toBeNull();
    expect(yes).toMatchObject({ id: forAll, readReceipts: { nodes: [{ userName: '高橋 実', user: null }] } });
  });

  test('another room, an older or newer epoch, a withdrawn consent, an empty room: nothing', async () => {
    const none = [null, null];
    expect(await inChannel(channel(newId(), 'CARE_TEAM', 1))).toEqual(none);
    expect(await inChannel(channel(room.roomId, 'CARE_TEAM', 0))).toEqual(none);
    expect(await inChannel(channel(room.roomId, 'CARE_TEAM', 2))).toEqual(none);
    await room.consent();
    expect(await inChannel(channel(room.roomId, 'CARE_TEAM', 1))).toEqual(none);
    expect((await inChannel(channel(room.roomId, 'CARE_TEAM', 2)))[0]).toMatchObject({ id: forTeam });
    await room.withdraw();
    expect(await inChannel(channel(room.roomId, 'CARE_TEAM', 3))).toEqual(none);
    await room.consent();
    const { physician, nurse, careManager, family, patient } = room.people;
    for (const member of [physician, nurse, careManager, family, patient])
      await room.member(member, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
    expect(await inChannel(channel(room.roomId, 'CARE_TEAM', room.epoch))).toEqual(none);
  });

  test('what depends on the reader is refused, and so is writing', async () => {
    const stream = channel(room.roomId, 'CARE_TEAM', 1);
    const personal = await world.client.ask(
      stream,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Post { id viewerHasRead } } }`,
      { r: [{ __typename: 'Post', id: forTeam }] },
    );
    expect(personal).toMatchObject({ data: { _entities: [null] }, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    for (const field of ['posts { totalCount }', 'unreadCount', 'eventCursor', 'lastPost { id }']) {
      const answer = await world.client.ask(
        stream,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Room { ${field} } } }`,
        { r: [{ __typename: 'Room', id: room.roomId }] },
      );
      expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    const refusals = [
      'mutation ($id: ID!) { roomMarkRead(roomId: $id, upToPostId: $id) { room { id } } }',
      'query ($id: ID!) { post(id: $id) { id } }',
      'query ($id: ID!) { roomEventGrant(roomId: $id) { epoch } }',
    ];
    for (const query of refusals)
      expect((await world.client.ask(stream, query, { id: room.roomId })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('R32: a grant is a look; what the stream then reads is not counted again', async () => {
    const lines = async () =>
      (await stored<{ n: string }>(world, "select count(*) as n from audit_entry where line->>'roomId' = $1", [room.roomId]))[0]?.n;
    const before = Number(await lines());
    await world.client.get(room.people.physician, 'query ($id: ID!) { roomEventGrant(roomId: $id, notBefore: 1) { epoch } }', {
      id: room.roomId,
    });
    await inChannel(channel(room.roomId, 'CARE_TEAM', 1));
    expect(Number(await lines())).toBe(before + 1);
  });

  test('a grant waits for what must be known, and is not given when that does not come', async () => {
    const grant = (notBefore: number) =>
      world.client.get(room.people.physician, 'query ($id: ID!, $n: Int) { roomEventGrant(roomId: $id, notBefore: $n) { epoch } }', {
        id: room.roomId,
        n: notBefore,
      });
    const position = await world.bus.send('consent.changed', {
      consentId: room.consentId,
      patientId: room.patientId,
      districtId: room.people.districtId,
      status: 'WITHDRAWN',
      version: 9,
      epoch: 9,
      grants: [],
      disasterUse: false,
      expiresOn: null,
      actorId: room.people.physician.userId,
    });
    expect(await grant(position)).toEqual({ roomEventGrant: null });
  });
});

describe('R32: the access record', () => {
  const linesOf = (viewer: { userId: string }) =>
    stored<{ line: any }>(world, "select line from audit_entry where line->>'actorId' = $1 order by seq", [viewer.userId]);

  test('one line a request and room, however much of it is read', async () => {
    const { careManager } = room.people;
    await timelineOf(world, careManager, room);
    const lines = await linesOf(careManager);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.line).toMatchObject({
      action: 'VIEW',
      authority: 'MEMBERSHIP',
      outcome: 'ALLOWED',
      roomId: room.roomId,
      patientId: room.patientId,
      districtId: room.people.districtId,
      categories: ['DAILY_CONDITION'],
    });
    expect(JSON.stringify(lines)).not.toContain('皆さん');
  });

  test('refused looks are recorded with why, and tell the viewer nothing', async () => {
    const { outsider, physician } = room.people;
    await timelineOf(world, outsider, room);
    expect((await linesOf(outsider)).map(({ line }) => line)).toMatchObject([
      { action: 'DENIED', outcome: 'DENIED_ROLE', roomId: room.roomId, patientId: room.patientId },
    ]);
    await room.withdraw();
    await post(world, physician, room);
    expect((await linesOf(physician)).at(-1)?.line).toMatchObject({ action: 'DENIED', outcome: 'DENIED_CONSENT', roomId: room.roomId });
  });
});
