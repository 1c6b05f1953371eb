// A signature as a finger draws it: a wavy line in a small PNG, made here so that no picture of anybody's hand is shipped.
import { crc32, deflateSync } from 'node:zlib';

const width = 320;
const height = 120;

/** @returns {Buffer} PNG, 8-bit grey, a few hundred bytes */
export function drawSignature() {
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  for (let x = 20; x < width - 20; x += 0.25) {
    const y = height / 2 + Math.sin(x / 9) * 26 * Math.cos(x / 61) + Math.sin(x / 23) * 8;
    for (const thick of [-1, 0, 1]) rows[Math.round(y + thick) * (width + 1) + 1 + Math.floor(x)] = 26;
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header()),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function header() {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes[8] = 8;
  return bytes;
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const bytes = Buffer.alloc(named.length + 8);
  bytes.writeUInt32BE(body.length, 0);
  named.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(named), named.length + 4);
  return bytes;
}
