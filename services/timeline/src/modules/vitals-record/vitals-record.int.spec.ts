/** R24 on a real PostgreSQL: daily life beside values, what stands out, corrections, ranges of one patient, series. */
import { inViewer, openOrm, type Orm } from '@heya/service-common/orm';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import type { Viewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, post, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
let orm: Orm;
beforeAll(async () => {
  world = await openWorld();
  orm = await openOrm(timelineOrm(world.environment.database.url));
});
beforeEach(async () => {
  room = await RoomOnBus.open(world.bus);
});
afterAll(async () => {
  await orm.close(true);
  await world.close();
});

const errors = 'userErrors { code message field }';
const record = `id takenAt worstFlag alerts isCurrent correctionReason consciousness sleepHours bath fall source
  meals { slot main side } stool { bristol count blood } medicines { slot outcome note } measurements { kind value unit loincCode flag }
  corrects { id } correctedBy { id }`;
const documents = {
  record: `mutation ($input: VitalsRecordInput!) { vitalsRecord(input: $input) { replayed ${errors} post { id kind importance audience } vitalsRecord { ${record} } } }`,
  correct: `mutation ($id: ID!, $input: VitalsCorrectInput!) { vitalsCorrect(id: $id, input: $input) { replayed ${errors} post { id parent { id } } vitalsRecord { ${record} } } }`,
  set: `mutation ($id: ID!, $ranges: [VitalRangeInput!]!, $version: Int!) { vitalRangesSet(patientId: $id, ranges: $ranges, expectedVersion: $version) { ${errors} patient { id } } }`,
  patient: `query ($r: [_Any!]!, $from: DateTime!, $to: DateTime!) { _entities(representations: $r) { ... on Patient { latestVitals { kind value flag }
    vitals { nodes { id isCurrent viewerCanCorrect } } vitalRangesVersion viewerCanSetVitalRanges vitalRanges { kind low high criticalLow criticalHigh isDefault setByName setBy { id } }
    vitalRangeHistory { version setByName ranges { kind criticalHigh } }
    vitalSeries(kinds: [BODY_TEMPERATURE, WEIGHT], from: $from, to: $to, maxPoints: 3) { kind unit downsampled points { at value flag recordId } range { isDefault } } } } }`,
};

const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const temperature = (value: number) => ({ measurements: [{ kind: 'BODY_TEMPERATURE', value }] });

async function ask(who: Viewer, document: keyof typeof documents, variables: Record<string, unknown>): Promise<any> {
  const data = await world.client.get<Record<string, any>>(who, documents[document], variables);
  return Object.values(data)[0];
}
const write = (who: Viewer, vitals: object, other: object = {}): Promise<any> =>
  ask(who, 'record', {
    input: { idempotencyKey: newId(), roomId: room.roomId, vitals: { takenAt: ago(1), measurements: [], ...vitals }, ...other },
  });
const look = async (who: Viewer): Promise<any> =>
  (await ask(who, 'patient', { r: [{ __typename: 'Patient', id: room.patientId }], from: ago(24 * 30), to: ago(-1) }))[0];
const codes = ({ userErrors }: any): string[] => userErrors.map(({ code, field }: any) => `${code} ${field.slice(1).join('.')}`);

const day = {
  consciousness: 'JCS_1',
  meals: [
    { slot: 'BREAKFAST', main: 8, side: 6 },
    { slot: 'LUNCH', main: 10, side: 10 },
  ],
  stool: { bristol: 4, count: 1 },
  medicines: [{ slot: 'MORNING', outcome: 'PARTLY', note: ' 粉薬だけ ' }],
  sleepHours: 6.5,
  bath: 'WIPE',
  fall: false,
};

describe('a record', () => {
  test('of daily life alone is a post like any other, once however often sent, and reads as it was said', async () => {
    const { helper = room.people.nurse } = room.people as Record<string, any>;
    const input = {
      idempotencyKey: newId(),
      roomId: room.roomId,
      vitals: { takenAt: ago(1), measurements: [{ kind: 'FLUID_INTAKE', value: 200 }], ...day },
    };
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(helper, 'record', { input })));
    expect(new Set(answers.map(({ post: { id } }) => id))).toEqual(new Set([input.idempotencyKey]));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      post: { kind: 'VITALS', importance: 'NORMAL', audience: 'CARE_TEAM' },
      vitalsRecord: {
        ...day,
        stool: { bristol: 4, count: 1, blood: false },
        medicines: [{ slot: 'MORNING', outcome: 'PARTLY', note: '粉薬だけ' }],
        measurements: [{ kind: 'FLUID_INTAKE', value: 200, unit: 'mL', loincCode: '9000-1', flag: 'NORMAL' }],
        alerts: [],
        isCurrent: true,
        source: 'MANUAL',
      },
    });
    expect(await stored(world, 'select 1 from vitals_record where room_id = $1', [room.roomId])).toHaveLength(1);
  });

  test('says what is wrong with it, field by field, and nothing is stored', async () => {
    const { nurse } = room.people;
    expect(codes(await write(nurse, {}))).toEqual(['BLANK vitals.measurements']);
    const wrong = {
      meals: [
        { slot: 'LUNCH', main: 11, side: 0 },
        { slot: 'LUNCH', main: 1, side: -1 },
      ],
      stool: { bristol: 8, count: 31 },
      medicines: [{ slot: 'NOON', outcome: 'TAKEN', note: '1234-5678-9018' }],
      sleepHours: 24.5,
      measurements: [{ kind: 'URINE_VOLUME', value: 3001 }],
    };
    expect(codes(await write(nurse, wrong)).sort()).toEqual(
      [
        'INVALID vitals.meals.0.main',
        'INVALID vitals.meals.1.side',
        'INVALID vitals.meals.1.slot',
        'INVALID vitals.measurements.0.value',
        'INVALID vitals.sleepHours',
        'INVALID vitals.stool.bristol',
        'INVALID vitals.stool.count',
        'MY_NUMBER_NOT_ALLOWED vitals.medicines.0.note',
      ].sort(),
    );
    expect(codes(await write(nurse, day, { source: 'API' }))).toEqual(['INVALID source']);
    expect(codes(await write(nurse, { ...day, takenAt: ago(-1) }))).toEqual(['INVALID vitals.takenAt']);
    expect(await stored(world, 'select 1 from vitals_record where room_id = $1', [room.roomId])).toEqual([]);
  });

  test('that stands out over days makes its post important and is told; the family’s is held against what families see', async () => {
    const { nurse, physician, family } = room.people;
    const weigh = (value: number) => ({ measurements: [{ kind: 'WEIGHT', value }] });
    await write(nurse, { ...weigh(50), takenAt: ago(48) });
    expect(await write(nurse, { ...weigh(47.9), takenAt: ago(2) })).toMatchObject({
      post: { importance: 'IMPORTANT' },
      vitalsRecord: { alerts: ['WEIGHT_CHANGE_IN_WEEK'] },
    });
    const told = `select 1 from notification where kind = 'VITALS_OUT_OF_RANGE' and room_id = $1 and user_id = $2`;
    await until('told', async () => (await stored(world, told, [room.roomId, physician.userId])).length === 1);
    expect(await write(family, weigh(47.8), { audience: 'EVERYONE' })).toMatchObject({
      post: { importance: 'NORMAL' },
      vitalsRecord: { alerts: [] },
    });
  });
});

