/** What may be announced, and what is said of a file that could not be taken (R25). Pure. */
import { documentLimits, type DocumentRefusal, documentType } from '@heya/forms/document';
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
  const isTaken = contentType === documentType || (photoTypes as readonly string[]).includes(contentType);
  return [
    ...(isId(idempotencyKey) ? [] : [problem('INVALID' as const, ['input', 'idempotencyKey'])]),
    ...(isTaken ? [] : [problem('FILE_TYPE_NOT_ALLOWED' as const, ['input', 'contentType'])]),
    ...(byteSize > mostBytes(contentType) ? [problem('FILE_TOO_LARGE' as const, ['input', 'byteSize'])] : []),
    ...(byteSize < 1 ? [problem('INVALID' as const, ['input', 'byteSize'])] : []),
    ...(/^[0-9a-f]{64}$/.test(sha256) ? [] : [problem('INVALID' as const, ['input', 'sha256'])]),
  ];
}

export const mostBytes = (contentType: string): number => (contentType === documentType ? documentLimits : photoLimits).bytes;

type Mendable = Exclude<PhotoRefusal | DocumentRefusal, 'BUSY' | 'TOO_SLOW'>;
const tooLarge: readonly Mendable[] = ['TOO_LARGE', 'TOO_MANY_PIXELS'];

/** What the sender can mend: BUSY and TOO_SLOW are no matter of the file. */
export function codeOf(isDocument: boolean, reason: Mendable): ErrorCode {
  if (tooLarge.includes(reason)) return 'FILE_TOO_LARGE';
  return isDocument ? 'DOCUMENT_NOT_ALLOWED' : 'FILE_TYPE_NOT_ALLOWED';
}
