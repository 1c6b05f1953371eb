/** Forms that come back on paper file themselves by their QR code, or wait for an officer who knows where they belong (R8, R19, R32). */
import { asJpeg, asPdf, asPng, fax, rasterise, rotate } from '@heya/forms/raster.fixture';
import { readReceiptNumbers } from '@heya/forms/scan';
import type { Viewer } from '@heya/service-common/viewer';
import { type FileAnswer, fileOf } from '@heya/testkit/client';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, type Filed } from './id-application.desk.fixture.ts';
import { applicant, issueForm } from './id-application.fixture.ts';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
let application: Filed;
/** Two pages of the form as it was printed, at the resolution of a fine fax. */
let pages: Awaited<ReturnType<typeof rasterise>>;
const [home, away] = [testDistrict(), testDistrict()];
const officer = viewerOf(home, home.people.officer);
const foreign = viewerOf(away, away.people.officer);

beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
  const applicants = Array.from({ length: 12 }, (_, index) => applicant({ name: `甲乙 ${index + 1}子` }));
  application = await desk(world, home.file.district.id).file(issueForm({ applicants }));
  const printed = await file(officer, { method: 'GET', path: `/files/applications/${application.id}/form` });
  pages = await rasterise(printed.bytes, 200);
});
afterAll(() => world.close());

const file = (viewer: Viewer, asked: Parameters<typeof fileOf>[2]): Promise<FileAnswer> =>
  fileOf(world.address, { name: 'identity', key: world.environment.envelopeKey, viewer }, asked);
const bring = async (viewer: Viewer, bytes: Uint8Array, id = newId()): Promise<Record<string, any>> => {
  const answer = await file(viewer, { method: 'PUT', path: `/files/scans/${id}`, bytes });
  const told: Record<string, any> = JSON.parse(new TextDecoder().decode(answer.bytes) || '{}');
  return { ...told, status: answer.status };
};
const look = (viewer: Viewer, id: string) => file(viewer, { method: 'GET', path: `/files/scan-pages/${id}` });
const page = (index: number) => pages[index] as (typeof pages)[number];
/** A page without any code on it. */
const blank = (seed: number) => asPng(fax({ data: new Uint8Array(400 * 560).fill(255), width: 400, height: 560 }, { noise: 0.01, seed }));

const taskOf = async ({ id }: Filed) =>
  (await world.sql<{ id: string }>('select id from review_task where subject_id = $1', [id]))[0]?.id ?? '';
const onTask = async (viewer: Viewer, id: string) =>
  (await world.client.get(viewer, 'query ($id: ID!) { reviewTask(id: $id) { scanPages { id number receiptNumbers filedAt } } }', { id }))
    .reviewTask;
const inTray = async (viewer: Viewer): Promise<any[]> =>
  (await world.client.get(viewer, '{ unfiledScanPages(first: 100) { nodes { id number receiptNumbers } } }')).unfiledScanPages.nodes;
const change = (kind: 'File' | 'Discard', viewer: Viewer, input: object) =>
  world.client.ask(
    viewer,
    `mutation ($input: ScanPages${kind}Input!) { scanPages${kind}(input: $input) { scanPages { id } userErrors { code field } } }`,
    { input },
  );
const recorded = async (subjectId: string) =>
  (
    await world.sql<{ line: Record<string, unknown> }>("select line from audit_entry where line ->> 'subjectId' = $1 order by seq", [
      subjectId,
    ])
  ).map(({ line: { action, actorId, subjectType } }) => ({ action, actorId, subjectType }));

