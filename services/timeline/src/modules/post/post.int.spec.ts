import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, post, postCreate, RoomOnBus, stored, timelineOf, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
});
afterAll(() => world.close());

const measurements = [
  { kind: 'BODY_TEMPERATURE', value: 38.2 },
  { kind: 'SYSTOLIC', value: 128 },
  { kind: 'DIASTOLIC', value: 76 },
  { kind: 'PULSE', value: 88, context: 'AT_REST' },
  { kind: 'SPO2', value: 92 },
];
const vitals = () => ({ takenAt: new Date(Date.now() - 600_000).toISOString(), measurements });
const codes = ({ userErrors }: Awaited<ReturnType<typeof post>>) => userErrors.map(({ code, field }) => [code, field?.slice(1).join('.')]);

describe('R22, R24: writing', () => {
  test('a note with vitals is stored with names, codes and flags, told on the bus in the room’s order, and in the access record', async () => {
    const { nurse, physician } = room.people;
    const sent = vitals();
    const {
      post: written,
      userErrors,
      replayed,
    } = await post(world, nurse, room, { kind: 'VITALS', importance: 'IMPORTANT', body: ' 熱があります。\n', vitals: sent });
    expect({ userErrors, replayed }).toEqual({ userErrors: [], replayed: false });
    expect(written).toMatchObject({
      body: '熱があります。',
      excerpt: '熱があります。',
      kind: 'VITALS',
      importance: 'IMPORTANT',
      audience: 'CARE_TEAM',
      version: 1,
      viewerHasRead: true,
      authorName: '鈴木 花子',
      authorProfessionLabel: 'NURSE',
      authorFacilityName: '鈴木 花子の事業所',
      author: { id: nurse.userId },
      room: { id: room.roomId },
      observedAt: sent.takenAt,
      readSummary: { readCount: 0, audienceCount: 2 },
      vitals: {
        takenByName: '鈴木 花子',
        takenBy: { id: nurse.userId },
        patient: { id: room.patientId },
        source: 'MANUAL',
        worstFlag: 'CRITICAL_HIGH',
        takenAt: sent.takenAt,
      },
    });
    expect(written?.vitals.measurements).toEqual([
      { kind: 'BODY_TEMPERATURE', value: 38.2, unit: 'Cel', loincCode: '8310-5', flag: 'CRITICAL_HIGH', context: null },
      { kind: 'SYSTOLIC', value: 128, unit: 'mm[Hg]', loincCode: '8480-6', flag: 'NORMAL', context: null },
      { kind: 'DIASTOLIC', value: 76, unit: 'mm[Hg]', loincCode: '8462-4', flag: 'NORMAL', context: null },
      { kind: 'PULSE', value: 88, unit: '/min', loincCode: '8867-4', flag: 'NORMAL', context: 'AT_REST' },
      { kind: 'SPO2', value: 92, unit: '%', loincCode: '59408-5', flag: 'LOW', context: null },
    ]);
    const event = await world.bus.published('timeline.postCreated', ({ postId }) => postId === written?.id);
    const [row] = await stored<{ seq: string }>(world, 'select seq from post where id = $1', [written?.id]);
    expect(event).toMatchObject({
      stream: `room:${room.roomId}`,
      seq: Number(row?.seq),
      payload: { postId: written?.id, roomId: room.roomId, audience: 'CARE_TEAM' },
    });
    const [line] = await stored<{ line: object }>(
      world,
      "select line from audit_entry where line->>'action' = 'CREATE' and line->>'subjectId' = $1",
      [written?.id],
    );
    expect(line?.line).toMatchObject({
      actorId: nurse.userId,
      sessionId: nurse.sessionId,
      authority: 'MEMBERSHIP',
      categories: ['DAILY_CONDITION'],
      patientId: room.patientId,
      roomId: room.roomId,
      districtId: room.people.districtId,
    });
    const data = await world.client.get(physician, `query ($id: ID!) { post(id: $id) { id vitals { post { id } } } }`, { id: written?.id });
    expect(data.post).toEqual({ id: written?.id, vitals: { post: { id: written?.id } } });
  });

  test('R21, R22, R24: each problem at its place, in the reader’s language, and nothing stored', async () => {
    const before = await stored(world, 'select count(*) from post');
    const { nurse } = room.people;
    const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
    const bad = async (input: object) => codes(await post(world, nurse, room, input as Record<string, unknown>));
    const value = (kind: string, given: number) => ({ vitals: { takenAt: at(0), measurements: [{ kind, value: given }] } });
    expect(await bad({ body: ' \u3000' })).toEqual([['BLANK', 'body']]);
    expect(await bad({ body: 'あ'.repeat(4001) })).toEqual([['TOO_LONG', 'body']]);
    expect(await bad({ body: '番号 １２３４−５６７８−９０１８' })).toEqual([['MY_NUMBER_NOT_ALLOWED', 'body']]);
    expect(await bad({ observedAt: at(6) })).toEqual([['INVALID', 'observedAt']]);
    expect(await bad({ observedAt: at(-60 * 24 * 400) })).toEqual([['INVALID', 'observedAt']]);
    expect(await bad({ kind: 'VITALS' })).toEqual([['BLANK', 'vitals']]);
    expect(await bad({ idempotencyKey: 'not-a-key' })).toEqual([['INVALID', 'idempotencyKey']]);
    expect(await bad(value('BODY_TEMPERATURE', 50))).toEqual([['INVALID', 'vitals.measurements.0.value']]);
    expect(await bad(value('PULSE', 70.5))).toEqual([['INVALID', 'vitals.measurements.0.value']]);
    expect(await bad(value('SPO2', 60))).toEqual([['IMPLAUSIBLE_VALUE', 'vitals.measurements.0.value']]);
    expect(
      await bad({
        vitals: {
          takenAt: at(0),
          measurements: [
            { kind: 'SYSTOLIC', value: 80 },
            { kind: 'DIASTOLIC', value: 80 },
          ],
        },
      }),
    ).toEqual([['INVALID', 'vitals.measurements.0.value']]);
    expect(await bad({ vitals: { takenAt: at(10), measurements: [] } })).toEqual([
      ['BLANK', 'vitals.measurements'],
      ['INVALID', 'vitals.takenAt'],
    ]);
    const english = await world.client.ask(
      nurse,
      postCreate,
      { input: { idempotencyKey: newId(), roomId: room.roomId, audience: 'CARE_TEAM', ...value('PULSE', 999) } },
      { locale: 'en' },
    );
    expect(english.data?.postCreate.userErrors[0].message).toBe('Pulse takes 20 to 250 /min in steps of 1.');
    expect(await stored(world, 'select count(*) from post')).toEqual(before);
    expect(codes(await post(world, nurse, room, { vitals: { ...value('SPO2', 60).vitals, confirmImplausible: true } }))).toEqual([]);
  });

  test('family and patient write for everyone only; their posts and those for everyone are all they see', async () => {
    const { family, patient, nurse } = room.people;
    for (const writer of [family, patient]) {
      expect(codes(await post(world, writer, room))).toEqual([['FORBIDDEN', 'audience']]);
      expect(codes(await post(world, writer, room, { audience: 'EVERYONE' }))).toEqual([]);
    }
    const { post: open } = await post(world, nurse, room, { audience: 'EVERYONE' });
    const [ofFamily, ofPatient, ofNurse] = await Promise.all([family, patient, nurse].map((viewer) => timelineOf(world, viewer, room)));
    expect(ofFamily?.posts.totalCount).toBe(3);
    expect(ofFamily?.posts).toMatchObject({ nodes: ofPatient?.posts.nodes });
    expect(ofFamily?.lastPost).toEqual({ id: open?.id });
    expect(ofNurse?.posts.totalCount).toBeGreaterThan(3);
  });
});

