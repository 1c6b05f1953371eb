/** What of a chain is signed and kept elsewhere, so that a chain recomputed as a whole shows too (V43). Pure. */
import type { ChainHead } from './access-log.repository.ts';

export interface HeadFacts {
  district: string;
  /** The first place this head speaks for. */
  from: number;
  /** The last one; `hash` stands there. */
  seq: number;
  hash: string;
  at: string;
  /** The first bytes of every hash from `from` to `seq` (base64): they name the very line from which a chain was recomputed. */
  trail: string;
}

export interface SignedHead extends HeadFacts {
  key: string;
  /** Ed25519 over headBytes (base64). */
  signature: string;
}

/** Bytes of a hash that a trail keeps. */
const trailBytes = 4;

export function toHead(district: string, stretch: readonly ChainHead[], at: Date): HeadFacts | undefined {
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (!first || !last) return undefined;
  const trail = Buffer.concat(stretch.map(({ hash }) => Buffer.from(hash.slice(0, trailBytes * 2), 'hex')));
  return { district, from: first.seq, seq: last.seq, hash: last.hash, at: at.toISOString(), trail: trail.toString('base64') };
}

/** What is signed: every fact, in one order. */
export const headBytes = ({ district, from, seq, hash, at, trail }: HeadFacts): Buffer =>
  Buffer.from(JSON.stringify(['heya audit head 1', district, from, seq, hash, at, trail]));

/** @returns whether the line at this place of the chain is the one the head was signed for */
export function fitsHead({ from, seq, hash, trail }: HeadFacts, entry: ChainHead): boolean {
  if (entry.seq === seq) return entry.hash === hash;
  const start = (entry.seq - from) * trailBytes;
  const kept = Buffer.from(trail, 'base64').subarray(start, start + trailBytes);
  return kept.toString('hex') === entry.hash.slice(0, trailBytes * 2);
}
