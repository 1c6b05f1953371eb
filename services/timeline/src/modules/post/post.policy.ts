/** Rules for what is posted (R21, R22, R24). Pure. */
import { createHash } from 'node:crypto';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Audience } from '../access/index.ts';
import { isObservable, textProblems, vitalsProblems, type VitalsDraft } from '../vitals/index.ts';
import type { PostProblem } from './post.errors.ts';

export const bodyLength = 4000;

export interface PostDraft {
  idempotencyKey: string;
  roomId: string;
  audience: Audience;
  importance: 'NORMAL' | 'IMPORTANT';
  kind: 'NOTE' | 'VITALS';
  body?: string | null;
  vitals?: VitalsDraft | null;
  observedAt?: Date | null;
}

export function draftProblems(draft: PostDraft, now: Date): PostProblem[] {
  const { idempotencyKey, body, vitals, kind, observedAt } = draft;
  return [
    ...(isId(idempotencyKey) ? [] : [problem('INVALID', ['input', 'idempotencyKey'])]),
    ...(kind === 'VITALS' && !vitals ? [problem('BLANK', ['input', 'vitals'])] : []),
    ...(body?.trim() || vitals ? [] : [problem('BLANK', ['input', 'body'])]),
    ...textProblems(body, bodyLength, ['input', 'body']),
    ...(!observedAt || isObservable(observedAt, now) ? [] : [problem('INVALID', ['input', 'observedAt'])]),
    ...(vitals ? vitalsProblems(vitals, now, ['input', 'vitals']) : []),
  ] as PostProblem[];
}

/** What was sent, in one short word: a retry has the same, another content has not. Having confirmed a value is no content. */
export function fingerprint({ idempotencyKey: _key, vitals, ...rest }: PostDraft): string {
  const { confirmImplausible: _confirmed, ...values } = vitals ?? {};
  return createHash('sha256')
    .update(canonical({ ...rest, vitals: vitals ? values : null }))
    .digest('base64url');
}

/** Absent and null are the same, and the order of fields says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (!part || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, field]) => field !== null && field !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}

/** The beginning for lists, cut between characters and on one line. */
export function excerptOf(body: string | null, length: number): string {
  const characters = [...(body ?? '').replaceAll(/\s+/gu, ' ').trim()];
  return characters.length > length ? `${characters.slice(0, Math.max(0, length - 1)).join('')}…` : characters.join('');
}
