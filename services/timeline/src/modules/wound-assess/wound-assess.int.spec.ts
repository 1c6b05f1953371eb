/** Wounds over GraphQL on a real PostgreSQL (R24, R25): the series, who sees it, what is important, corrections, photos, bad input. */
import { createHash } from 'node:crypto';
import { inViewer, openOrm } from '@heya/service-common/orm';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { fileOf } from '@heya/testkit/client';
import { newId } from '@heya/testkit/viewers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, RoomOnBus, stored, timelineOf, type World } from '../../testing/world.ts';

const plain = { category: 'DAILY_CONDITION', family: true, partners: false } as const;
const body = { category: 'BODY_IMAGES', family: false, partners: false } as const;
let world: World;
let room: RoomOnBus;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
});
afterAll(() => world.close());

const fields = 'id woundId site notation total isCurrent photos { isBodyImage bodySite } corrects { id total isCurrent }';
const assess = `mutation ($input: WoundAssessInput!) { woundAssess(input: $input) { replayed userErrors { code field message } wound { ${fields} }
  post { id kind importance audience body observedAt parent { id } wound { id } } } }`;
const scores = { depth: 'D3', exudate: 3, size: 8, inflammation: 1, granulation: 3, necrosis: 0, pocket: 0 };
const day = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();
const input = (change: object = {}) => ({
  ...scores,
  idempotencyKey: newId(),
  roomId: room.roomId,
  site: '仙骨部',
  assessedAt: ago(0),
  ...change,
});
const send = async (who: Viewer, change: object = {}): Promise<any> =>
  (await world.client.get(who, assess, { input: input(change) })).woundAssess;
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }): string[] =>
  userErrors.map(({ code, field }) => `${code} ${field.at(-1)}`);

const listing = `query ($r: [_Any!]!, $before: ID, $only: ID) { _entities(representations: $r) { ... on Patient { wounds(woundId: $only) { ${fields} series(first: 2, before: $before) { id total } } } } }`;
const woundsFor = async (who: Viewer, variables: object = {}): Promise<any[] | null> =>
  (await world.client.get(who, listing, { r: [{ __typename: 'Patient', id: room.patientId }], ...variables }))._entities[0].wounds;
const woundFor = async (who: Viewer, only: string): Promise<any> => (await woundsFor(who, { only }))?.[0];

