/** Assessing a wound writes a post (R22): who may write, once however often sent, photos, audit and events are those of any post. */
import type { UserErrorShape } from '@heya/service-common/errors';
import { type Audience, requirePerson, type TimelineRequest } from '../access/index.ts';
import type { UploadUse } from '../attachment/index.ts';
import { createPost, type ErrorCode, type PostRow } from '../post/index.ts';
import { forgetWound, getWound, type WoundDraft, type WoundRow } from '../wound/index.ts';

export interface WoundToAssess extends WoundDraft {
  idempotencyKey: string;
  roomId: string;
  audience?: Audience | null;
  note?: string | null;
  uploads?: readonly UploadUse[] | null;
  assessedAt: Date;
}

export interface Assessed {
  wound: WoundRow | null;
  post: PostRow | null;
  replayed: boolean;
  userErrors: UserErrorShape<ErrorCode>[];
}

export async function assessWound(context: TimelineRequest, sent: WoundToAssess): Promise<Assessed> {
  requirePerson(context);
  const { idempotencyKey, roomId, audience, note, uploads, assessedAt, ...wound } = sent;
  const corrected = wound.correctsId ? await getWound(context, wound.correctsId) : null;
  const { userErrors, ...outcome } = await createPost(context, {
    ...{ idempotencyKey, roomId, wound },
    audience: audience ?? corrected?.audience ?? 'CARE_TEAM',
    importance: 'NORMAL',
    kind: 'WOUND',
    body: note ?? null,
    // What shows a wound shows the body, whatever was said of it (R9).
    uploads: uploads?.map((use) => ({ ...use, isBodyImage: true, bodySite: wound.site })) ?? null,
    // A correction hangs below what it corrects.
    parentId: corrected?.id ?? null,
    observedAt: assessedAt,
  });
  if (wound.correctsId) forgetWound(context, wound.correctsId);
  return {
    ...outcome,
    wound: outcome.post && (await getWound(context, outcome.post.id)),
    userErrors: userErrors.filter(isOfInput).map(inOwnFields),
  };
}

/** What is wrong with the parent is said of what is corrected. */
const isOfInput = ({ field }: UserErrorShape<ErrorCode>): boolean => !field?.includes('parentId');

const inOwnFields = (error: UserErrorShape<ErrorCode>): UserErrorShape<ErrorCode> => ({
  ...error,
  field: error.field?.map((name) => (name === 'body' ? 'note' : name)) ?? null,
});
