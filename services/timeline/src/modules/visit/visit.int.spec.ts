/** Visits and answers over GraphQL on a real PostgreSQL (R22, infra/decisions/0033). */
import type { Viewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, RoomOnBus, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
});
afterAll(() => world.close());

const create = `mutation ($input: PostCreateInput!) { postCreate(input: $input) { replayed userErrors { code field message }
  post { id kind importance acknowledgementRequested spokenForName parent { id body } visit { nextVisitOn planChanged planChange careAdvice wishes } } } }`;
const write = async (who: Viewer, input: object): Promise<any> =>
  (
    await world.client.get(who, create, {
      input: { idempotencyKey: newId(), roomId: room.roomId, audience: 'CARE_TEAM', body: '変わりありません', ...input },
    })
  ).postCreate;
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }): string[] =>
  userErrors.map(({ code, field }) => `${code} ${field.at(-1)}`);

const month = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
const visit = { nextVisitOn: null, planChanged: true, planChange: '利尿薬を半量に', careAdvice: '体重を毎朝', wishes: null };
const asked = `query ($r: [_Any!]!, $month: String!) { _entities(representations: $r) { ... on Room {
  visits(month: $month) { id visit { planChange } } recordsByFacility(month: $month) { facilityName posts } } } }`;
const monthFor = async (who: Viewer, wanted = month): Promise<any> =>
  (await world.client.get(who, asked, { r: [{ __typename: 'Room', id: room.roomId }], month: wanted }))._entities[0];

describe('a visit', () => {
  test('is recorded by a doctor with a medical note, read by the care team, and counted in its month', async () => {
    const { physician, nurse, family } = room.people;
    const written = await write(physician, { kind: 'MEDICAL_NOTE', visit });
    expect(written).toMatchObject({ userErrors: [], post: { kind: 'MEDICAL_NOTE', visit } });
    await write(nurse, {});
    const found = await monthFor(nurse);
    expect(found.visits).toEqual([{ id: written.post.id, visit: { planChange: '利尿薬を半量に' } }]);
    expect(found.recordsByFacility.map(({ facilityName }: { facilityName: string }) => facilityName)).toEqual([physician.labels.facility]);
    expect((await monthFor(physician)).recordsByFacility).toEqual([{ facilityName: nurse.labels.facility, posts: 1 }]);
    expect(await monthFor(physician, '2001-01')).toEqual({ visits: [], recordsByFacility: [] });
    expect(await monthFor(family)).toEqual({ visits: null, recordsByFacility: null });
    expect(await monthFor(room.people.outsider)).toEqual({ visits: null, recordsByFacility: null });
  });

  test('is refused to others, with another kind of post, without what changed, on a day that is over, with a My Number', async () => {
    const { physician, nurse } = room.people;
    expect(codes(await write(nurse, { kind: 'MEDICAL_NOTE', visit }))).toEqual(['FORBIDDEN visit']);
    expect(codes(await write(physician, { visit }))).toEqual(['INVALID visit']);
    const wrong = { ...visit, planChange: ' ', nextVisitOn: '2026-01-31', careAdvice: '番号は 1234 5678 9018' };
    expect(codes(await write(physician, { kind: 'MEDICAL_NOTE', visit: wrong }))).toEqual([
      'BLANK planChange',
      'INVALID nextVisitOn',
      'MY_NUMBER_NOT_ALLOWED careAdvice',
    ]);
    expect(codes(await write(physician, { kind: 'SYSTEM' }))).toEqual(['INVALID kind']);
  });
});

describe('a reply', () => {
  test('stays in the room and within the circle of what it answers; a reply to a reply hangs under the first', async () => {
    const { physician, nurse, family } = room.people;
    const team = (await write(nurse, { body: '職員だけ', spokenForName: '田中 ハル', importance: 'URGENT' })).post;
    expect(team).toMatchObject({ acknowledgementRequested: true, spokenForName: '田中 ハル', importance: 'URGENT', parent: null });
    const answer = (await write(physician, { parentId: team.id })).post;
    expect(answer).toMatchObject({ parent: { id: team.id, body: '職員だけ' }, acknowledgementRequested: false });
    expect((await write(nurse, { parentId: answer.id })).post.parent.id).toBe(team.id);
    expect(codes(await write(nurse, { parentId: team.id, audience: 'EVERYONE' }))).toEqual(['AUDIENCE_TOO_WIDE audience']);
    // What somebody does not see is as what does not exist, also to answer.
    for (const parentId of [team.id, newId(), 'x'])
      expect(codes(await write(family, { parentId, audience: 'EVERYONE' }))).toEqual(['NOT_FOUND parentId']);
    const other = await RoomOnBus.open(world.bus);
    expect(codes(await write(nurse, { parentId: team.id, roomId: other.roomId }))).toEqual(['NOT_FOUND roomId']);
  });

  test('is listed under what it answers, oldest first, to whoever sees it', async () => {
    const { physician, nurse, family, outsider } = room.people;
    const root = (await write(nurse, { audience: 'EVERYONE' })).post.id;
    const first = (await write(physician, { parentId: root, audience: 'EVERYONE' })).post.id;
    const forTeam = (await write(nurse, { parentId: first })).post.id;
    const last = (await write(family, { parentId: first, audience: 'EVERYONE' })).post.id;
    const document = `query ($id: ID!, $first: Int, $after: String) { post(id: $id) { replyCount replies(first: $first, after: $after) {
      totalCount nodes { id replyCount replies { nodes { id } } } pageInfo { hasNextPage endCursor } } } }`;
    const repliesFor = async (who: Viewer, id = root): Promise<any> => {
      const { post } = await world.client.get(who, document, { id, first: 2 });
      if (!post) return null;
      const { endCursor, hasNextPage } = post.replies.pageInfo;
      const rest = hasNextPage ? (await world.client.get(who, document, { id, first: 2, after: endCursor })).post.replies.nodes : [];
      expect(post.replies.totalCount).toBe(post.replyCount);
      return [post.replyCount, ...[...post.replies.nodes, ...rest].map((node) => node.id)];
    };
    expect(await repliesFor(nurse)).toEqual([3, first, forTeam, last]);
    expect(await repliesFor(family)).toEqual([2, first, last]);
    expect([await repliesFor(nurse, first), await repliesFor(outsider)]).toEqual([[0], null]);
  });

  test('is one, however often it is sent', async () => {
    const { nurse } = room.people;
    const parent = (await write(nurse, {})).post;
    const key = newId();
    const first = await write(nurse, { idempotencyKey: key, parentId: parent.id });
    expect([first.replayed, (await write(nurse, { idempotencyKey: key, parentId: parent.id })).replayed]).toEqual([false, true]);
    expect(codes(await write(nurse, { idempotencyKey: key }))).toEqual(['INVALID idempotencyKey']);
  });
});
