/** Rules for what is posted (R21, R22, R24). Pure. */
import { createHash } from 'node:crypto';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Audience } from '../access/index.ts';
import { isObservable, textProblems, vitalsProblems, type VitalFlag, type VitalsDraft } from '../vitals/index.ts';
import { type UploadUse, useProblems } from '../attachment/index.ts';
import type { MentionDraft } from '../mention/index.ts';
import { type AskDraft, askProblems } from '../ask/index.ts';
import { type VisitDraft, visitProblems } from '../visit/index.ts';
import { type WoundDraft, woundProblems } from '../wound/index.ts';
import type { PostProblem } from './post.errors.ts';

export const bodyLength = 4000;

export const nameLength = 100;
/** How long a text may be mended; later, what is right is added beside it (api.md: EDIT_WINDOW_PASSED). */
export const editMs = 86_400_000;

export const postKinds = [
  'NOTE',
  'MEDICAL_NOTE',
  'CARE_NOTE',
  'MEDICATION',
  'VITALS',
  'WOUND',
  'PHOTO',
  'HANDOVER',
  'QUESTION',
  'SAFETY',
  'SYSTEM',
] as const;
export type PostKind = (typeof postKinds)[number];
export const importances = ['NORMAL', 'IMPORTANT', 'URGENT'] as const;
export type Importance = (typeof importances)[number];

export interface PostDraft {
  idempotencyKey: string;
  roomId: string;
  audience: Audience;
  importance: Importance;
  kind: PostKind;
  body?: string | null;
  vitals?: VitalsDraft | null;
  visit?: VisitDraft | null;
  wound?: WoundDraft | null;
  mentions?: readonly MentionDraft[] | null;
  uploads?: readonly UploadUse[] | null;
  ask?: AskDraft | null;
  parentId?: string | null;
  observedAt?: Date | null;
  requestAcknowledgement?: boolean | null;
  spokenForName?: string | null;
}

export function draftProblems(draft: PostDraft, now: Date): PostProblem[] {
  const { idempotencyKey, body, vitals, visit, wound, ask, uploads, kind, observedAt, spokenForName } = draft;
  return [
    ...(isId(idempotencyKey) ? [] : [problem('INVALID', ['input', 'idempotencyKey'])]),
    // What the system says is never said by a person.
    ...(kind === 'SYSTEM' ? [problem('INVALID', ['input', 'kind'])] : []),
    ...(kind === 'PHOTO' && !uploads?.length ? [problem('BLANK', ['input', 'uploads'])] : []),
    ...(kind === 'WOUND' && !wound ? [problem('INVALID', ['input', 'kind'])] : []),
    ...(kind === 'VITALS' && !vitals ? [problem('BLANK', ['input', 'vitals'])] : []),
    ...(visit && kind !== 'MEDICAL_NOTE' ? [problem('INVALID', ['input', 'visit'])] : []),
    ...(body?.trim() || vitals || visit || wound || uploads?.length ? [] : [problem('BLANK', ['input', 'body'])]),
    ...textProblems(body, bodyLength, ['input', 'body']),
    ...textProblems(spokenForName, nameLength, ['input', 'spokenForName']),
    ...(!observedAt || isObservable(observedAt, now) ? [] : [problem('INVALID', ['input', wound ? 'assessedAt' : 'observedAt'])]),
    ...(vitals ? vitalsProblems(vitals, now, ['input', 'vitals']) : []),
    ...(visit ? visitProblems(visit, observedAt ?? now, ['input', 'visit']) : []),
    ...(wound ? woundProblems(wound, ['input']) : []),
    ...useProblems(uploads ?? [], now, ['input', 'uploads']),
    ...(ask ? askProblems(ask, observedAt ?? now, now, ['input', 'ask']) : []),
  ] as PostProblem[];
}

/** A value beyond its alert makes its post important, whatever the writer chose; what is urgent stays so (R24). */
export const raisedBy = (vitals: { worstFlag: VitalFlag; alerts: readonly string[] } | undefined, importance: Importance): Importance =>
  importance === 'NORMAL' && vitals && (vitals.worstFlag.startsWith('CRITICAL') || vitals.alerts.length > 0) ? 'IMPORTANT' : importance;

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

/** What a reply answers, as far as it decides about the reply. */
export interface Parent {
  roomId: string;
  audience: Audience;
  isRetracted: boolean;
}

/** A reply stays in the room and within the circle of what it answers, and nothing is said to what was taken back (R22). */
export function replyProblems({ roomId, audience }: Pick<PostDraft, 'roomId' | 'audience'>, parent: Parent | null): PostProblem[] {
  if (parent?.roomId !== roomId.toLowerCase()) return [problem('NOT_FOUND', ['input', 'parentId'])];
  if (parent.isRetracted) return [problem('INVALID_STATE', ['input', 'parentId'])];
  return parent.audience === 'CARE_TEAM' && audience === 'EVERYONE' ? [problem('AUDIENCE_TOO_WIDE', ['input', 'audience'])] : [];
}
