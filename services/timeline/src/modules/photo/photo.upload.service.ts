/** Photos as they are announced (R25): who may, for which bytes, and how far they have come since. */
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { can, findStanding, recordRefusal, requirePerson, type TimelineRequest } from '../access/index.ts';
import { sealPass, uploadMs } from '../attachment/index.ts';
import { type ErrorCode, inWords, type PostProblem } from '../post/index.ts';
import { type UploadDraft, uploadProblems } from './photo.policy.ts';
import { countWaiting, findUpload, insertUpload, type UploadRow } from './photo.repository.ts';

export type UploadState = 'WAITING' | 'CHECKING' | 'READY';

/** What one person may have waiting unsent. */
const mostWaiting = 40;

export interface Announced {
  upload: { id: string; putUrl: string; headers: { name: string; value: string }[]; expiresAt: Date; state: UploadState } | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** @returns where to bring the bytes: an address of this person's, in this session, for these bytes alone */
export async function announceUpload(context: TimelineRequest, draft: UploadDraft): Promise<Announced> {
  const viewer = requirePerson(context);
  const expiresAt = new Date(context.now().getTime() + uploadMs);
  const { problems = [], earlier } = await context.write((tx) => announce(tx, context, { viewer, draft, expiresAt }));
  if (problems.length > 0) return { upload: null, userErrors: inWords(context, problems) };
  const id = draft.idempotencyKey.toLowerCase();
  const putUrl = `/files/timeline/uploads/${id}/${sealPass(context, 'upload', viewer, [id])}`;
  const headers = [{ name: 'content-type', value: 'application/octet-stream' }];
  return { upload: { id, putUrl, headers, expiresAt, state: stateOf(earlier) }, userErrors: [] };
}

function stateOf(earlier: UploadRow | undefined): UploadState {
  if (earlier?.isPending) return 'CHECKING';
  return earlier?.isReady ? 'READY' : 'WAITING';
}

interface Announcing {
  viewer: PersonViewer;
  draft: UploadDraft;
  expiresAt: Date;
}

interface Announcement {
  problems?: PostProblem[];
  /** Of the same bytes. */
  earlier?: UploadRow;
}

async function announce(tx: Em, context: TimelineRequest, { viewer, draft, expiresAt }: Announcing): Promise<Announcement> {
  const standing = isId(draft.roomId) ? await findStanding(tx, draft.roomId) : undefined;
  const decision = can(viewer, 'WRITE', standing);
  if (!decision.allowed || !standing) {
    if (isId(draft.roomId)) await recordRefusal(tx, context, 'Room', draft.roomId);
    const reason = decision.allowed ? 'NOT_FOUND' : decision.reason;
    return { problems: [problem(reason === 'READ_ONLY' ? 'FORBIDDEN' : reason, ['input', 'roomId'])] };
  }
  const problems = uploadProblems(draft);
  if (problems.length > 0) return { problems };
  if ((await countWaiting(tx)) >= mostWaiting)
    return { problems: [problem('TOO_LONG', ['input', 'idempotencyKey'], { max: mostWaiting })] };
  const { roomId, patientId, districtId } = standing;
  const { idempotencyKey: id, contentType, byteSize, sha256 } = draft;
  const made = await insertUpload(tx, { id, roomId, patientId, districtId, contentType, byteSize, sha256, byId: viewer.userId, expiresAt });
  if (made) return {};
  const earlier = await findUpload(tx, id);
  const isSame =
    earlier?.roomId === roomId && earlier.sha256 === sha256 && earlier.byteSize === byteSize && earlier.contentType === contentType;
  if (!isSame || earlier.isUsed) return { problems: [problem('INVALID', ['input', 'idempotencyKey'])] };
  return earlier.refusal ? { problems: [problem(earlier.refusal, ['file'])] } : { earlier };
}
