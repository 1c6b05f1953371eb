/** Search over GraphQL on a real PostgreSQL (R27): words in whatever form, under the searcher's own rights, in results, counts and snippets. */
import type { Viewer } from '@heya/service-common/viewer';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, post, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
let other: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
  other = await RoomOnBus.open(world.bus);
});
afterAll(() => world.close());

const document = `query ($query: String!, $filter: PostFilter, $first: Int, $after: String) { searchPosts(query: $query, filter: $filter, first: $first, after: $after) {
  totalCount nodes { id } edges { cursor node { id body room { id } } highlights { text ranges { start end } } } pageInfo { hasNextPage endCursor } } }`;
const ask = (who: Viewer, query: string, more: object = {}) => world.client.ask(who, document, { query, ...more });
async function search(who: Viewer, query: string, more: object = {}): Promise<any> {
  return (await world.client.get(who, document, { query, ...more })).searchPosts;
}
const bodies = async (who: Viewer, query: string, filter: object = {}): Promise<string[]> =>
  (await search(who, query, { filter })).edges.map(({ node }: any) => node.body);
async function write(body: string, input: object = {}, { by = room.people.nurse, to = room }: { by?: any; to?: RoomOnBus } = {}) {
  const { post: written, userErrors } = await post(world, by, to, { body, ...input });
  if (!written) throw new Error(JSON.stringify(userErrors));
  return written as { id: string; version: number };
}
const change = async (who: Viewer, text: string, variables: object) => {
  const answer = await world.client.get(who, text, variables);
  expect(Object.values(answer)[0]).toMatchObject({ userErrors: [] });
};
const correct = (id: string, body: string) =>
  change(
    room.people.nurse,
    'mutation ($id: ID!, $input: PostUpdateInput!) { postUpdate(id: $id, input: $input) { userErrors { code } } }',
    {
      id,
      input: { body, expectedVersion: 1 },
    },
  );
const retract = (id: string) =>
  change(room.people.nurse, 'mutation ($id: ID!) { postRetract(id: $id, reason: "別の方", expectedVersion: 1) { userErrors { code } } }', {
    id,
  });

