/** Photos on a real PostgreSQL, from the announcement to the picture (R25, V33, V34, V37). */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newId } from '@heya/testkit/viewers';
import { inViewer, openOrm } from '@heya/service-common/orm';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { timelineOrm } from '../../orm.config.ts';
import { openWorld, RoomOnBus, stored, type World } from '../../testing/world.ts';
import { Uploads } from '../../testing/uploads.ts';

const plain = { category: 'DAILY_CONDITION', family: true, partners: false } as const;
const body = (family: boolean) => ({ category: 'BODY_IMAGES', family, partners: false }) as const;

let world: World;
let room: RoomOnBus;
let uploads: Uploads;
let jpeg: Buffer;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
  uploads = new Uploads(world, room);
  await room.consent({ grants: [plain, body(false)] });
  jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'CANARY-OWNER' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 41/1 0/1' } })
    .toBuffer();
});
afterAll(() => world.close());

const file = (viewer: Viewer, method: 'GET' | 'PUT', path: string, bytes?: Uint8Array) => uploads.file(viewer, method, path, bytes);
const announce = (who: Viewer, bytes: Uint8Array, change: object = {}): Promise<any> => uploads.announce(who, bytes, change);
const bring = (who: Viewer, bytes: Uint8Array = jpeg): Promise<string> => uploads.bring(who, bytes);

const photoFields =
  'id url original: url(variant: ORIGINAL) isBodyImage bodySite alt width height blurHash annotations { shape points { x y } label by { id } }';
const send = (who: Viewer, used: object[], audience = 'EVERYONE'): Promise<any> => uploads.send(who, used, photoFields, audience);
const photosFor = async (who: Viewer, id: string): Promise<any[] | undefined> =>
  (await world.client.get(who, `query ($id: ID!) { post(id: $id) { attachments { ${photoFields} } } }`, { id })).post?.attachments;
const annotate = async (who: Viewer, id: string, annotations: object[]): Promise<any> =>
  (
    await world.client.get(
      who,
      `mutation ($id: ID!, $annotations: [AnnotationInput!]!) { photoAnnotate(attachmentId: $id, annotations: $annotations) { userErrors { code field } attachment { ${photoFields} } } }`,
      { id, annotations },
    )
  ).photoAnnotate;
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }): string[] =>
  userErrors.map(({ code, field }) => `${code} ${field.at(-1)}`);
const points = [
  { x: 0, y: 0 },
  { x: 0.5, y: 0.5 },
];

