/** R28 on a real PostgreSQL: who is told of what, once, and what they may still see of it. */
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { inViewer, openOrm } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, post, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
  await room.member(room.people.careManager, 'CARE_TEAM', { isSteward: true });
  // That the consent holds was told, too.
  await heard();
  await stored(world, 'delete from notification');
});
afterAll(() => world.close());

/** What happened on the bus until now has been told to whom it concerns. */
async function heard(): Promise<void> {
  await world.bus.all('timeline.postCreated');
  const behind = `select 1 from bus_head h join bus_consumer c on c.name = 'timeline.notifications' and c.position >= h.position`;
  await until('told', async () => (await queryAsAdmin(world.environment.bus, behind)).length > 0);
}

const rowsOf = async ({ userId }: PersonViewer): Promise<string[]> => {
  await heard();
  const rows = await stored<{ kind: string; importance: string; target_type: string }>(
    world,
    'select kind, importance, target_type from notification where user_id = $1 order by seq',
    [userId],
  );
  return rows.map(({ kind, importance, target_type: target }) => `${kind} ${importance} ${target}`);
};

describe('who is told', () => {
  test('of a post: those it concerns, in its circle, once, its writer never', async () => {
    const { physician, nurse, careManager, family, patient, outsider } = room.people;
    const urgent = { importance: 'URGENT', mentions: [{ userId: nurse.userId, start: 0, end: 2 }], idempotencyKey: newId() };
    await post(world, physician, room, urgent);
    await post(world, physician, room, urgent);
    await post(world, physician, room, {});
    await post(world, nurse, room, { audience: 'EVERYONE', mentions: [{ group: 'ALL', start: 0, end: 1 }] });
    expect(await rowsOf(nurse)).toEqual(['URGENT_POST URGENT Post']);
    expect(await rowsOf(careManager)).toEqual(['URGENT_POST URGENT Post', 'MENTION NORMAL Post']);
    expect(await rowsOf(physician)).toEqual(['MENTION NORMAL Post']);
    expect([await rowsOf(family), await rowsOf(patient)]).toEqual([['MENTION NORMAL Post'], ['MENTION NORMAL Post']]);
    expect(await rowsOf(outsider)).toEqual([]);
  });

  test('of everything else: whom it concerns, and not who did it', async () => {
    const { physician, nurse, careManager, family, patient, otherNurse, officer } = room.people;
    const { roomId, patientId } = room;
    const place = { roomId, patientId, districtId: room.people.districtId };
    await room.member(otherNurse, 'CARE_TEAM', { status: 'INVITED', change: 'INVITED' });
    await room.member(family, 'FAMILY', { change: 'ENDING', until: '2027-01-01T00:00:00Z' });
    await world.bus.send('room.weeklyCheckChanged', { ...place, weeklyCheckId: newId(), roomNumber: '1', state: 'DUE' });
    await world.bus.send('room.dormancyChanged', { ...place, dormancyReviewId: newId(), roomNumber: '1', state: 'ASKING' });
    const application = { applicationId: newId(), form: '4-1', receiptNumber: 'R1', facilityId: null, ...place };
    for (const [status, { userId }] of [
      ['SUBMITTED', nurse],
      ['IN_REVIEW', officer],
      ['WITHDRAWN', nurse],
      ['APPROVED', officer],
    ] as const)
      await world.bus.send('room.applicationChanged', { ...application, status, actorId: userId });
    await world.bus.send('identity.securityNoticed', { userId: officer.userId, what: 'SHARED_ID' });
    await room.consent({ status: 'WITHDRAWN', actorId: careManager.userId });
    expect(await rowsOf(officer)).toEqual(['SECURITY IMPORTANT Viewer']);
    expect(await rowsOf(otherNurse)).toEqual(['ROOM_INVITATION IMPORTANT RoomMembership']);
    expect(await rowsOf(family)).toEqual(['MEMBERSHIP_CHANGED NORMAL RoomMembership']);
    expect(await rowsOf(patient)).toEqual(['DORMANCY_REVIEW NORMAL DormancyReview']);
    expect(await rowsOf(careManager)).toEqual(['WEEKLY_CHECK_DUE NORMAL WeeklyCheck', 'DORMANCY_REVIEW NORMAL DormancyReview']);
    expect(await rowsOf(physician)).toEqual(['CONSENT_CHANGED IMPORTANT Consent']);
    const applied = 'APPLICATION_UPDATED NORMAL RoomApplication';
    expect(await rowsOf(nurse)).toEqual([applied, applied, 'CONSENT_CHANGED IMPORTANT Consent']);
  });

  test('and no more of what they have done since', async () => {
    const { otherNurse, careManager, districtId } = room.people;
    const check = { weeklyCheckId: newId(), roomId: room.roomId, patientId: room.patientId, districtId, roomNumber: '1' };
    await room.member(otherNurse, 'CARE_TEAM', { status: 'INVITED', change: 'INVITED' });
    await world.bus.send('room.weeklyCheckChanged', { ...check, state: 'DUE' });
    const unread = async ({ userId }: PersonViewer) => {
      await heard();
      return (await stored(world, 'select 1 from notification where user_id = $1 and read_at is null', [userId])).length;
    };
    expect([await unread(otherNurse), await unread(careManager)]).toEqual([1, 1]);
    await room.member(otherNurse, 'CARE_TEAM', { change: 'JOINED' });
    await world.bus.send('room.weeklyCheckChanged', { ...check, state: 'SIGNED' });
    expect([await unread(otherNurse), await unread(careManager)]).toEqual([0, 0]);
    await world.bus.published('timeline.notificationsRead', ({ userId }) => userId === careManager.userId);
  });
});

