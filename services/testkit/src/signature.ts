/** A small PNG with a line across it, and one without. */
import { crc32, deflateSync } from 'node:zlib';

const picture = (ink: boolean): string => {
  const [width, height] = [120, 40];
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    if (ink) rows.fill(0, y * (width + 1) + 1 + y, y * (width + 1) + 4 + y);
  }
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64');
};

function chunk(type: string, body: Buffer): Buffer {
  const [length, sum, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type, 'latin1'), body])];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A sheet somebody has drawn on, and one that is blank. */
export const drawnSignature = { contentType: 'image/png', base64: picture(true) };
export const blankSignature = { contentType: 'image/png', base64: picture(false) };
