/** Addresses of photos: they tell nothing, belong to one person in one session, and end by themselves (threat 13). */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { TimelineRequest } from '../access/index.ts';

export type PassKind = 'upload' | 'photo';

/** How long an address holds (ms): a photo's long enough to be drawn, an upload's long enough for bad reception (R29). */
const holdsMs: Readonly<Record<PassKind, number>> = { photo: 60_000, upload: 15 * 60_000 };
export const uploadMs = holdsMs.upload;

type Bearer = Pick<PersonViewer, 'userId' | 'sessionId'>;
type Parts = Pick<TimelineRequest, 'cursors' | 'now'>;

/** @param about what it opens, e.g. a photo's id and size @returns letters, digits and a hyphen alone: it stands in a path */
export function sealPass(context: Parts, kind: PassKind, bearer: Bearer, about: readonly string[]): string {
  const until = context.now().getTime() + holdsMs[kind];
  return `${until.toString(36)}-${proofOf(context, kind, [until, bearer.userId, bearer.sessionId, ...about])}`;
}

/** @returns whether it was made for this, for them, and still holds */
export function opensWith(
  context: Parts,
  kind: PassKind,
  bearer: Bearer,
  { pass, about }: { pass: string; about: readonly string[] },
): boolean {
  const [told = '', proof = ''] = pass.split('-');
  const until = Number.parseInt(told, 36);
  if (!(until > context.now().getTime())) return false;
  const expected = Buffer.from(proofOf(context, kind, [until, bearer.userId, bearer.sessionId, ...about]));
  return proof.length === expected.length && timingSafeEqual(Buffer.from(proof), expected);
}

/** Nobody without the key seals the same; 160 bits of it are enough, and short enough for a path. */
const proofOf = ({ cursors }: Pick<Parts, 'cursors'>, kind: PassKind, parts: readonly (string | number)[]): string =>
  createHash('sha256').update(cursors.seal(kind, parts)).digest('hex').slice(0, 40);