const fields =
  'id kind importance safeTitle title summary url targetId target { __typename ... on Post { id body } ... on Room { id } } room { id } actor { id } readAt createdAt';
const document = `query ($r: [_Any!]!, $filter: NotificationFilter, $first: Int, $after: String) { _entities(representations: $r) { ... on Viewer {
  notifications(filter: $filter, first: $first, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } unreadNotificationCount notificationCursor
  notificationPreferences { quietHoursFrom quietHoursTo mutedRoomIds channels { kind push email inApp } } } } }`;
const feedOf = async (who: PersonViewer, variables: object = {}, id = who.userId): Promise<any> => {
  await heard();
  return (await world.client.get(who, document, { r: [{ __typename: 'Viewer', id }], first: 10, ...variables }))._entities[0];
};
const change = async (who: PersonViewer, document: string, variables: object): Promise<any> =>
  Object.values(await world.client.get<Record<string, any>>(who, `mutation ${document}`, variables as Record<string, unknown>))[0];
const nodesOf = async (who: PersonViewer, filter?: object): Promise<any[]> => (await feedOf(who, { filter })).notifications.nodes;

describe('what is seen of it', () => {
  const urgent = { importance: 'URGENT', body: '呼吸が苦しそうです', audience: 'EVERYONE' };

  test('title and first words under the rights of the moment: a withdrawal empties them, and who has left finds nothing', async () => {
    const { physician, nurse, family, outsider, otherDistrict } = room.people;
    const { post: written } = await post(world, physician, room, urgent);
    const [told] = await nodesOf(nurse);
    expect(told).toMatchObject({
      kind: 'URGENT_POST',
      safeTitle: '緊急の投稿があります',
      title: '佐藤 健一さんの緊急の投稿',
      summary: urgent.body,
      url: `/rooms/${room.roomId}#post-${written?.id}`,
      target: { __typename: 'Post', id: written?.id, body: urgent.body },
      targetId: written?.id,
      room: { id: room.roomId },
      actor: { id: physician.userId },
      readAt: null,
    });
    expect([await nodesOf(outsider), await nodesOf(otherDistrict), await feedOf(outsider, {}, nurse.userId)]).toEqual([
      [],
      [],
      { notifications: null, unreadNotificationCount: null, notificationCursor: null, notificationPreferences: null },
    ]);
    // The family is told while the consent names it, and no longer.
    expect((await nodesOf(family))[0].summary).toBe(urgent.body);
    await room.consent({ family: false });
    expect((await nodesOf(family))[0]).toMatchObject({ title: '緊急の投稿があります', summary: null, target: { __typename: 'Room' } });
    await room.withdraw();
    const emptied = (await nodesOf(nurse)).find(({ id }) => id === told.id);
    const to = { url: `/rooms/${room.roomId}`, targetId: room.roomId, target: { __typename: 'Room', id: room.roomId } };
    expect(emptied).toMatchObject({ title: told.safeTitle, safeTitle: told.safeTitle, summary: null, ...to });
    await room.member(nurse, 'CARE_TEAM', { status: 'LEFT', change: 'LEFT' });
    const left = await feedOf(nurse);
    expect(left.notifications.nodes).toMatchObject([{ kind: 'MEMBERSHIP_CHANGED', room: null, url: '/home' }]);
    expect(left.unreadNotificationCount).toBe(1);
  });

  test('that a value was beyond its alert is itself of health: without the consent it was a post; and who is in a narrower circle was told nothing', async () => {
    const { physician, nurse } = room.people;
    await post(world, physician, room, { vitals: { takenAt: new Date().toISOString(), measurements: [{ kind: 'SPO2', value: 80 }] } });
    expect(await nodesOf(nurse, { kinds: ['VITALS_OUT_OF_RANGE'] })).toMatchObject([{ safeTitle: '確かめてほしい記録があります' }]);
    await room.withdraw();
    expect(await nodesOf(nurse, { kinds: ['VITALS_OUT_OF_RANGE'] })).toEqual([]);
    expect((await nodesOf(nurse, { kinds: ['POST'] })).map(({ safeTitle }) => safeTitle)).toEqual(['大切な投稿があります']);
    await room.consent();
    await room.member(nurse, 'FAMILY');
    expect(await nodesOf(nurse, { kinds: ['VITALS_OUT_OF_RANGE', 'POST'] })).toEqual([]);
  });

  test('a retracted post says no more', async () => {
    const { physician, nurse } = room.people;
    const { post: written } = await post(world, physician, room, urgent);
    await heard();
    await change(physician, `($id: ID!) { postRetract(id: $id, reason: "違う方", expectedVersion: 1) { userErrors { code } } }`, {
      id: written?.id,
    });
    expect((await nodesOf(nurse))[0]).toMatchObject({ title: '緊急の投稿があります', summary: null, target: { __typename: 'Post' } });
  });

  test('a room that is erased takes what was told of it along', async () => {
    const { physician, nurse, districtId } = room.people;
    await post(world, physician, room, urgent);
    expect(await nodesOf(nurse)).toHaveLength(1);
    const { roomId, patientId } = room;
    await world.bus.publish('room.erasureAsked', { roomId, patientId, districtId, service: 'timeline', subjectIds: [] });
    expect(await stored(world, 'select 1 from notification where room_id = $1 or patient_id = $2', [roomId, patientId])).toEqual([]);
  });
});