describe('R29: sent once, however often it arrives', () => {
  test('the same key and content answers the same post; another content is refused; a confirmed value is no other content', async () => {
    const { nurse } = room.people;
    const input = { idempotencyKey: newId(), body: '夕食は全量。', vitals: vitals() };
    const first = await post(world, nurse, room, input);
    const again = await post(world, nurse, room, { ...input, vitals: { ...input.vitals, confirmImplausible: true } });
    expect(again).toEqual({ ...first, replayed: true });
    expect(codes(await post(world, nurse, room, { ...input, body: '夕食は半量。' }))).toEqual([['INVALID', 'idempotencyKey']]);
    expect(
      await stored(world, 'select 1 from vitals_record r join post p on p.vitals_id = r.id where p.id = $1', [input.idempotencyKey]),
    ).toHaveLength(1);
  });

  test('a value beyond its alert makes the post important, once however often it is sent (R24)', async () => {
    const { nurse } = room.people;
    const input = { idempotencyKey: newId(), vitals: { takenAt: new Date().toISOString(), measurements: [{ kind: 'SPO2', value: 84 }] } };
    const sent = [await post(world, nurse, room, input), await post(world, nurse, room, input)];
    expect(sent.map(({ replayed, post: made }) => [replayed, made?.importance])).toEqual([
      [false, 'IMPORTANT'],
      [true, 'IMPORTANT'],
    ]);
  });

  test('a key that somebody else used, in this room or another, is refused like any other content', async () => {
    const { nurse, physician } = room.people;
    const other = await RoomOnBus.open(world.bus);
    const idempotencyKey = newId();
    await post(world, nurse, room, { idempotencyKey });
    expect(codes(await post(world, physician, room, { idempotencyKey }))).toEqual([['INVALID', 'idempotencyKey']]);
    expect(codes(await post(world, other.people.nurse, other, { idempotencyKey }))).toEqual([['INVALID', 'idempotencyKey']]);
  });

  test('ten at once with one key make one post', async () => {
    const input = { idempotencyKey: newId() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(world, room.people.nurse, room, input)));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.post?.id))).toEqual(new Set([input.idempotencyKey]));
    expect(
      (await world.bus.all('timeline.postCreated')).filter(({ payload }) => payload.postId === input.idempotencyKey).length,
    ).toBeLessThanOrEqual(1);
  });
});

