/** Since one's last visit, over GraphQL on a real PostgreSQL (R30): computed per room and reader, under the reader's own rights. */
import type { Viewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, post, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
});
afterAll(() => world.close());

const digest = `{ sinceLastVisit { since postCount importantCount openAskCount missedMedicines lowMeals importantPosts { body } openAsks { body ask { state } } vitalsOutOfRange { kind value flag }
  woundChanges { site total } } }`;
const since = async (who: Viewer): Promise<any> => (await world.client.entities(who, 'Room', digest, [room.roomId]))[0]?.sinceLastVisit;
const read = (who: Viewer, upToPostId: string) =>
  world.client.get(who, 'mutation ($r: ID!, $p: ID!) { roomMarkRead(roomId: $r, upToPostId: $p) { userErrors { code } } }', {
    r: room.roomId,
    p: upToPostId,
  });
/** The clock of the database, past every policy: everything so far was that much earlier. */
const passes = async (minutes: number): Promise<void> => {
  const earlier = (column: string): string => `${column} = ${column} - make_interval(mins => ${minutes})`;
  await stored(world, `update reading_position set ${earlier('last_read_at')}, ${earlier('before_visit_at')}`);
  await stored(world, `update post set ${earlier('created_at')}`);
};
const vitals = (celsius: number) => ({ takenAt: new Date().toISOString(), measurements: [{ kind: 'BODY_TEMPERATURE', value: celsius }] });
async function write(who: any, body: string, more: object = {}): Promise<string> {
  const { post: written, userErrors } = await post(world, who, room, { body, ...more });
  if (!written) throw new Error(JSON.stringify(userErrors));
  return written.id as string;
}

test('counts from the last reading before this visit, for as long as the visit goes on, and without what one wrote oneself', async () => {
  const { nurse, physician, officer, family } = room.people;
  const first = await write(nurse, '変わりありません', { audience: 'EVERYONE' });
  expect(await since(physician)).toBeNull();
  await read(physician, first);
  await read(family, first);
  // Still the first visit: there was none before.
  expect(await since(physician)).toBeNull();
  await passes(600);
  await write(physician, '自分の記録');
  await write(nurse, '発熱', { vitals: vitals(38.4), audience: 'CARE_TEAM' });
  await write(nurse, '平熱', { vitals: vitals(36.5) });
  await write(nurse, '家族にも大切なこと', { importance: 'IMPORTANT', audience: 'EVERYONE' });
  const life = {
    takenAt: new Date().toISOString(),
    measurements: [],
    meals: [
      { slot: 'LUNCH', main: 4, side: 6 },
      { slot: 'DINNER', main: 8, side: 8 },
      { slot: 'SNACK', main: 1, side: 1 },
    ],
    medicines: [
      { slot: 'MORNING', outcome: 'MISSED' },
      { slot: 'NOON', outcome: 'REFUSED' },
      { slot: 'EVENING', outcome: 'TAKEN' },
    ],
  };
  await write(nurse, '一日の様子', { vitals: life });
  const asked = await write(nurse, '薬を減らせますか', {
    kind: 'QUESTION',
    ask: { toGroup: 'PHYSICIANS', dueAt: new Date(Date.now() + 3_600_000).toISOString() },
  });
  const now = await since(physician);
  expect(now).toMatchObject({
    postCount: 5,
    importantCount: 3,
    openAskCount: 1,
    missedMedicines: 2,
    lowMeals: 1,
    openAsks: [{ body: '薬を減らせますか' }],
    vitalsOutOfRange: [{ kind: 'BODY_TEMPERATURE', value: 38.4 }],
    woundChanges: [],
  });
  // A value beyond its alert makes its post important by itself (R24).
  expect(now.importantPosts.map(({ body }: any) => body)).toEqual(['一日の様子', '家族にも大切なこと', '発熱']);
  expect(Date.now() - Date.parse(now.since)).toBeGreaterThan(599 * 60_000);
  // Reading makes it no shorter; half an hour later it is another visit.
  await read(physician, asked);
  expect(await since(physician)).toMatchObject({ since: now.since, postCount: 5 });
  await passes(31);
  expect(await since(physician)).toMatchObject({ postCount: 0, importantPosts: [], openAsks: [{ body: '薬を減らせますか' }] });
  // A look of the center has no visit before (R18).
  await room.inspection(officer);
  expect(await since(officer)).toBeNull();
});

test('tells each reader what they may see, and nothing without membership or consent', async () => {
  const { family, outsider, nurse } = room.people;
  expect(await since(family)).toMatchObject({
    postCount: 1,
    importantPosts: [{ body: '家族にも大切なこと' }],
    openAsks: [],
    vitalsOutOfRange: [],
  });
  expect(await since(outsider)).toBeNull();
  const retracted = await stored<{ id: string; version: number }>(world, `select id, version from post where body = '家族にも大切なこと'`);
  await world.client.get(
    nurse,
    'mutation ($id: ID!) { postRetract(id: $id, reason: "別の方", expectedVersion: 1) { userErrors { code } } }',
    { id: retracted[0]?.id },
  );
  expect(await since(family)).toMatchObject({ postCount: 0, importantPosts: [] });
  await room.consent({ family: false });
  expect(await since(family)).toBeNull();
  await room.withdraw();
  expect(await since(room.people.physician)).toBeNull();
});

test('a value that was corrected is not told of as unusual', async () => {
  room = await RoomOnBus.open(world.bus);
  const { nurse, physician } = room.people;
  await read(physician, await write(nurse, '変わりありません'));
  await passes(600);
  const mistyped = await write(nurse, '発熱', { vitals: vitals(39.5) });
  expect((await since(physician)).vitalsOutOfRange).toMatchObject([{ value: 39.5 }]);
  const [record] = await stored<{ id: string }>(world, 'select vitals_id as id from post where id = $1', [mistyped]);
  const input = { idempotencyKey: newId(), reason: '打ち間違い', vitals: vitals(36.5) };
  const correct = 'mutation ($id: ID!, $input: VitalsCorrectInput!) { vitalsCorrect(id: $id, input: $input) { userErrors { code } } }';
  expect(await world.client.get(nurse, correct, { id: record?.id, input })).toEqual({ vitalsCorrect: { userErrors: [] } });
  expect((await since(physician)).vitalsOutOfRange).toEqual([]);
});
