/** V34, V35: what photos leave behind, and what is no photo. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPhoto } from './photo.ts';

const plain = { width: 1600, height: 900, channels: 3, background: '#c04020' } as const;
let jpeg: Buffer;
beforeAll(async () => {
  jpeg = await sharp({ create: plain })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'CANARY-OWNER', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 41/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARY-XMP</x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .toBuffer();
});

/** One bit a pixel, all of them black. */
function emptyPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc(height * (width / 8 + 1)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const reasonOf = async (bytes: Uint8Array): Promise<{ reason: unknown; ms: number }> => {
  const began = performance.now();
  const reason = await readPhoto(bytes).then(
    () => 'READ',
    (error: { reason: string }) => error.reason,
  );
  return { reason, ms: performance.now() - began };
};

describe('a photo', () => {
  test('comes in three sizes, upright, without what the camera wrote beside it', async () => {
    expect(jpeg.includes('CANARY')).toBe(true);
    const { type, sizes, blurHash } = await readPhoto(jpeg);
    expect(type).toBe('image/jpeg');
    expect(sizes.map(({ variant, width, height }) => [variant, width, height])).toEqual([
      ['ORIGINAL', 900, 1600],
      ['SCREEN_1280', 720, 1280],
      ['THUMBNAIL_320', 180, 320],
    ]);
    expect(blurHash).toMatch(/^.{28}$/u);
    for (const { bytes } of sizes) {
      const { exif, xmp, iptc, orientation, format } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, orientation, format]).toEqual([undefined, undefined, undefined, undefined, 'jpeg']);
      expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
    }
  });

  test('is refused when it is too large to draw, moves, is another kind of file, two kinds, or cut off', async () => {
    const huge = emptyPng(16_000, 16_000);
    expect(huge.length).toBeLessThan(243_000);
    const frames = Buffer.concat(Array.from({ length: 40 }, (_, index) => Buffer.alloc(16 * 16 * 3, index * 6)));
    const moving = await sharp(frames, { raw: { width: 16, height: 16 * 40, channels: 3, pageHeight: 16 } })
      .webp({ loop: 0 })
      .toBuffer();
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\x0e\x4ameta\0\0\0\0', 'latin1');
    const asf = Buffer.concat([Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex'), Buffer.alloc(39)]);
    const given: [Uint8Array, string][] = [
      [huge, 'TOO_MANY_PIXELS'],
      [moving, 'MOVING'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'NOT_A_PHOTO'],
      [Buffer.concat([jpeg, Buffer.from('<html><script>alert(1)</script>')]), 'NOT_A_PHOTO'],
      [asf, 'NOT_A_PHOTO'],
      [heic, 'BROKEN'],
      [jpeg.subarray(0, jpeg.length / 2), 'BROKEN'],
      [new Uint8Array(), 'NOT_A_PHOTO'],
    ];
    for (const [bytes, expected] of given) {
      const { reason, ms } = await reasonOf(bytes);
      expect([expected, reason]).toEqual([expected, expected]);
      expect(ms).toBeLessThan(5_000);
    }
    await expect(readPhoto(jpeg, { milliseconds: 1 })).rejects.toMatchObject({ reason: 'TOO_SLOW' });
    await expect(readPhoto(jpeg, { memory: 1 })).rejects.toMatchObject({ reason: 'TOO_MANY_PIXELS' });
  });
});