test('fifty at once: one order for everybody, every number of the stream told once, pages without gap or double', async () => {
  const busy = await RoomOnBus.open(world.bus);
  const { nurse, physician, careManager } = busy.people;
  const writers = [nurse, physician, careManager];
  const written = await Promise.all(
    Array.from({ length: 50 }, (_, index) => post(world, writers[index % 3] ?? nurse, busy, { body: `記録 ${index}` })),
  );
  expect(written.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const rows = await stored<{ id: string; seq: string }>(world, 'select id, seq from post where room_id = $1 order by seq', [busy.roomId]);
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  await world.bus.published('timeline.postCreated', ({ postId }) => postId === rows.at(-1)?.id);
  const told = (await world.bus.all('timeline.postCreated')).filter(({ payload }) => payload.roomId === busy.roomId);
  expect(told.map(({ seq, payload }) => [seq, payload.postId])).toEqual(rows.map(({ id, seq }) => [Number(seq), id]));

  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { posts } = await timelineOf(world, physician, busy, { first: 12, after });
    seen.push(...posts.nodes.map(({ id }: { id: string }) => id));
    // What arrives meanwhile moves no page.
    await post(world, nurse, busy, { body: 'その間に' });
    [after, more] = [posts.pageInfo.endCursor, posts.pageInfo.hasNextPage];
  }
  expect(seen).toEqual(rows.map(({ id }) => id).reverse());
});