describe('words', () => {
  test('of two characters, in any width, kana and case; all of several; the phrase itself and not its scattered pairs', async () => {
    await write('昼食でムセあり。SpO₂ 96%');
    await write('夕方に発熱。ﾊﾞｲﾀﾙは朝と同じ');
    await write('川は海へ、山は川へ');
    const { nurse } = room.people;
    for (const query of ['むせ', 'ムセ', 'ﾑｾ', 'spo2', 'ＳＰＯ２ 昼食', '食で'])
      expect([query, await bodies(nurse, query)]).toEqual([query, ['昼食でムセあり。SpO₂ 96%']]);
    expect(await bodies(nurse, 'バイタル')).toEqual(['夕方に発熱。ﾊﾞｲﾀﾙは朝と同じ']);
    expect(await bodies(nurse, '熱')).toEqual(['夕方に発熱。ﾊﾞｲﾀﾙは朝と同じ']);
    // Its pairs are all there, the phrase is not.
    expect(await bodies(nurse, '川は川へ')).toEqual([]);
    expect(await bodies(nurse, 'むせ 発熱')).toEqual([]);
    const [{ highlights }] = (await search(nurse, 'むせ')).edges;
    expect(highlights).toEqual([{ text: '昼食でムセあり。SpO₂ 96%', ranges: [{ start: 3, end: 5 }] }]);
  });

  test('are those of now: a correction is found by what it says, what was retracted not at all', async () => {
    const { nurse } = room.people;
    const mended = await write('点滴を右腕に');
    await correct(mended.id, '点滴を左腕に');
    expect(await bodies(nurse, '右腕')).toEqual([]);
    expect(await bodies(nurse, '左腕')).toEqual(['点滴を左腕に']);
    const gone = await write('転倒しかけた');
    expect(await bodies(nurse, '転倒')).toHaveLength(1);
    await retract(gone.id);
    expect(await search(nurse, '転倒')).toMatchObject({ edges: [], nodes: [], totalCount: 0 });
  });

  test('that are none are refused; what looks like a command is a word', async () => {
    const { nurse } = room.people;
    for (const query of ['', '  ', 'む', 'a', 'x'.repeat(101)])
      expect((await ask(nurse, query)).errors?.[0]?.extensions?.code, query).toBe('BAD_USER_INPUT');
    await write(`記号 '; drop table post; -- {"a":1} %_ \\ を試す`);
    for (const query of [`'; drop table`, '{"a":1}', '%_', "' or '1'='1"]) {
      const found = await bodies(nurse, query);
      expect([query, found.length]).toEqual([query, query.includes('or') ? 0 : 1]);
    }
    for (const after of ["' or 1=1", '{}', 'AAAA'])
      expect((await ask(nurse, 'むせ', { after })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    for (const filter of [{ roomId: "' or 1=1" }, { authorIds: ["'"] }, { roomId: '{}' }])
      expect(await bodies(nurse, 'むせ', filter)).toEqual([]);
  });
});

describe('rights', () => {
  test('one finds what one may see: circle, room, consent and membership, in results, counts and snippets alike', async () => {
    const { nurse, physician, family, patient, outsider, officer } = room.people;
    await write('家族には言わない合言葉', { audience: 'CARE_TEAM' });
    await write('みなに言う合言葉', { audience: 'EVERYONE' });
    await write('よその部屋の合言葉', {}, { by: other.people.nurse, to: other });
    const found = async (who: Viewer) => (await search(who, '合言葉')).edges.map(({ node }: any) => node.body);
    expect(await found(physician)).toEqual(['みなに言う合言葉', '家族には言わない合言葉']);
    expect(await found(other.people.nurse)).toEqual(['よその部屋の合言葉']);
    for (const who of [family, patient]) {
      const page = await search(who, '合言葉');
      expect([page.totalCount, page.edges.length, JSON.stringify(page).includes('家族には')]).toEqual([1, 1, false]);
      expect(await search(who, '家族には')).toMatchObject({ edges: [], totalCount: 0 });
    }
    expect([await found(outsider), await found(officer)]).toEqual([[], []]);
    // A look of the center reads as the care team does, for as long as it runs (R18).
    await room.inspection(officer);
    expect(await found(officer)).toHaveLength(2);
    // A room that is not one's own answers as one that is not there.
    const foreign = await search(outsider, '合言葉', { filter: { roomId: room.roomId } });
    expect(foreign).toEqual(await search(outsider, '合言葉', { filter: { roomId: newId() } }));
    await room.consent({ family: false });
    expect([await found(family), (await found(nurse)).length]).toEqual([[], 2]);
    await room.withdraw();
    expect([await found(nurse), await found(patient)]).toEqual([[], []]);
    await room.consent();
    expect((await found(nurse)).length).toBe(2);
  });

  test('the index tells nothing by itself, not to a member, not to the service', async () => {
    const orm = await openOrm(timelineOrm(world.environment.database.url));
    for (const statement of ['select * from post_search', 'delete from post_search', "update post_search set folded = ''"])
      await expect(inViewer(orm.em, room.people.nurse, (tx) => tx.execute(statement))).rejects.toThrow(/permission denied/);
    const hits = `select * from search_hits('{合言葉}', null, null, null, null)`;
    expect(await inViewer(orm.em, { type: 'service', name: 'timeline' }, (tx) => tx.execute(hits))).toEqual([]);
    expect(await inViewer(orm.em, room.people.family, (tx) => tx.execute(hits))).toHaveLength(1);
    await orm.close(true);
  });

  test('a search is a line for each room that something was found in, and never what was looked for', async () => {
    const lines = () =>
      stored<{ line: any }>(world, `select line from audit_entry where line->>'action' = 'SEARCH' order by at`).then((rows) =>
        rows.map(({ line }) => line),
      );
    const before = (await lines()).length;
    await bodies(room.people.physician, '合言葉');
    await bodies(room.people.physician, '見つからない言葉');
    const [found, nothing, ...more] = (await lines()).slice(before);
    expect(found).toMatchObject({
      roomId: room.roomId,
      patientId: room.patientId,
      authority: 'MEMBERSHIP',
      actorId: room.people.physician.userId,
    });
    expect([nothing.roomId, nothing.patientId, more]).toEqual([null, null, []]);
    expect(JSON.stringify([found, nothing])).not.toMatch(/合言葉|見つからない/);
  });
});

describe('pages and filters', () => {
  test('pages follow each other without gap or double while more is written; how many there are is told when they fit', async () => {
    const { nurse } = room.people;
    const written = [];
    for (let n = 0; n < 7; n += 1) written.push(`めくる言葉その${n}`);
    for (const body of written) await write(body);
    const first = await search(nurse, 'めくる', { first: 3 });
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([null, true]);
    await write('めくる言葉その後');
    const second = await search(nurse, 'めくる', { first: 3, after: first.pageInfo.endCursor });
    const third = await search(nurse, 'めくる', { first: 3, after: second.pageInfo.endCursor });
    const all = [first, second, third].flatMap(({ edges }: any) => edges.map(({ node }: any) => node.body));
    expect([all, third.pageInfo.hasNextPage]).toEqual([written.toReversed(), false]);
    expect((await search(nurse, 'めくる', { first: 20 })).totalCount).toBe(8);
  });

  test('each filter of the timeline narrows what is found', async () => {
    const { nurse, physician, careManager } = room.people;
    await write('しぼる看護', { kind: 'CARE_NOTE', observedAt: '2026-01-02T00:00:00Z' });
    await write('しぼる医師', { kind: 'MEDICAL_NOTE', importance: 'IMPORTANT', audience: 'EVERYONE' }, { by: physician });
    await write('しぼる名指し', { mentions: [{ userId: careManager.userId, start: 0, end: 2 }] });
    const by = (filter: object, who: Viewer = careManager) => bodies(who, 'しぼる', filter);
    expect(await by({})).toHaveLength(3);
    expect(await by({ kinds: ['CARE_NOTE'] })).toEqual(['しぼる看護']);
    expect(await by({ authorIds: [physician.userId] })).toEqual(['しぼる医師']);
    expect(await by({ professionsOf: ['PHYSICIANS'] })).toEqual(['しぼる医師']);
    expect(await by({ importance: ['IMPORTANT'] })).toEqual(['しぼる医師']);
    expect(await by({ audience: 'EVERYONE' })).toEqual(['しぼる医師']);
    expect(await by({ from: '2026-01-01T00:00:00Z', to: '2026-01-03T00:00:00Z' })).toEqual(['しぼる看護']);
    expect(await by({ mentionsMe: true })).toEqual(['しぼる名指し']);
    expect(await by({ unreadOnly: true })).toHaveLength(3);
    expect(await by({ unreadOnly: true }, nurse)).toEqual(['しぼる医師']);
    expect(await by({ hasPhoto: true })).toEqual([]);
    expect(await by({ roomId: room.roomId })).toHaveLength(3);
    expect(await by({ roomId: other.roomId })).toEqual([]);
    expect(await by({ kinds: [] })).toEqual([]);
  });

  test('what was written before there was an index is in it, and it goes with its room', async () => {
    const rows = () =>
      stored<{ folded: string; marks: string[] }>(world, 'select folded, marks from post_search where room_id = $1 order by post_id', [
        room.roomId,
      ]);
    const kept = await rows();
    const again = await stored<{ folded: string; marks: string[] }>(
      world,
      `select f.folded, search_marks(p.room_id, p.audience, search_grams(f.folded)) as marks from post p
         left join lateral (select r.body from post_revision r where r.post_id = p.id order by r.version desc limit 1) c on true
        cross join search_fold(coalesce(c.body, p.body)) f(folded)
        where p.room_id = $1 and not exists (select 1 from post_retraction t where t.post_id = p.id) order by p.id`,
      [room.roomId],
    );
    expect([kept.length > 10, kept]).toEqual([true, again]);
    await world.bus.publish('room.erasureAsked', {
      service: 'timeline',
      roomId: other.roomId,
      patientId: other.patientId,
      districtId: other.people.districtId,
    } as never);
    await expect.poll(() => stored(world, 'select 1 from post_search where room_id = $1', [other.roomId])).toEqual([]);
    expect(await bodies(other.people.nurse, '合言葉')).toEqual([]);
  });
});
