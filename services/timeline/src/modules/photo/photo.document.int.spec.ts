/** Documents of posts (R25, V33, V37): a PDF is drawn anew, looked at page by page, and taken along as a PDF of these. */
import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { Viewer } from '@heya/service-common/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Uploads } from '../../testing/uploads.ts';
import { openWorld, RoomOnBus, stored, type World } from '../../testing/world.ts';

let world: World;
let room: RoomOnBus;
let uploads: Uploads;
let pdf: Buffer;
beforeAll(async () => {
  world = await openWorld();
  room = await RoomOnBus.open(world.bus);
  uploads = new Uploads(world, room);
  pdf = await paper();
});
afterAll(() => world.close());

async function paper(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', info: { Author: 'CANARY-AUTHOR', Title: '\u202Efdp.exe' } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.text('CANARY one').addPage().text('CANARY two');
  const ended = once(document, 'end');
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

const isPdf = { contentType: 'application/pdf' };
const fields = `id kind contentType documentKind pageCount alt width height url original: url(variant: ORIGINAL) pageUrls annotations { id }`;
const seenBy = async (who: Viewer, id: string): Promise<any[] | undefined> =>
  (await world.client.get(who, `query ($id: ID!) { post(id: $id) { attachments { ${fields} } } }`, { id })).post?.attachments;
const codes = ({ userErrors }: { userErrors: { code: string; field: string[] }[] }): string[] =>
  userErrors.map(({ code, field }) => `${code} ${field.at(-1)}`);

test('is brought, sent with its kind, looked at page by page and taken along, each look recorded and each closed to others', async () => {
  const { nurse, physician, family, outsider } = room.people;
  const uploadId = await uploads.bring(nurse, pdf, isPdf);
  const { post, userErrors } = await uploads.send(nurse, [{ uploadId, documentKind: 'OPINION', alt: '11月の意見書' }], fields, 'CARE_TEAM');
  expect(userErrors).toEqual([]);
  expect(post.attachments).toMatchObject([
    { kind: 'PDF', contentType: 'application/pdf', documentKind: 'OPINION', pageCount: 2, width: 1239, height: 1752 },
  ]);
  const [seen] = (await seenBy(physician, post.id)) ?? [];
  expect(seen.pageUrls).toHaveLength(2);
  for (const path of [seen.url, ...seen.pageUrls]) {
    const answer = await uploads.file(physician, 'GET', path);
    expect([answer.status, answer.headers.get('content-type'), (await sharp(answer.bytes).metadata()).format]).toEqual([
      200,
      'image/jpeg',
      'jpeg',
    ]);
  }
  const whole = await uploads.file(physician, 'GET', seen.original);
  expect([
    whole.status,
    whole.headers.get('content-type'),
    whole.headers.get('x-content-type-options'),
    whole.headers.get('cache-control'),
  ]).toEqual([200, 'application/pdf', 'nosniff', 'no-store']);
  expect(whole.headers.get('content-disposition')).toBe(
    `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('意見書')}.pdf`,
  );
  const text = Buffer.from(whole.bytes).toString('latin1');
  expect([text.startsWith('%PDF-'), text.includes('CANARY'), text.includes('exe')]).toEqual([true, false, false]);
  const looks = `select count(*)::int as n from audit_entry where line->>'subjectId' = $1 and line->>'actorId' = $2 and line->>'action' = 'VIEW'`;
  expect(await stored(world, looks, [seen.id, physician.userId])).toEqual([{ n: 4 }]);
  for (const who of [nurse, family, outsider])
    for (const path of [seen.original, seen.pageUrls[1]]) expect((await uploads.file(who, 'GET', path)).status).toBe(404);
  for (const path of [
    seen.pageUrls[1].replace('page-2', 'page-1'),
    seen.pageUrls[1].replace('page-2', 'page-3'),
    seen.pageUrls[1].replace('page-2', 'original'),
  ])
    expect((await uploads.file(physician, 'GET', path)).status).toBe(404);
  expect(await seenBy(family, post.id)).toBeUndefined();
});

test('stands beside photos, of another kind where nothing was said; a photo has no kind and no pages', async () => {
  const { nurse } = room.people;
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#ffffff' } })
    .jpeg()
    .toBuffer();
  const ids = [await uploads.bring(nurse, jpeg), await uploads.bring(nurse, pdf, isPdf)];
  const { post } = await uploads.send(nurse, [{ uploadId: ids[0], documentKind: 'OPINION' }, { uploadId: ids[1] }], fields);
  expect(post.attachments).toMatchObject([
    { kind: 'PHOTO', contentType: 'image/jpeg', documentKind: null, pageCount: null, pageUrls: [] },
    { kind: 'PDF', documentKind: 'OTHER' },
  ]);
});

test('is not drawn over: what was covered on a page would be bare in the PDF', async () => {
  const { nurse } = room.people;
  const annotations = [
    {
      shape: 'MASK',
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
  ];
  const uploadId = await uploads.bring(nurse, pdf, isPdf);
  expect(codes(await uploads.send(nurse, [{ uploadId, annotations }], fields))).toEqual(['INVALID annotations']);
  const { post } = await uploads.send(nurse, [{ uploadId }], fields);
  const draw = `mutation ($id: ID!, $annotations: [AnnotationInput!]!) { photoAnnotate(attachmentId: $id, annotations: $annotations) { userErrors { code field } } }`;
  expect(codes((await world.client.get(nurse, draw, { id: post.attachments[0].id, annotations })).photoAnnotate)).toEqual([
    'INVALID attachmentId',
  ]);
});

test('is refused with a sentence of its own when it is no plain PDF, too large, or another kind than was said', async () => {
  const { nurse } = room.people;
  const script = Buffer.from(
    pdf.toString('latin1').replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>'),
    'latin1',
  );
  for (const bytes of [script, pdf.subarray(0, 700), Buffer.from('<html>')]) {
    const { upload } = await uploads.announce(nurse, bytes, isPdf);
    const answer = await uploads.file(nurse, 'PUT', upload.putUrl, bytes);
    const said = JSON.parse(Buffer.from(answer.bytes).toString()) as { code: string; message: string };
    expect([answer.status, said.code]).toEqual([422, 'DOCUMENT_NOT_ALLOWED']);
    expect(said.message).toContain('50ページまでのPDF');
  }
  const { upload } = await uploads.announce(nurse, pdf);
  expect(await uploads.put(nurse, upload.putUrl, pdf)).toEqual([422, 'FILE_TYPE_NOT_ALLOWED']);
  expect(codes(await uploads.announce(nurse, pdf, { ...isPdf, byteSize: 21 * 1024 * 1024 }))).toEqual(['FILE_TOO_LARGE byteSize']);
});