test('a fax of two pages, turned and spoilt, files itself by its number; each look at a page is in the record', async () => {
  const scan = await asPdf([fax(rotate(page(0), 184), { noise: 0.03, seed: 1 }), fax(rotate(page(1), 90), { noise: 0.03, seed: 2 })]);
  const taskId = await taskOf(application);
  const taken = await bring(officer, scan);
  expect(taken).toMatchObject({
    status: 200,
    replayed: false,
    pages: [
      { number: 1, taskId },
      { number: 2, taskId },
    ],
  });
  expect(await recorded(taken.id)).toEqual([{ action: 'CREATE', actorId: officer.userId, subjectType: 'Scan' }]);
  const { scanPages } = await onTask(officer, taskId);
  expect(scanPages.map(({ number, receiptNumbers }: any) => [number, receiptNumbers])).toEqual([
    [1, [application.receiptNumber]],
    [2, [application.receiptNumber]],
  ]);
  const { status, bytes, headers } = await look(officer, scanPages[1].id);
  expect({ status, type: headers.get('content-type'), cache: headers.get('cache-control') }).toEqual({
    status: 200,
    type: 'image/webp',
    cache: 'no-store',
  });
  const [reading] = await readReceiptNumbers(await sharp(bytes).png().toBuffer());
  expect(Math.min(reading?.rotation ?? 99, 360 - (reading?.rotation ?? 99))).toBeLessThan(3);
  expect(await recorded(scanPages[1].id)).toEqual([{ action: 'VIEW', actorId: officer.userId, subjectType: 'ScanPage' }]);
  const [row] = await world.sql<{ sealed: Buffer }>('select sealed from scan_page where id = $1', [scanPages[1].id]);
  expect(row?.sealed.includes(Buffer.from('WEBP'))).toBe(false);
}, 60_000);

test('the same file is one file, under whatever id; an id is of one file', async () => {
  const [id, scan] = [newId(), await asJpeg(rotate(page(0), 90), 60)];
  const [first, again, elsewhere] = [await bring(officer, scan, id), await bring(officer, scan, id), await bring(officer, scan)];
  expect(first).toMatchObject({ status: 200, replayed: false, id });
  for (const answer of [again, elsewhere]) expect(answer).toEqual({ ...first, replayed: true });
  expect(await bring(officer, await blank(77), id)).toMatchObject({ status: 422, code: 'INVALID' });
  expect(await bring(officer, await blank(78), 'no-id')).toMatchObject({ status: 422, code: 'INVALID' });
  // Another district has its own.
  expect(await bring(foreign, scan)).toMatchObject({
    status: 200,
    replayed: false,
    pages: [{ taskId: null, receiptNumbers: [application.receiptNumber] }],
  });
});

test('what is neither picture nor PDF, broken, locked or too large is told in words, and nothing of it is kept', async () => {
  const before = await world.sql('select id from scan');
  const png = Buffer.from(await asPng(page(0)));
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(16_000, 16);
  bomb.writeUInt32BE(16_000, 20);
  for (const [code, bytes, words] of [
    ['NOT_IMAGE_OR_PDF', Buffer.from('<svg onload="alert(1)"/>'), 'PDFでもありません'],
    ['NOT_IMAGE_OR_PDF', new Uint8Array(), 'PDFでもありません'],
    ['BROKEN', png.subarray(0, 5000), 'こわれて'],
    ['TOO_LARGE', bomb, '大きすぎます'],
    ['ENCRYPTED', await asPdf([page(0)], { userPassword: 'himitsu' }), 'パスワード'],
  ] as const)
    expect(await bring(officer, bytes)).toMatchObject({ status: 422, code, message: expect.stringContaining(words) as string });
  expect(await bring(officer, Buffer.alloc(30 * 1024 * 1024 + 1))).toMatchObject({ status: 413, code: 'TOO_LARGE' });
  expect(await world.sql('select id from scan')).toEqual(before);
});

test('what no code tells waits in the tray; of two officers the second hears that it lies elsewhere by now', async () => {
  const { pages: unread } = await bring(officer, await blank(9));
  const [pageId, taskId] = [unread[0].id as string, await taskOf(application)];
  expect((await inTray(officer)).map(({ id }) => id)).toContain(pageId);
  expect((await inTray(foreign)).map(({ id }) => id)).not.toContain(pageId);
  const filed = await change('File', officer, { pageIds: [pageId], taskId });
  expect(filed.data?.scanPagesFile).toEqual({ scanPages: [{ id: pageId }], userErrors: [] });
  expect((await onTask(officer, taskId)).scanPages.map(({ id }: any) => id)).toContain(pageId);
  const late = await change('Discard', viewerOf(home, home.people.otherOfficer), { pageIds: [pageId], reason: '広告' });
  expect(late.data?.scanPagesDiscard.userErrors).toEqual([{ code: 'STALE_VERSION', field: ['input', 'pageIds'] }]);
  expect(await recorded(pageId)).toEqual([{ action: 'UPDATE', actorId: officer.userId, subjectType: 'ScanPage' }]);
});