async function photo(who: PersonViewer): Promise<string> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
  const announced = await world.client.get(
    who,
    'mutation ($input: UploadCreateInput!) { uploadCreate(input: $input) { upload { id putUrl } } }',
    {
      input: {
        ...{ idempotencyKey: newId(), roomId: room.roomId, contentType: 'image/jpeg', byteSize: bytes.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    },
  );
  const { id, putUrl } = announced.uploadCreate.upload;
  const key = { name: 'timeline', key: world.environment.envelopeKey, viewer: who };
  const sent = await fileOf(world.timeline.url, key, { method: 'PUT', path: putUrl.replace('/files/timeline/', '/files/'), bytes });
  expect(sent.status).toBe(200);
  return id;
}

describe('a wound', () => {
  test('is a series of assessments, each with its post, and two at one site are two', async () => {
    const { nurse, physician, family, outsider } = room.people;
    const first = await send(nurse, { assessedAt: ago(14), note: '発赤あり', necrosis: 3 });
    expect(first).toMatchObject({
      userErrors: [],
      wound: { id: first.post.id, woundId: first.post.id, notation: 'D3-e3s8i1g3N3p0:18', total: 18, isCurrent: true, corrects: null },
      post: { kind: 'WOUND', importance: 'NORMAL', audience: 'CARE_TEAM', body: '発赤あり', parent: null, wound: { id: first.post.id } },
    });
    const woundId = first.wound.woundId;
    const second = await send(physician, { woundId, assessedAt: ago(7) });
    const third = await send(nurse, { woundId, exudate: 1 });
    const beside = await send(nurse, {});
    expect(beside.wound.woundId).not.toBe(woundId);
    const newest = await woundFor(nurse, woundId);
    expect(newest.series).toEqual([third, second].map(({ wound }) => ({ id: wound.id, total: wound.total })));
    expect((await woundsFor(nurse, { before: second.wound.id, only: woundId }))?.[0].series).toEqual([{ id: first.wound.id, total: 18 }]);
    // Nothing of it is for the family; whoever has no part learns nothing (R13).
    expect([await woundsFor(family), await woundsFor(outsider)]).toEqual([[], null]);
    const read = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on WoundAssessment { id total } } }';
    const byId = async (who: Viewer) =>
      (await world.client.get(who, read, { r: [{ __typename: 'WoundAssessment', id: first.wound.id }] }))._entities;
    expect([await byId(physician), await byId(family), await byId(outsider)]).toEqual([
      [{ id: first.wound.id, total: 18 }],
      [null],
      [null],
    ]);
    const lines = `select count(*)::int as n from audit_entry where line->>'subjectId' = $1 and line->>'action' = $2 and line->>'actorId' = $3`;
    expect(await stored(world, lines, [first.wound.id, 'CREATE', nurse.userId])).toEqual([{ n: 1 }]);
    expect(await stored(world, lines, [first.wound.id, 'DENIED', outsider.userId])).toEqual([{ n: 1 }]);
  });

  test('that grew by three points or got deeper than just before is told as important', async () => {
    const { nurse } = room.people;
    const { wound } = await send(nurse, { assessedAt: ago(30) });
    const next = async (change: object): Promise<string> => (await send(nurse, { woundId: wound.woundId, ...change })).post.importance;
    expect(await next({ assessedAt: ago(20), exudate: 6 })).toBe('IMPORTANT');
    expect(await next({ assessedAt: ago(25) })).toBe('NORMAL');
    expect(await next({ assessedAt: ago(10), exudate: 6, depth: 'D4' })).toBe('IMPORTANT');
    expect(await next({ assessedAt: ago(9), exudate: 6, depth: 'D3', inflammation: 3, criticallyColonized: true })).toBe('NORMAL');
  });

  test('is corrected by another assessment that says so; what was wrong is found through it alone', async () => {
    const { nurse, physician } = room.people;
    const wrong = await send(nurse, { assessedAt: ago(3), pocket: 24, audience: 'EVERYONE' });
    const woundId = wrong.wound.woundId;
    const key = newId();
    const right = { idempotencyKey: key, woundId, correctsId: wrong.wound.id, assessedAt: ago(3) };
    const corrected = await send(physician, right);
    expect(corrected).toMatchObject({
      wound: { total: 15, corrects: { id: wrong.wound.id, total: 39, isCurrent: false } },
      post: { audience: 'EVERYONE', parent: { id: wrong.post.id } },
    });
    expect((await send(physician, right)).replayed).toBe(true);
    expect((await woundFor(room.people.family, woundId)).series).toEqual([{ id: key, total: 15 }]);
    expect(codes(await send(nurse, { ...right, idempotencyKey: newId() }))).toEqual(['INVALID_STATE correctsId']);
    expect(codes(await send(nurse, { ...right, idempotencyKey: newId(), correctsId: key, audience: 'CARE_TEAM' }))).toEqual([
      'INVALID audience',
    ]);
    // The correction taken back, the first stands again.
    const retract =
      `mutation ($id: ID!) { postRetract(id: $id, reason: '"まちがい"', expectedVersion: 1) { userErrors { code } } }`.replaceAll("'", '');
    expect((await world.client.get(physician, retract, { id: key })).postRetract.userErrors).toEqual([]);
    expect((await woundFor(nurse, woundId)).series).toEqual([{ id: wrong.wound.id, total: 39 }]);
  });

  test('shows photos to whom the consent names; without it the photo is refused and the scores go', async () => {
    const { nurse, family } = room.people;
    const uploads = [{ uploadId: await photo(nurse), isBodyImage: false }];
    const key = newId();
    const refused = await send(nurse, { idempotencyKey: key, uploads });
    expect(codes(refused)).toEqual(['CONSENT_REQUIRED isBodyImage']);
    expect(refused.userErrors[0].message).toBe('身体の写真を共有する同意がありません。');
    expect(codes(await send(nurse, { idempotencyKey: key, audience: 'EVERYONE' }))).toEqual([]);
    await room.consent({ grants: [plain, body] });
    const shown = await send(nurse, { uploads, woundId: key, audience: 'EVERYONE' });
    expect(shown.wound.photos).toEqual([{ isBodyImage: true, bodySite: '仙骨部' }]);
    const corrected = await send(nurse, { woundId: key, correctsId: shown.wound.id });
    expect(corrected.wound.photos).toEqual([{ isBodyImage: true, bodySite: '仙骨部' }]);
    expect((await woundFor(family, key)).photos).toEqual([]);
  });
});