describe('reading', () => {
  const mark = (who: PersonViewer, variables: object): Promise<any> =>
    change(
      who,
      '($ids: [ID!], $upTo: DateTime) { notificationsMarkRead(ids: $ids, upTo: $upTo) { viewer { unreadNotificationCount } userErrors { code field } } }',
      variables,
    );

  test('newest first, page by page, unread alone, of one room; one’s own alone is marked, once, and told', async () => {
    const { nurse, careManager } = room.people;
    const other = await RoomOnBus.open(world.bus);
    await other.member(nurse, 'CARE_TEAM');
    for (const here of [room, other, room]) await post(world, here.people.physician, here, { importance: 'URGENT' });
    const all = (await nodesOf(nurse, { kinds: ['URGENT_POST'] })).map(({ id }) => id);
    expect(all).toHaveLength(3);
    const first = await feedOf(nurse, { first: 2, filter: { kinds: ['URGENT_POST'] } });
    const second = await feedOf(nurse, { first: 2, filter: { kinds: ['URGENT_POST'] }, after: first.notifications.pageInfo.endCursor });
    expect([...first.notifications.nodes, ...second.notifications.nodes].map(({ id }: any) => id)).toEqual(all);
    expect(second.notifications.pageInfo.hasNextPage).toBe(false);
    expect((await nodesOf(nurse, { roomId: other.roomId, kinds: ['URGENT_POST'] })).map(({ id }) => id)).toEqual([all[1]]);
    const before = (await feedOf(nurse)).unreadNotificationCount;
    // Somebody else's is as nothing.
    expect((await mark(careManager, { ids: all })).userErrors).toEqual([]);
    expect((await feedOf(nurse)).unreadNotificationCount).toBe(before);
    expect(await mark(nurse, { ids: [all[1], all[1], 'no id'] })).toMatchObject({ viewer: { unreadNotificationCount: before - 1 } });
    const told = await world.bus.published('timeline.notificationsRead', ({ userId }) => userId === nurse.userId);
    expect(told).toMatchObject({ payload: { notificationIds: [all[1]] }, stream: `notification:${nurse.userId}` });
    const [newest] = await nodesOf(nurse, { unreadOnly: true });
    expect(await mark(nurse, { upTo: newest.createdAt })).toMatchObject({ viewer: { unreadNotificationCount: 0 } });
    expect((await mark(nurse, {})).userErrors).toEqual([{ code: 'BLANK', field: ['ids'] }]);
    expect((await mark(nurse, { ids: Array.from({ length: 101 }, newId) })).userErrors[0].code).toBe('TOO_LONG');
  });

  test('a post reads what was told of it', async () => {
    const { physician, nurse, careManager } = room.people;
    await post(world, physician, room, { importance: 'URGENT' });
    const { post: upTo } = await post(world, physician, room, { importance: 'URGENT' });
    await post(world, physician, room, { importance: 'URGENT' });
    expect((await feedOf(nurse)).unreadNotificationCount).toBe(3);
    await change(nurse, '($room: ID!, $id: ID!) { roomMarkRead(roomId: $room, upToPostId: $id) { userErrors { code } } }', {
      room: room.roomId,
      id: upTo?.id,
    });
    expect([(await feedOf(nurse)).unreadNotificationCount, (await feedOf(careManager)).unreadNotificationCount]).toEqual([1, 3]);
  });

  test('live: the count is that of whoever listens, the grant says whose consents decide, and nobody asks for another', async () => {
    const { physician, nurse, outsider } = room.people;
    await post(world, physician, room, { importance: 'URGENT' });
    const [{ id }] = (await nodesOf(nurse)) as [{ id: string }];
    const event = (who: PersonViewer, of: string) => world.client.entities(who, 'NotificationReceived', '{ unreadCount }', [of]);
    expect(await event(nurse, nurse.userId)).toEqual([{ unreadCount: 1 }]);
    expect(await world.client.entities(outsider, 'Notification', '{ safeTitle }', [id])).toEqual([null]);
    await expect(event(outsider, nurse.userId)).rejects.toThrow();
    const { notificationEventGrant: grant } = await world.client.get(
      nurse,
      '{ notificationEventGrant { audience patientIds validUntil } }',
      {},
    );
    expect(grant).toEqual({ audience: null, patientIds: [room.patientId], validUntil: null });
  });
});

