/** V33, V34, V35, V37: photos by the gateway's door, as anybody could knock at it. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { drawSignature } from '../../local/demo/signature.mjs';
import { type Case, require } from '../case.ts';
import type { World } from '../world.ts';

const announce = `mutation ($input: UploadCreateInput!) { uploadCreate(input: $input) { upload { id putUrl } userErrors { code message field } } }`;
const send = `mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id attachments { url original: url(variant: ORIGINAL) } }
  userErrors { code message field } } }`;
const look = 'query ($id: ID!) { post(id: $id) { attachments { url original: url(variant: ORIGINAL) } } }';

interface Upload {
  id: string;
  putUrl: string;
}
interface Photo {
  url: string;
  original: string;
}
interface Sent {
  post: { id: string; attachments: Photo[] };
}

export async function announced(world: World, bytes: Uint8Array, contentType: string): Promise<Upload> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const input = { idempotencyKey: uuidv7(), roomId: world.roomId, contentType, byteSize: bytes.length, sha256 };
  return (await (await world.as('doctor')).change<{ upload: Upload }>(announce, { input })).upload;
}

async function sent(world: World, bytes: Uint8Array): Promise<Sent['post']> {
  const doctor = await world.as('doctor');
  const { id, putUrl } = await announced(world, bytes, 'image/png');
  const { status } = await doctor.file(putUrl, bytes);
  require(status === 200, `a photo was not taken in: ${status}`);
  const input = { idempotencyKey: uuidv7(), roomId: world.roomId, audience: 'CARE_TEAM', uploads: [{ uploadId: id }] };
  return (await doctor.change<Sent>(send, { input })).post;
}

/** To its member, with the headers of what is nobody else's; to nobody else, by no changed path. */
async function served(world: World): Promise<string> {
  const { id, attachments } = await sent(world, drawSignature());
  const [photo] = attachments;
  require(photo, 'the post has no photo');
  const doctor = await world.as('doctor');
  const { status, headers } = await doctor.file(photo.url);
  require(status === 200, `its own writer got ${status}`);
  require(headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
  require(headers.get('cache-control')?.includes('no-store'), `cache-control ${headers.get('cache-control')}`);
  const { post } = await (await world.as('outsider')).ask<{ post: unknown }>(look, { id });
  require(post === null, 'an outsider was told of the post');
  const bare = await fetch(new URL(photo.url, world.urls.gateway));
  require([401, 403].includes(bare.status), `without a token: ${bare.status}`);
  const changed = [
    photo.url.slice(0, -1),
    photo.url.replace('screen-1280', 'original'),
    photo.url.replace(/photos\/[^/]+/, `photos/${uuidv7()}`),
  ];
  const asked: [string, string][] = [
    ...['outsider', 'nurse', 'clerk'].map((role): [string, string] => [role, photo.url]),
    ...changed.map((path): [string, string] => ['doctor', path]),
  ];
  for (const [role, path] of asked) {
    const answer = await (await world.as(role)).file(path);
    require([403, 404].includes(answer.status), `${role} got ${answer.status} for ${path}`);
  }
  return `${asked.length + 1} refused`;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const canary = 'CANARY-34N135E-MAKER';
const headEnds = 8 + 25;

/** What a camera writes beside the picture, as text and as Exif. */
function withRemarks(png: Buffer): Buffer {
  const exif = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08\0\x01\x82\x98\0\x02\0\0\0\x15\0\0\0\x1a\0\0\0\0', 'latin1'),
    Buffer.from(`${canary}\0`),
  ]);
  const remarks = [
    chunk('eXIf', exif),
    chunk('tEXt', Buffer.from(`Comment\0${canary}`)),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${canary}`)),
  ];
  return Buffer.concat([png.subarray(0, headEnds), ...remarks, png.subarray(headEnds)]);
}

async function bare(world: World): Promise<string> {
  const given = withRemarks(drawSignature());
  require(given.includes(canary), 'the case is none: nothing to find in what is sent');
  const { attachments } = await sent(world, given);
  const doctor = await world.as('doctor');
  const paths = attachments.flatMap(({ url, original }) => [url, original, url.replace('screen-1280', 'thumbnail-320')]);
  for (const path of paths.slice(0, 2)) {
    const { status, bytes } = await doctor.file(path);
    require(status === 200, `${path} answers ${status}`);
    const text = Buffer.from(bytes).toString('latin1');
    require(!text.includes(canary) && !/Exif|http:\/\/ns\.adobe|Photoshop/.test(text), `${path} tells what the camera wrote`);
  }
  await world.requireNowhere(canary);
  return '2 sizes';
}

/** One bit a pixel, all of them black. */
function emptyPng(edge: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(edge, 0);
  head.writeUInt32BE(edge, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc(edge * (edge / 8 + 1)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const riff = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), length, data, Buffer.alloc(data.length % 2)]);
};

/** A pixel, so many times. */
function movingWebp(frames: number): Buffer {
  const pixel = riff('VP8L', Buffer.from('2f00000010071011118888fe0700', 'hex'));
  const frame = riff('ANMF', Buffer.concat([Buffer.alloc(16), pixel]));
  const parts = [
    riff('VP8X', Buffer.from('02000000000000000000', 'hex')),
    riff('ANIM', Buffer.alloc(6)),
    ...Array.from({ length: frames }, () => frame),
  ];
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]));
}

const slowestMs = 3000;

async function hostile(world: World): Promise<string> {
  const files: [string, Buffer, string][] = [
    ['16,000 × 16,000', emptyPng(16_000), 'image/png'],
    ['5,000 frames', movingWebp(5000), 'image/webp'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/png'],
    ['PNG and HTML', Buffer.concat([drawSignature(), Buffer.from('<html><script>alert(1)</script>')]), 'image/png'],
    ['ASF', Buffer.concat([Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex'), Buffer.alloc(39)]), 'image/jpeg'],
    ['HEIC cut off', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\x0eJmeta\0\0\0\0', 'latin1'), 'image/heic'],
    ['PNG cut off', drawSignature().subarray(0, 200), 'image/png'],
  ];
  const doctor = await world.as('doctor');
  let slowest = 0;
  for (const [name, bytes, type] of files) {
    const { putUrl } = await announced(world, bytes, type);
    const began = performance.now();
    const answer = await doctor.file(putUrl, bytes);
    slowest = Math.max(slowest, performance.now() - began);
    const told = JSON.parse(Buffer.from(answer.bytes).toString()) as { code?: string; message?: string };
    require(answer.status === 422 &&
      ['FILE_TYPE_NOT_ALLOWED', 'FILE_TOO_LARGE'].includes(told.code ?? ''), `${name}: ${answer.status} ${told.code}`);
    require(/[ぁ-ん]/.test(told.message ?? ''), `${name}: no sentence`);
  }
  require(slowest < slowestMs, `the slowest took ${slowest.toFixed(0)} ms`);
  return `${files.length} refused, the slowest in ${slowest.toFixed(0)} ms`;
}

/** No name is taken: a file has an id, and is told by one name. */
async function names(world: World): Promise<string> {
  const doctor = await world.as('doctor');
  const given = ['..%2f..%2fx', '%2e%2e/%2e%2e/x', 'x%00.jpg', '%e2%80%aegpj.x', 'x'.repeat(1000)];
  for (const name of given) {
    const { status } = await doctor.file(`/files/timeline/uploads/${name}/x`, drawSignature());
    require([400, 404, 414].includes(status), `${name.slice(0, 20)}: ${status}`);
  }
  const { attachments } = await sent(world, drawSignature());
  const { headers } = await doctor.file(attachments[0]?.url ?? '');
  require(headers.get('content-disposition') === 'inline; filename="photo.jpg"', `told as ${headers.get('content-disposition')}`);
  return `${given.length} names`;
}

export const photoCases: Case[] = [
  {
    id: 'V33',
    text: 'a photo: to its member; without a token, by others, by a changed path → 401/403/404; nosniff, no-store',
    run: served,
  },
  {
    id: 'V34',
    text: '(in part) a PNG with Exif, text and XMP → none of it in any returned byte or table; left out: a maker’s own notes in JPEG',
    run: bare,
  },
  { id: 'V35', text: '16,000² pixels, 5,000 frames, SVG, PNG+HTML, ASF, files cut off → refused with a sentence', run: hostile },
  { id: 'V37', text: 'names with .., NUL, bidi controls, 1,000 characters → no file of that name; one name is told', run: names },
];
