/** The process in which one photo is decoded and drawn anew. It says one thing, and is ended by whoever started it. */
import sharp, { type Sharp } from 'sharp';
import { blurHash } from './photo.blur.ts';
import { kindOf, secondKind } from './photo.kind.ts';
import type { PhotoAnswer, PhotoJob, PhotoRefusal, PhotoSize, PhotoVariant } from './photo.ts';

sharp.concurrency(1);
sharp.cache(false);

class Refused extends Error {
  readonly reason: PhotoRefusal;

  constructor(reason: PhotoRefusal) {
    super(reason);
    this.reason = reason;
  }
}

const edges: readonly (readonly [PhotoVariant, number | null, number])[] = [
  ['ORIGINAL', null, 88],
  ['SCREEN_1280', 1280, 82],
  ['THUMBNAIL_320', 320, 76],
];

async function read({ bytes, pixels }: PhotoJob): Promise<PhotoAnswer> {
  const type = kindOf(bytes);
  if (!type || secondKind(bytes)) throw new Refused('NOT_A_PHOTO');
  let picture = (type === 'image/heic' ? await openHeic(bytes, pixels) : await open(bytes, pixels)).flatten({ background: '#ffffff' });
  const sizes: PhotoSize[] = [];
  for (const [variant, edge, quality] of edges) {
    const fitted = edge ? picture.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true }) : picture;
    const { data, info } = await fitted
      .toColourspace('srgb')
      .jpeg({ quality, chromaSubsampling: '4:2:0' })
      .toBuffer({ resolveWithObject: true });
    sizes.push({ variant, bytes: data, width: info.width, height: info.height });
    // The next is made of this one: the large picture is decoded once.
    picture = sharp(data);
  }
  const { data, info } = await picture.resize(32, 32, { fit: 'inside' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { type, sizes, blurHash: blurHash(data, info.width, info.height) };
}

/** What its head says is held against the limit before a pixel is decoded. */
async function open(bytes: Uint8Array, pixels: number): Promise<Sharp> {
  const image = sharp(bytes, { failOn: 'warning', limitInputPixels: pixels, limitInputChannels: 4, sequentialRead: true });
  const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if ((pages ?? 1) > 1) throw new Refused('MOVING');
  if (width * height > pixels) throw new Refused('TOO_MANY_PIXELS');
  return image.autoOrient();
}

async function openHeic(bytes: Uint8Array, pixels: number): Promise<Sharp> {
  const { default: decode } = await import('heic-decode');
  const images = await decode.all({ buffer: bytes });
  const [image] = images;
  if (!image || images.length > 1) throw new Refused(image ? 'MOVING' : 'BROKEN');
  if (image.width * image.height > pixels) throw new Refused('TOO_MANY_PIXELS');
  const { data, width, height } = await image.decode();
  return sharp(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } });
}

process.once('message', (job: PhotoJob) => {
  void read(job)
    .catch((error: unknown): PhotoAnswer => ({ refusal: error instanceof Refused ? error.reason : 'BROKEN' }))
    .then((answer) => process.send?.(answer));
});