describe('how one is told', () => {
  const update = (who: PersonViewer, input: object): Promise<any> =>
    change(who, '($input: NotificationPreferencesInput!) { notificationPreferencesUpdate(input: $input) { userErrors { code field } } }', {
      input,
    });
  const codes = ({ userErrors }: any): string[] => userErrors.map(({ code, field }: any) => `${code} ${field.join('.')}`);

  test('each as they chose: all posts, a room muted, quiet hours; what is left out stays', async () => {
    const { physician, nurse, careManager, outsider } = room.people;
    const everything = { kind: 'POST', push: true, email: false, inApp: true };
    expect(codes(await update(nurse, { channels: [everything], quietHoursFrom: '22:00', quietHoursTo: '06:30' }))).toEqual([]);
    expect(codes(await update(careManager, { mutedRoomIds: [room.roomId] }))).toEqual([]);
    await post(world, physician, room, {});
    await post(world, physician, room, { importance: 'IMPORTANT' });
    await post(world, physician, room, { importance: 'URGENT' });
    expect(await rowsOf(nurse)).toEqual(['POST NORMAL Post', 'POST IMPORTANT Post', 'URGENT_POST URGENT Post']);
    expect(await rowsOf(careManager)).toEqual(['URGENT_POST URGENT Post']);
    const { notificationPreferences: kept } = await feedOf(nurse);
    expect(kept).toMatchObject({ quietHoursFrom: '22:00', quietHoursTo: '06:30', mutedRoomIds: [] });
    expect(kept.channels.find(({ kind }: any) => kind === 'POST')).toEqual(everything);
    expect((await feedOf(careManager)).notificationPreferences.mutedRoomIds).toEqual([room.roomId]);
    expect(codes(await update(careManager, { mutedRoomIds: [] }))).toEqual([]);
    expect(codes(await update(nurse, { quietHoursFrom: null, quietHoursTo: null }))).toEqual([]);
    expect((await feedOf(nurse)).notificationPreferences.quietHoursFrom).toBeNull();
    expect(codes(await update(nurse, { quietHoursFrom: '25:00', quietHoursTo: '06:00' }))).toEqual(['INVALID input.quietHoursFrom']);
    expect(codes(await update(nurse, { quietHoursFrom: '22:00' }))).toEqual(['INVALID input.quietHoursTo']);
    const silent = { kind: 'URGENT_POST', push: false, email: false, inApp: false };
    expect(codes(await update(nurse, { channels: [silent] }))).toEqual(['INVALID input.channels.0.inApp']);
    expect(codes(await update(outsider, { mutedRoomIds: [room.roomId, 'x'] }))).toEqual([
      'NOT_FOUND input.mutedRoomIds.0',
      'NOT_FOUND input.mutedRoomIds.1',
    ]);
  });
});

