/**
 * A Japanese font for pages that bring none of their own (sign-in). Bare servers have no font at all, and Chromium takes
 * no WOFF from fontconfig, so the packaged BIZ UDPGothic is unwrapped to the TrueType file it was made from.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

const files = join(dirname(createRequire(import.meta.url).resolve('@fontsource/biz-udpgothic/package.json')), 'files');
const faces = ['japanese-400', 'japanese-700', 'latin-400', 'latin-700'];

/** Writes the fonts and a configuration that knows nothing else. @returns the configuration's path, for FONTCONFIG_FILE */
export function installFonts(folder: string): string {
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts, { recursive: true });
  for (const face of faces)
    writeFileSync(join(fonts, `${face}.ttf`), unwrapWoff(readFileSync(join(files, `biz-udpgothic-${face}-normal.woff`))));
  const path = join(folder, 'fonts.conf');
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n`,
  );
  return path;
}

interface Table {
  tag: string;
  checksum: number;
  bytes: Buffer;
}

/** WOFF 1.0 (W3C 2012) to TrueType: the same tables, not compressed, behind a TrueType directory. */
export function unwrapWoff(woff: Buffer): Buffer {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => readTable(woff, 44 + index * 20));
  const directory = writeDirectory(woff.readUInt32BE(4), tables);
  return Buffer.concat([directory, ...tables.map(({ bytes }) => padded(bytes))]);
}

function readTable(woff: Buffer, at: number): Table {
  const [offset, stored, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
  const bytes = woff.subarray(offset, offset + stored);
  return {
    tag: woff.toString('latin1', at, at + 4),
    checksum: woff.readUInt32BE(at + 16),
    bytes: stored < length ? inflateSync(bytes) : bytes,
  };
}

function writeDirectory(flavor: number, tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(flavor, 0);
  [tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].forEach((value, index) =>
    directory.writeUInt16BE(value, 4 + index * 2),
  );
  let offset = directory.length;
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    [checksum, offset, bytes.length].forEach((value, field) => directory.writeUInt32BE(value, at + 4 + field * 4));
    offset += padded(bytes).length;
  });
  return directory;
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