describe('a correction', () => {
  const correct = (who: Viewer, id: string, value: number, other: object = {}): Promise<any> =>
    ask(who, 'correct', {
      id,
      input: { idempotencyKey: newId(), reason: '打ち間違い', vitals: { takenAt: ago(1), ...temperature(value) }, ...other },
    });

  test('takes the place of the old values everywhere, which stay; by the writer, a doctor or a nurse, once', async () => {
    const { nurse, careManager, physician, family, outsider } = room.people;
    const first = await write(nurse, temperature(39.5));
    const { id } = first.vitalsRecord;
    const offered = async (who: Viewer): Promise<unknown> => (await look(who)).vitals.nodes.map((node: any) => node.viewerCanCorrect);
    // What is offered is what would be taken.
    expect(await Promise.all([nurse, physician, careManager].map(offered))).toEqual([[true], [true], [false]]);
    expect(codes(await correct(careManager, id, 36.5))).toEqual(['FORBIDDEN ']);
    expect(codes(await correct(family, id, 36.5))).toEqual(['NOT_FOUND ']);
    expect(codes(await correct(outsider, id, 36.5))).toEqual(codes(await correct(outsider, newId(), 36.5)));
    expect(codes(await correct(physician, id, 36.5, { reason: ' ' }))).toEqual(['BLANK reason']);
    const fixed = await correct(physician, id, 36.5);
    expect(fixed).toMatchObject({
      userErrors: [],
      post: { parent: { id: first.post.id } },
      vitalsRecord: { corrects: { id }, correctionReason: '打ち間違い', isCurrent: true, worstFlag: 'NORMAL' },
    });
    expect(codes(await correct(nurse, id, 36.6))).toEqual(['INVALID_STATE ']);
    const seen = await look(nurse);
    expect(seen.latestVitals).toEqual([{ kind: 'BODY_TEMPERATURE', value: 36.5, flag: 'NORMAL' }]);
    expect(seen.vitals.nodes.map(({ isCurrent }: any) => isCurrent).sort()).toEqual([false, true]);
    expect(seen.vitals.nodes.every(({ isCurrent, viewerCanCorrect }: any) => isCurrent === viewerCanCorrect)).toBe(true);
    expect(seen.vitalSeries[0].points.map(({ value }: any) => value)).toEqual([36.5]);
  });

  const retract = `mutation ($id: ID!) { postRetract(id: $id, reason: "別の人の値でした", expectedVersion: 1) { ${errors} } }`;
  const takeBack = async (who: Viewer, { post: { id } }: any): Promise<unknown> =>
    expect(await world.client.get(who, retract, { id })).toEqual({ postRetract: { userErrors: [] } });
  const standing = async (who: Viewer): Promise<unknown> => {
    const { latestVitals, vitalSeries, vitals } = await look(who);
    const counting = vitals.nodes.filter(({ isCurrent }: any) => isCurrent).length;
    return { latest: latestVitals.map(({ value }: any) => value), series: vitalSeries[0].points.map(({ value }: any) => value), counting };
  };

  test('and a retraction of the post leave nothing of the old values that counts', async () => {
    const { nurse } = room.people;
    await takeBack(nurse, await write(nurse, temperature(38.5)));
    expect(await standing(nurse)).toEqual({ latest: [], series: [], counting: 0 });
  });

  test('is written once, however often it is sent', async () => {
    const { nurse } = room.people;
    const { id } = (await write(nurse, temperature(39.5))).vitalsRecord;
    const same = { idempotencyKey: newId(), vitals: { takenAt: ago(1), ...temperature(36.5) } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => correct(nurse, id, 36.5, same)));
    expect(answers.map(codes).flat()).toEqual([]);
    expect(new Set(answers.map(({ vitalsRecord }) => vitalsRecord.id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(codes(await correct(nurse, id, 36.5, { ...same, reason: '別の理由' }))).toEqual(['INVALID idempotencyKey']);
    expect(await standing(nurse)).toEqual({ latest: [36.5], series: [36.5], counting: 1 });
    expect(await stored(world, 'select 1 from vitals_record where corrects_id = $1', [id])).toHaveLength(1);
  });

  test('of a correction: the newest that stands counts, alone, whichever of them is taken back', async () => {
    const { nurse } = room.people;
    const first = await write(nurse, temperature(39.5));
    const second = await correct(nurse, first.vitalsRecord.id, 35.6);
    const third = await correct(nurse, second.vitalsRecord.id, 36.5);
    expect(await standing(nurse)).toEqual({ latest: [36.5], series: [36.5], counting: 1 });
    await takeBack(nurse, second);
    expect(await standing(nurse)).toEqual({ latest: [36.5], series: [36.5], counting: 1 });
    expect(codes(await correct(nurse, first.vitalsRecord.id, 36.6))).toEqual(['INVALID_STATE ']);
    await takeBack(nurse, third);
    expect(await standing(nurse)).toEqual({ latest: [39.5], series: [39.5], counting: 1 });
  });

  test('of what the family wrote is theirs or a nurse’s, and the family sees it', async () => {
    const { nurse, family } = room.people;
    const own = await write(family, temperature(39.5), { audience: 'EVERYONE' });
    const fixed = await correct(family, own.vitalsRecord.id, 36.5);
    expect(codes(fixed)).toEqual([]);
    expect(codes(await correct(nurse, fixed.vitalsRecord.id, 36.6))).toEqual([]);
    expect(await standing(family)).toEqual({ latest: [36.6], series: [36.6], counting: 1 });
  });
});

describe('the ranges of a patient', () => {
  const set = (who: Viewer, ranges: object[], version: number): Promise<any> => ask(who, 'set', { id: room.patientId, ranges, version });

  test('are set by doctors and nurses, flag what is measured from then on, and keep their history', async () => {
    const { nurse, physician, careManager, family, outsider } = room.people;
    const fever = { kind: 'BODY_TEMPERATURE', high: 37, criticalHigh: 37.4 };
    const offered = async (who: Viewer): Promise<unknown> => (await look(who)).viewerCanSetVitalRanges;
    expect(await Promise.all([nurse, physician, careManager, family, outsider].map(offered))).toEqual([true, true, false, false, null]);
    expect(codes(await set(careManager, [fever], 0))).toEqual(['FORBIDDEN ']);
    expect(codes(await set(family, [fever], 0))).toEqual(['FORBIDDEN ']);
    expect(codes(await set(outsider, [fever], 0))).toEqual(['NOT_FOUND ']);
    expect(codes(await set(nurse, [{ ...fever, low: 37.2 }], 0))).toEqual(['INVALID 0.high']);
    expect(codes(await set(nurse, [{ kind: 'FLUID_INTAKE', low: 1 }], 0))).toEqual(['INVALID 0.kind']);
    expect(codes(await set(nurse, [{ kind: 'PULSE', high: 251 }], 0))).toEqual(['INVALID 0.high']);
    expect(await set(nurse, [fever], 0)).toEqual({ userErrors: [], patient: { id: room.patientId } });
    expect(codes(await set(physician, [{ ...fever, high: 37.1 }], 0))).toEqual(['STALE_VERSION ']);
    expect((await write(nurse, temperature(37.4))).vitalsRecord).toMatchObject({ worstFlag: 'CRITICAL_HIGH' });
    expect((await write(nurse, temperature(34))).vitalsRecord).toMatchObject({ worstFlag: 'NORMAL' });
    await set(physician, [], 1);
    expect((await write(nurse, temperature(37.4))).vitalsRecord).toMatchObject({ worstFlag: 'NORMAL' });
    const seen = await look(family);
    expect(seen.vitalRangesVersion).toBe(2);
    expect(seen.vitalRanges[0]).toMatchObject({ kind: 'BODY_TEMPERATURE', high: 37.5, criticalHigh: 38, isDefault: true, setBy: null });
    expect(seen.vitalRangeHistory).toEqual([
      { version: 2, setByName: physician.labels.name, ranges: [] },
      { version: 1, setByName: nurse.labels.name, ranges: [{ kind: 'BODY_TEMPERATURE', criticalHigh: 37.4 }] },
    ]);
    expect(await look(outsider)).toMatchObject({ vitalRanges: null, vitalRangesVersion: null, vitalRangeHistory: null, vitalSeries: null });
  });

  test('are the room’s in the database as well: nobody else reads them, nobody writes them for another, nothing of them is changed', async () => {
    const { nurse, physician, family, outsider, officer } = room.people;
    const as = (who: Viewer, sql: string, values: unknown[] = []): Promise<object[]> =>
      inViewer(orm.em, who, (tx) => tx.execute<object[]>(sql, values));
    const insert = `insert into vital_range (room_id, version, patient_id, ranges, set_by_id, set_by_name) values (?, 1, ?, '{}', ?, '') returning version`;
    const put = (who: Viewer, by: string): Promise<object[]> => as(who, insert, [room.roomId, room.patientId, by]);
    for (const who of [family, outsider, officer]) await expect(put(who, who.userId)).rejects.toThrow(/row-level security/);
    await expect(put(physician, nurse.userId)).rejects.toThrow(/row-level security/);
    expect(await put(nurse, nurse.userId)).toHaveLength(1);
    const seen = await Promise.all([family, outsider, officer].map((who) => as(who, 'select version from vital_range')));
    expect(seen.map((rows) => rows.length)).toEqual([1, 0, 0]);
    for (const sql of ["update vital_range set ranges = '{}'", 'delete from vital_range'])
      await expect(as(nurse, sql)).rejects.toThrow(/permission denied/);
  });
});

test('a series is thinned, and holds for each what their circle holds', async () => {
  const { nurse, family } = room.people;
  for (const [hours, value] of [
    [50, 36.1],
    [40, 36.2],
    [30, 39],
    [20, 36.3],
    [10, 36.4],
  ] as const)
    await post(world, nurse, room, { kind: 'VITALS', vitals: { takenAt: ago(hours), ...temperature(value) } });
  await post(world, nurse, room, { kind: 'VITALS', audience: 'EVERYONE', vitals: { takenAt: ago(5), ...temperature(36.5) } });
  const [own] = (await look(nurse)).vitalSeries;
  expect(own).toMatchObject({ kind: 'BODY_TEMPERATURE', unit: 'Cel', downsampled: true, range: { isDefault: true } });
  expect(own.points.map(({ value }: any) => value)).toEqual([36.1, 39, 36.5]);
  expect((await look(family)).vitalSeries[0]).toMatchObject({ downsampled: false, points: [{ value: 36.5 }] });
});
