/** A drawn signature, checked to be a drawing (infra/decisions/0005). */
import { inflateSync } from 'node:zlib';
import { problem, type Problem } from './errors.ts';

const signatureLimit = 40 * 1024;
const magic = Buffer.from('89504e470d0a1a0a', 'hex');
/** A drawing has more different lines than a blank sheet, however it is packed. */
const blankLines = 4;
const inflatedLimit = 16 * 1024 * 1024;

export interface SignatureFields {
  contentType: string;
  base64: string;
}

/** @param field its path within the input @returns the picture, or why it is none */
export function readSignature(
  { contentType, base64 }: SignatureFields,
  field: string[],
): { picture: Buffer } | { problems: Problem<'BLANK' | 'INVALID' | 'TOO_LONG'>[] } {
  if (base64 === '') return { problems: [problem('BLANK', field)] };
  if (base64.length > Math.ceil(signatureLimit / 3) * 4) return { problems: [problem('TOO_LONG', field, { max: '40 KB' })] };
  const picture = Buffer.from(base64, 'base64');
  if (contentType !== 'image/png' || picture.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, ''))
    return { problems: [problem('INVALID', field)] };
  const lines = differentLines(picture);
  if (lines === undefined) return { problems: [problem('INVALID', field)] };
  return lines > blankLines ? { picture } : { problems: [problem('BLANK', field)] };
}

/** @returns how many different lines of pixels a PNG has; undefined when it is no PNG of a sensible size */
function differentLines(picture: Buffer): number | undefined {
  const chunks = readChunks(picture);
  const header = chunks?.find(({ type }) => type === 'IHDR')?.body;
  if (!chunks || header?.length !== 13 || chunks.at(-1)?.type !== 'IEND') return undefined;
  const [width, height, depth, colour] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8] ?? 0, header[9] ?? 0];
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour];
  if (!samples || ![1, 2, 4, 8, 16].includes(depth) || width < 20 || height < 20 || width > 4096 || height > 4096) return undefined;
  const lineLength = 1 + Math.ceil((width * depth * samples) / 8);
  const pixels = inflate(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body)));
  if (!pixels || pixels.length < lineLength * height || header[12] !== 0) return undefined;
  const lines = Array.from({ length: height }, (_, index) =>
    pixels.subarray(index * lineLength, (index + 1) * lineLength).toString('latin1'),
  );
  return new Set(lines).size;
}

function inflate(packed: Buffer): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: inflatedLimit });
  } catch {
    return undefined;
  }
}

function readChunks(picture: Buffer): { type: string; body: Buffer }[] | undefined {
  if (!picture.subarray(0, magic.length).equals(magic)) return undefined;
  const chunks: { type: string; body: Buffer }[] = [];
  for (let at = magic.length; at < picture.length;) {
    if (at + 12 > picture.length) return undefined;
    const length = picture.readUInt32BE(at);
    if (at + 12 + length > picture.length) return undefined;
    chunks.push({ type: picture.toString('latin1', at + 4, at + 8), body: picture.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}