describe('a photo', () => {
  test('is announced, brought, sent with a post and shown to who may see the post, with nothing of the camera', async () => {
    const { nurse, family, outsider } = room.people;
    const uploadId = await bring(nurse);
    const sent = await send(nurse, [{ uploadId, alt: '夕食', annotations: [{ shape: 'ARROW', points, label: 'ここ' }] }]);
    expect(codes(sent)).toEqual([]);
    const [photo] = sent.post.attachments;
    expect(photo).toMatchObject({ width: 400, height: 300, alt: '夕食', isBodyImage: false, blurHash: expect.stringMatching(/^.{28}$/u) });
    expect(photo.annotations).toEqual([{ shape: 'ARROW', points, label: 'ここ', by: { id: nurse.userId } }]);
    const [forFamily] = (await photosFor(family, sent.post.id)) ?? [];
    const answer = await file(family, 'GET', forFamily.original);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/jpeg',
      'nosniff',
    ]);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const { exif, width } = await sharp(answer.bytes).metadata();
    expect([exif, width, Buffer.from(answer.bytes).includes('CANARY')]).toEqual([undefined, 400, false]);
    const looks = `select count(*)::int as n from audit_entry where line->>'subjectId' = $1 and line->>'actorId' = $2 and line->>'action' = 'VIEW'`;
    expect(await stored(world, looks, [photo.id, family.userId])).toEqual([{ n: 1 }]);
    expect(await photosFor(outsider, sent.post.id)).toBeUndefined();
  });

  test('comes with others in the order they were sent, each with its own words and marks', async () => {
    const { nurse } = room.people;
    const ids = [await bring(nurse), await bring(nurse), await bring(nurse)].toReversed();
    const marked = { annotations: [{ shape: 'CIRCLE', points, label: '二' }], takenAt: '2026-01-02T03:04:05.000Z' };
    const { post } = await send(
      nurse,
      ids.map((id, at) => ({ uploadId: at === 2 ? id.toUpperCase() : id, alt: `写真${at}`, ...(at === 1 && marked) })),
    );
    const shown = (await photosFor(nurse, post.id)) ?? [];
    expect(shown.map(({ id, alt, width, annotations }) => [id, alt, width, annotations.length])).toEqual(
      ids.map((id, at) => [id, `写真${at}`, 400, at === 1 ? 1 : 0]),
    );
    const used = 'select count(*)::int as n from upload where id = any($1::uuid[]) and used_at is not null';
    expect(await stored(world, used, [ids])).toEqual([{ n: 3 }]);
    const times = 'select taken_at from attachment where post_id = $1 order by ordinal';
    expect(await stored(world, times, [post.id])).toEqual([{ taken_at: null }, { taken_at: new Date(marked.takenAt) }, { taken_at: null }]);
  });

  test('that was looked for in vain is recorded with the room it was looked for in', async () => {
    const { nurse, outsider } = room.people;
    const { post } = await send(nurse, [{ uploadId: await bring(nurse) }]);
    const { id } = post.attachments[0];
    const nowhere = newId();
    for (const aimed of [id, nowhere]) expect(codes(await annotate(outsider, aimed, []))).toEqual(['NOT_FOUND attachmentId']);
    const denied = `select line->>'roomId' as room, line->>'patientId' as patient from audit_entry
      where line->>'subjectId' = $1 and line->>'actorId' = $2 and line->>'action' = 'DENIED'`;
    expect(await stored(world, denied, [id, outsider.userId])).toEqual([{ room: room.roomId, patient: room.patientId }]);
    expect(await stored(world, denied, [nowhere, outsider.userId])).toEqual([{ room: null, patient: null }]);
  });

  test('lies at an address of one person, session and size, for a minute, and closes with membership and consent', async () => {
    const { nurse, physician, family, outsider } = room.people;
    const { post } = await send(nurse, [{ uploadId: await bring(nurse) }]);
    const address = async (who: Viewer): Promise<string> => (await photosFor(who, post.id))?.[0].url;
    const own = await address(physician);
    const status = async (who: Viewer, path: string): Promise<number> => (await file(who, 'GET', path)).status;
    expect(await status(physician, own)).toBe(200);
    for (const who of [nurse, outsider, { ...physician, sessionId: newId() } as PersonViewer]) expect(await status(who, own)).toBe(404);
    for (const path of [
      own.replace('screen-1280', 'original'),
      own.slice(0, -2),
      own.replace(post.attachments[0].id, newId()),
      own.replace('screen-1280', 'x'),
    ])
      expect(await status(physician, path)).toBe(404);
    const lent = await address(family);
    await room.consent({ family: false, grants: [{ ...plain, family: false }, body(false)] });
    expect(await status(family, lent)).toBe(404);
    await room.consent({ grants: [plain, body(false)] });
    expect(await status(family, lent)).toBe(200);
  });

  test('of the body needs its own consent: for the writer to send it, for each reader to see it, beside the post they all see', async () => {
    const { nurse, physician, family } = room.people;
    const sent = await send(nurse, [{ uploadId: await bring(nurse), isBodyImage: true, bodySite: '仙骨部' }]);
    const id = sent.post.id as string;
    const [seen] = (await photosFor(physician, id)) ?? [];
    expect(seen).toMatchObject({ isBodyImage: true, bodySite: '仙骨部' });
    expect(await photosFor(family, id)).toEqual([]);
    expect(codes(await send(family, [{ uploadId: await bring(family), isBodyImage: true }]))).toEqual(['CONSENT_REQUIRED isBodyImage']);
    const line = `select line->'categories' as classes from audit_entry where line->>'actorId' = $1 and line->'categories' ? 'BODY_IMAGES' limit 1`;
    expect(await stored(world, line, [physician.userId])).toHaveLength(1);
    await room.consent({ grants: [plain] });
    expect([await photosFor(physician, id), (await file(physician, 'GET', seen.url)).status]).toEqual([[], 404]);
    await room.consent({ grants: [plain, body(true)] });
    expect(await photosFor(family, id)).toHaveLength(1);
    await room.consent({ grants: [plain, body(false)] });
  });

  test('is covered by a mask for good, whoever draws afterwards', async () => {
    const { nurse, physician, outsider } = room.people;
    const { post } = await send(nurse, [{ uploadId: await bring(nurse) }]);
    const { id } = post.attachments[0];
    expect(codes(await annotate(outsider, id, [{ shape: 'MASK', points }]))).toEqual(['NOT_FOUND attachmentId']);
    expect(codes(await annotate(nurse, id, [{ shape: 'MASK', points: [{ x: 0, y: 1.1 }] }]))).toEqual(['INVALID points']);
    expect(codes(await annotate(nurse, id, [{ shape: 'MASK', points }]))).toEqual([]);
    const later = await annotate(physician, id, [{ shape: 'CIRCLE', points, label: '赤み' }]);
    expect(later.attachment.annotations.map(({ shape }: { shape: string }) => shape)).toEqual(['MASK', 'CIRCLE']);
    for (const path of [later.attachment.url, later.attachment.original]) {
      const { bytes } = await file(physician, 'GET', path);
      const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number): number => data[y * info.width + x] ?? -1;
      expect([at(50, 50) < 20, at(150, 100) < 20, at(350, 250) > 235]).toEqual([true, true, true]);
    }
    expect(await stored(world, 'select count(*)::int as n from attachment_marking where attachment_id = $1', [id])).toEqual([{ n: 2 }]);
  });

  test('is refused when announced wrongly, other than announced, another’s, not there yet, or sent before', async () => {
    const { nurse, physician, outsider } = room.people;
    expect(codes(await announce(nurse, jpeg, { contentType: 'image/svg+xml' }))).toEqual(['FILE_TYPE_NOT_ALLOWED contentType']);
    expect(codes(await announce(nurse, jpeg, { byteSize: 40_000_000 }))).toEqual(['FILE_TOO_LARGE byteSize']);
    expect(codes(await announce(outsider, jpeg))).toEqual(['NOT_FOUND roomId']);
    const { upload } = await announce(nurse, jpeg);
    const other = Buffer.from(jpeg);
    other[200] = (other[200] ?? 0) ^ 1;
    const put = (...given: Parameters<Uploads['put']>) => uploads.put(...given);
    expect(await put(nurse, upload.putUrl, other)).toEqual([422, 'INVALID']);
    expect(await put(physician, upload.putUrl, jpeg)).toEqual([404, null]);
    expect(codes(await send(nurse, [{ uploadId: upload.id }]))).toEqual(['UPLOAD_NOT_READY uploadId']);
    const page = Buffer.concat([jpeg, Buffer.from('<html><script>1</script>')]);
    const { upload: double } = await announce(nurse, page);
    expect(await put(nurse, double.putUrl, page)).toEqual([422, 'FILE_TYPE_NOT_ALLOWED']);
    const ready = await bring(nurse);
    expect(codes(await send(physician, [{ uploadId: ready }]))).toEqual(['UPLOAD_NOT_READY uploadId']);
    expect(codes(await send(nurse, [{ uploadId: ready }]))).toEqual([]);
    expect(codes(await send(nurse, [{ uploadId: ready }]))).toEqual(['UPLOAD_NOT_READY uploadId']);
  });

  test('waits while its store is down: nothing is half there, and the same bytes are taken at the same address later', async () => {
    const { nurse, physician } = room.people;
    const { post } = await send(nurse, [{ uploadId: await bring(nurse) }]);
    const { upload } = await announce(nurse, jpeg);
    const folder = fileURLToPath(world.environment.variables.OBJECT_STORE_URL ?? '');
    renameSync(folder, `${folder}.away`);
    writeFileSync(folder, '');
    const [{ url }] = (await photosFor(physician, post.id)) ?? [];
    for (const answer of [await file(physician, 'GET', url), await file(nurse, 'PUT', upload.putUrl, jpeg)])
      expect([answer.status, Buffer.from(answer.bytes).toString()]).toEqual([503, '{"code":"SERVICE_UNAVAILABLE"}']);
    expect(codes(await send(nurse, [{ uploadId: upload.id }]))).toEqual(['UPLOAD_NOT_READY uploadId']);
    rmSync(folder);
    renameSync(`${folder}.away`, folder);
    for (const _ of [1, 2]) expect((await file(nurse, 'PUT', upload.putUrl, jpeg)).status).toBe(200);
    expect((await file(physician, 'GET', url)).status).toBe(200);
    expect(await stored(world, 'select count(*)::int as n from upload_picture where upload_id = $1', [upload.id])).toEqual([{ n: 3 }]);
    expect(codes(await send(nurse, [{ uploadId: upload.id }]))).toEqual([]);
  });

  test('lies sealed; unsent it is gone a day later, and with its room for good', async () => {
    const { nurse } = room.people;
    const unsent = await bring(nurse);
    const keys = async (id: string): Promise<string[]> =>
      (await stored<{ key: string }>(world, 'select object_key as key from upload_picture where upload_id = $1 order by 1', [id])).map(
        ({ key }) => key,
      );
    const bytesOf = (key: string): Buffer => readFileSync(new URL(`${world.environment.variables.OBJECT_STORE_URL}/${key}`));
    const lying = await keys(unsent);
    expect(lying).toHaveLength(3);
    for (const sealed of lying.map(bytesOf))
      expect([sealed.includes('JFIF'), sealed.includes('ffd8', 0, 'hex') && sealed[0] === 0xff]).toEqual([false, false]);
    const { jobs } = world.timeline;
    expect(await jobs.run('unsent-photos')).toBe(0);
    await jobs.run('unneeded-objects');
    expect(lying.map((key) => bytesOf(key).length > 0)).toEqual([true, true, true]);
    expect(await jobs.run('unsent-photos', new Date(Date.now() + 26 * 3_600_000))).toBeGreaterThan(0);
    expect(await keys(unsent)).toEqual([]);
    expect(await jobs.run('unneeded-objects', new Date(Date.now() + 1000))).toBeGreaterThanOrEqual(3);
    for (const key of lying) expect(() => bytesOf(key)).toThrow(/ENOENT/);
    const orm = await openOrm(timelineOrm(world.environment.database.url));
    try {
      const seen = await inViewer(orm.em, nurse, (tx) => tx.execute('select 1 from attachment'));
      expect(seen.length).toBeGreaterThan(0);
      await expect(inViewer(orm.em, nurse, (tx) => tx.execute('delete from attachment'))).rejects.toThrow(/permission denied/);
    } finally {
      await orm.close(true);
    }
    const { roomId, patientId, people } = room;
    const left =
      'select (select count(*) from upload_picture where room_id = $1)::int as pictures, (select count(*) from attachment where room_id = $1)::int as photos, (select count(*) from data_key where scope = $1 and wrapped is not null)::int as keys';
    const all = await stored<{ key: string }>(world, 'select object_key as key from upload_picture where room_id = $1', [roomId]);
    expect(all.length).toBeGreaterThan(10);
    await world.bus.publish('room.erasureAsked', { service: 'timeline', roomId, patientId, districtId: people.districtId } as never);
    await expect.poll(() => stored(world, left, [roomId])).toEqual([{ pictures: 0, photos: 0, keys: 0 }]);
    expect(await jobs.run('unneeded-objects', new Date(Date.now() + 1000))).toBe(all.length);
    expect(await jobs.run('unneeded-objects', new Date(Date.now() + 3_700_000))).toBe(3);
    expect(all.filter(({ key }) => existsSync(new URL(`${world.environment.variables.OBJECT_STORE_URL}/${key}`)))).toEqual([]);
    expect(await stored(world, 'select 1 from unneeded_object', [])).toEqual([]);
  });
});
