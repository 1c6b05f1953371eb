/** What may be announced, and what is said of a file that could not be taken (R25). Pure. */
import { photoLimits, type PhotoRefusal, photoTypes } from '@heya/forms/photo';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { ErrorCode, PostProblem } from '../post/index.ts';

export interface UploadDraft {
  idempotencyKey: string;
  roomId: string;
  contentType: string;
  byteSize: number;
  sha256: string;
}

export function uploadProblems({ idempotencyKey, contentType, byteSize, sha256 }: UploadDraft): PostProblem[] {
  const isPhoto = (photoTypes as readonly string[]).includes(contentType);
  return [
    ...(isId(idempotencyKey) ? [] : [problem('INVALID' as const, ['input', 'idempotencyKey'])]),
    ...(isPhoto ? [] : [problem('FILE_TYPE_NOT_ALLOWED' as const, ['input', 'contentType'])]),
    ...(byteSize > photoLimits.bytes ? [problem('FILE_TOO_LARGE' as const, ['input', 'byteSize'])] : []),
    ...(byteSize < 1 ? [problem('INVALID' as const, ['input', 'byteSize'])] : []),
    ...(/^[0-9a-f]{64}$/.test(sha256) ? [] : [problem('INVALID' as const, ['input', 'sha256'])]),
  ];
}

/** What the sender can mend: BUSY and TOO_SLOW are no matter of the file. */
export const refusalCodes: Readonly<Record<Exclude<PhotoRefusal, 'BUSY' | 'TOO_SLOW'>, ErrorCode>> = {
  NOT_A_PHOTO: 'FILE_TYPE_NOT_ALLOWED',
  MOVING: 'FILE_TYPE_NOT_ALLOWED',
  BROKEN: 'FILE_TYPE_NOT_ALLOWED',
  TOO_LARGE: 'FILE_TOO_LARGE',
  TOO_MANY_PIXELS: 'FILE_TOO_LARGE',
};