describe('what is refused', () => {
  test('by whoever is not of the care team, and into rooms of others', async () => {
    const { family, patient, outsider, nurse } = room.people;
    for (const who of [family, patient]) expect(codes(await send(who, { audience: 'EVERYONE' }))).toEqual(['FORBIDDEN input']);
    expect(codes(await send(outsider))).toEqual(['NOT_FOUND roomId']);
    const other = await RoomOnBus.open(world.bus);
    await other.member(nurse, 'CARE_TEAM');
    const { wound } = await send(nurse);
    for (const woundId of [wound.id, newId()])
      expect(codes(await send(nurse, { roomId: other.roomId, woundId }))).toEqual(['NOT_FOUND woundId']);
    const second = await send(nurse, { woundId: wound.woundId });
    expect(codes(await send(nurse, { woundId: second.wound.id }))).toEqual(['NOT_FOUND woundId']);
  });

  test('scores that the scale has not, in words; times to come; a post of its kind without it', async () => {
    const { nurse } = room.people;
    const wrong = await send(nurse, { exudate: 2, pocket: 3, site: '', assessedAt: ago(-1), note: '1234 5678 9018' });
    expect(codes(wrong)).toEqual(['MY_NUMBER_NOT_ALLOWED note', 'INVALID assessedAt', 'BLANK site', 'INVALID exudate', 'INVALID pocket']);
    expect(wrong.userErrors[3].message).toBe('滲出液は 0・1・3・6 のどれかを選んでください。');
    const create = `mutation ($input: PostCreateInput!) { postCreate(input: $input) { userErrors { code field } } }`;
    const asPost = { idempotencyKey: newId(), roomId: room.roomId, audience: 'CARE_TEAM', body: 'きず', kind: 'WOUND' };
    expect(codes((await world.client.get(nurse, create, { input: asPost })).postCreate)).toEqual(['INVALID kind']);
    const before = (await timelineOf(world, nurse, room)).posts.totalCount;
    const again = { idempotencyKey: newId(), assessedAt: ago(0) };
    const sent = await Promise.all([1, 2, 3].map(() => send(nurse, again)));
    expect(sent.every(({ userErrors }) => userErrors.length === 0)).toBe(true);
    expect((await timelineOf(world, nurse, room)).posts.totalCount).toBe(before + 1);
    expect(codes(await send(nurse, { ...again, exudate: 6 }))).toEqual(['INVALID idempotencyKey']);
  });

  test('by the database too, whatever the code forgot (threat 32)', async () => {
    const { nurse, family, outsider } = room.people;
    const { wound } = await send(nurse, { audience: 'EVERYONE' });
    const orm = await openOrm(timelineOrm(world.environment.database.url));
    const as = (who: Viewer, sql: string): Promise<object[]> => inViewer(orm.em, who, (tx) => tx.execute<object[]>(sql));
    const seen = async (who: Viewer) => (await as(who, `select 1 from wound_assessment where post_id = '${wound.id}'`)).length;
    expect([await seen(nurse), await seen(family), await seen(outsider)]).toEqual([1, 1, 0]);
    const copy = (
      by: string,
      woundId: string,
    ) => `insert into wound_assessment select '${newId()}'::uuid, '${woundId}'::uuid, room_id, patient_id, audience, site, depth,
      exudate, size, inflammation, granulation, necrosis, pocket, total, critically_colonized, null, null, null, assessed_at, '${by}'::uuid, 'x', null, now()
      from wound_assessment where post_id = '${wound.id}'`;
    await expect(as(nurse, copy(nurse.userId, wound.id))).rejects.toThrow(/row-level security/);
    await expect(as(family, copy(family.userId, wound.id))).rejects.toThrow(/row-level security/);
    for (const sql of ['delete from wound_assessment', 'update wound_assessment set total = 0'])
      await expect(as(nurse, sql)).rejects.toThrow(/permission denied/);
    await orm.close(true);
  });
});
