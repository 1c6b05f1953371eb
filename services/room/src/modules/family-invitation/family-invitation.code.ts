/** The code on paper, and what is kept of it and of the birth date. */
import { createHash, createHmac } from 'node:crypto';
import { newReadableCode, readReadableCode } from '@heya/service-common/readable-code';

/** 67 bits: nobody comes to it by trying, so a plain hash keeps it. */
const shape = { groups: 3, group: 5 };

export const newCode = (): string => newReadableCode(shape);

export interface Proof {
  codeHash: string;
  proofHash: string;
}

/** @param typed however it was typed @param birthDate ISO calendar day */
export function proofOf(typed: string, birthDate: string): Proof {
  const code = readReadableCode(typed);
  const proofHash = createHmac('sha256', code).update(`birth date\n${birthDate}`).digest('base64url');
  return { codeHash: hashOfCode(typed), proofHash };
}

export const hashOfCode = (typed: string): string =>
  createHash('sha256')
    .update(`family invitation\n${readReadableCode(typed)}`)
    .digest('base64url');