test('what is no form is discarded with its picture and its key, for a reason; the same file may come again', async () => {
  const advertisement = await blank(5);
  const { pages: unread } = await bring(officer, advertisement);
  const pageId = unread[0].id as string;
  expect((await change('Discard', officer, { pageIds: [pageId], reason: ' ' })).data?.scanPagesDiscard.userErrors).toMatchObject([
    { code: 'BLANK' },
  ]);
  expect((await change('Discard', officer, { pageIds: [pageId], reason: '広告のFAX' })).data?.scanPagesDiscard.userErrors).toEqual([]);
  expect((await look(officer, pageId)).status).toBe(404);
  expect(await world.sql('select sealed, discard_reason from scan_page where id = $1', [pageId])).toEqual([
    { sealed: null, discard_reason: '広告のFAX' },
  ]);
  expect(await world.sql('select wrapped from data_key where scope = $1 and wrapped is not null', [pageId])).toEqual([]);
  expect(await bring(officer, advertisement)).toMatchObject({ status: 200, replayed: false });
});

test('nobody else brings, sees or moves them: not the officers of another district, nor people at work, nor anybody unsigned', async () => {
  const { pages: own } = await bring(officer, await blank(21));
  const [pageId, taskId] = [own[0].id as string, await taskOf(application)];
  const nurse = viewerOf(home, home.people.nurse);
  for (const [viewer, status] of [
    [foreign, 404],
    [nurse, 404],
  ] as const)
    expect(await look(viewer, pageId)).toMatchObject({ status });
  for (const [viewer, status] of [
    [nurse, 403],
    [{ type: 'anonymous', address: '10.9.9.9' }, 401],
  ] as const)
    expect((await bring(viewer, await blank(22))).status).toBe(status);
  expect((await change('File', foreign, { pageIds: [pageId], taskId })).data?.scanPagesFile.userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect((await change('File', foreign, { pageIds: [pageId], taskId: newId() })).data?.scanPagesFile.userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect((await change('File', nurse, { pageIds: [pageId], taskId })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect(await onTask(foreign, taskId)).toBeNull();
  const asked = { method: 'PUT', path: `/files/scans/${newId()}`, bytes: await blank(23), signed: Buffer.from('another body') } as const;
  expect((await file(officer, asked)).status).toBe(401);
  expect((await fetch(new URL(`/files/scan-pages/${pageId}`, world.address))).status).toBe(401);
});

test('when a room is erased, the center’s work about it goes, with what was scanned for that and its keys (R16)', async () => {
  const taskId = await taskOf(application);
  const { scanPages } = await onTask(officer, taskId);
  expect(scanPages.length).toBeGreaterThan(0);
  const [roomId, patientId] = [newId(), newId()];
  const ask = { roomId, patientId, districtId: home.file.district.id, service: 'identity' } as const;
  await world.bus.publish('room.erasureAsked', { ...ask, roomId: newId(), subjectIds: [newId()] });
  expect((await onTask(officer, taskId)).scanPages).toHaveLength(scanPages.length);
  for (let time = 0; time < 2; time += 1) await world.bus.publish('room.erasureAsked', { ...ask, subjectIds: [application.id] });
  expect(await onTask(officer, taskId)).toBeNull();
  for (const { id } of scanPages) expect((await look(officer, id)).status).toBe(404);
  const keys = await world.sql<{ wrapped: Buffer | null }>(
    `select wrapped from data_key where scope in (${scanPages.map(({ id }: { id: string }) => `'${id}'`).join(',')})`,
  );
  expect(keys.map(({ wrapped }) => wrapped)).toEqual(keys.map(() => null));
  const told = async () => (await world.bus.all('identity.roomErased')).filter(({ payload }) => payload.roomId === roomId);
  const answers = await until('two answers', async () => ((await told()).length === 2 ? told() : undefined));
  expect(answers[0]?.payload.counts).toEqual(
    expect.arrayContaining([
      { name: 'review_task', count: 1 },
      { name: 'scan_page', count: scanPages.length },
    ]),
  );
  // Asked again, it says what it said first, not that there was nothing.
  expect(answers[1]?.payload).toEqual(answers[0]?.payload);
  const tables = await world.sql<{ name: string }>(
    `select distinct c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname in ('room_id', 'patient_id', 'subject_id', 'task_id') order by 1`,
  );
  // A table that names a room, a patient or the center's work is erased by name here: the record of who looked and the answer stay.
  expect(tables.map(({ name }) => name)).toEqual(['audit_entry', 'erased_room', 'review_task', 'room_seat', 'scan_page']);
});