test('the database alone: one’s own, nobody tells anybody, and nothing but the reading is changed (threat 32)', async () => {
  const { physician, nurse, careManager } = room.people;
  await post(world, physician, room, { importance: 'URGENT' });
  await heard();
  const orm = await openOrm(timelineOrm(world.environment.database.url));
  const as = (who: PersonViewer, sql: string): Promise<unknown[]> => inViewer(orm.em, who, (tx) => tx.execute<unknown[]>(sql));
  expect(await as(nurse, 'select user_id from notification')).toEqual([{ user_id: nurse.userId }]);
  expect(await as(physician, 'select user_id from notification')).toEqual([]);
  const insert = `insert into notification (id, user_id, seq, kind, importance, target_type, target_id, audience, needs_membership, cause, in_app)
    values (gen_random_uuid(), '${careManager.userId}', 99, 'SECURITY', 'NORMAL', 'Viewer', gen_random_uuid(), 'EVERYONE', false, 'x', true)`;
  await expect(as(nurse, insert)).rejects.toThrow(/row-level security/);
  await expect(as(nurse, "update notification set kind = 'POST'")).rejects.toThrow(/permission denied/);
  await expect(as(nurse, 'delete from notification')).rejects.toThrow(/permission denied/);
  expect(await as(nurse, `select * from post_to_tell((select target_id from notification limit 1))`)).toEqual([]);
  await orm.close(true);
});
