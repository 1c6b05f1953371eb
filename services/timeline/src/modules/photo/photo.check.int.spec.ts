/** Files are looked through for viruses where somebody is there to ask (V36). */
import { deflateRawSync } from 'node:zlib';
import { type FakeClamd, eicar, openClamd } from '../../../../../infra/clamd/clamd.ts';
import { newId } from '@heya/testkit/viewers';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Uploads } from '../../testing/uploads.ts';
import { openWorld, RoomOnBus, stored, type World } from '../../testing/world.ts';

let clamd: FakeClamd;
let world: World;
let room: RoomOnBus;
let uploads: Uploads;
let jpeg: Buffer;
beforeAll(async () => {
  clamd = await openClamd();
  world = await openWorld({ LEASE_MS: '20000', CLAMD_URL: clamd.url });
  room = await RoomOnBus.open(world.bus);
  uploads = new Uploads(world, room);
  jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await world.close();
  await clamd.stop();
});

/** In a comment, where it hurts no reader of pictures. */
const infected = (): Buffer => {
  const remark = Buffer.from(`${eicar}${newId()}`);
  const head = Buffer.from([0xff, 0xfe, (remark.length + 2) >> 8, (remark.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, remark, jpeg.subarray(2)]);
};
const zip = (): Buffer => Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.from('x')), Buffer.from(`${eicar}PK\x05\x06`)]);
const fields = 'id original: url(variant: ORIGINAL)';
const codes = ({ userErrors }: { userErrors: { code: string }[] }): string[] => userErrors.map(({ code }) => code);
const check = (): Promise<number> => world.timeline.jobs.run('unchecked-photos');

test('a virus in a photo or an archive is kept apart for good: the sender is told, it is written down, and nobody ever sees it', async () => {
  const { nurse } = room.people;
  for (const bytes of [infected(), zip()]) {
    const idempotencyKey = newId();
    const { upload } = await uploads.announce(nurse, bytes, { idempotencyKey });
    for (const _ of [1, 2]) expect(await uploads.put(nurse, upload.putUrl, bytes)).toEqual([422, 'FILE_QUARANTINED']);
    const again = await uploads.announce(nurse, bytes, { idempotencyKey });
    expect([again.upload, codes(again)]).toEqual([null, ['FILE_QUARANTINED']]);
    expect(again.userErrors[0].message).toContain('ウイルス');
    expect(codes(await uploads.send(nurse, [{ uploadId: upload.id }], fields))).toEqual(['UPLOAD_NOT_READY']);
    expect(await stored(world, 'select 1 from upload_picture where upload_id = $1', [upload.id])).toEqual([]);
    const line = `select line->>'actorId' as who from audit_entry where line->>'subjectId' = $1 and line->>'subjectType' = 'QuarantinedUpload'`;
    expect(await stored(world, line, [upload.id])).toEqual([{ who: nurse.userId }]);
  }
});

test('what is clean is there at once, and was looked at byte by byte', async () => {
  const { nurse } = room.people;
  const { post } = await uploads.send(nurse, [{ uploadId: await uploads.bring(nurse, jpeg) }], fields);
  expect(clamd.asked.at(-1)).toBe(jpeg.length);
  expect((await uploads.file(nurse, 'GET', post.attachments[0].original)).status).toBe(200);
});

test('while nobody can look it waits, sealed and seen by nobody, and is taken up when somebody can', async () => {
  const { nurse } = room.people;
  await clamd.stop();
  const idempotencyKey = newId();
  const { upload } = await uploads.announce(nurse, jpeg, { idempotencyKey });
  expect(upload.state).toBe('WAITING');
  for (const _ of [1, 2]) expect(await uploads.put(nurse, upload.putUrl, jpeg)).toEqual([202, null]);
  const bad = infected();
  const { upload: second } = await uploads.announce(nurse, bad);
  expect(await uploads.put(nurse, second.putUrl, bad)).toEqual([202, null]);
  const stateOf = async (): Promise<string> => (await uploads.announce(nurse, jpeg, { idempotencyKey })).upload.state;
  expect(await stateOf()).toBe('CHECKING');
  expect(codes(await uploads.send(nurse, [{ uploadId: upload.id }], fields))).toEqual(['UPLOAD_NOT_READY']);
  for (const who of Object.values(room.people))
    if (typeof who === 'object') expect((await uploads.file(who, 'GET', `/files/timeline/photos/${upload.id}/brought/x`)).status).toBe(404);
  expect(await check()).toBe(0);
  expect(await stateOf()).toBe('CHECKING');
  await clamd.start();
  expect([await check(), await check()]).toEqual([2, 0]);
  expect(await stateOf()).toBe('READY');
  const kept = 'select variant from upload_picture where upload_id = any($1::uuid[]) order by 1';
  expect((await stored<{ variant: string }>(world, kept, [[upload.id, second.id]])).map(({ variant }) => variant)).toEqual([
    'ORIGINAL',
    'SCREEN_1280',
    'THUMBNAIL_320',
  ]);
  expect(await uploads.put(nurse, second.putUrl, bad)).toEqual([422, 'FILE_QUARANTINED']);
  const { post } = await uploads.send(nurse, [{ uploadId: upload.id }], fields);
  expect((await uploads.file(nurse, 'GET', post.attachments[0].original)).status).toBe(200);
  // The bytes as they came are among what nobody needs.
  expect(await world.timeline.jobs.run('unneeded-objects', new Date(Date.now() + 1000))).toBe(2);
});
