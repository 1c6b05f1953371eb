/** Masks are burnt into every size that leaves: what was covered is shown to nobody. */
import sharp, { type OverlayOptions } from 'sharp';
import type { Mark } from '../attachment/index.ts';

/** @param picture a JPEG of our own making */
export async function withMasksBurnt(picture: Buffer, marks: readonly Mark[]): Promise<Buffer> {
  const masks = marks.filter(({ shape }) => shape === 'MASK');
  if (masks.length === 0) return picture;
  const { width, height } = await sharp(picture).metadata();
  const covers = masks.map(({ points }) => cover(points, width, height));
  return sharp(picture).composite(covers).jpeg({ quality: 85 }).toBuffer();
}

const limit = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** At least a pixel, and never beyond the edge. */
function cover(points: Mark['points'], width: number, height: number): OverlayOptions {
  const xs = points.map(({ x }) => x * width);
  const ys = points.map(({ y }) => y * height);
  const left = limit(Math.floor(Math.min(...xs)), width - 1);
  const top = limit(Math.floor(Math.min(...ys)), height - 1);
  const size = {
    width: limit(Math.ceil(Math.max(...xs)) - left, width - left) || 1,
    height: limit(Math.ceil(Math.max(...ys)) - top, height - top) || 1,
  };
  return { input: { create: { ...size, channels: 3, background: '#000000' } }, left, top };
}
