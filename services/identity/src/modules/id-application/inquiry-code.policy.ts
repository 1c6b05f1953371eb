/** The code with which who applied looks at their application. Made from the application's id, so that a repeated filing shows it again. Pure. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readableLetters as letters, readReadableCode } from '../credential/index.ts';

/** 4.5 bits each; ten are 44 bits against ten guesses a quarter of an hour. */
const length = 10;
const group = 5;

/** @param pepper 32 bytes kept outside the database */
export function inquiryCodeOf(pepper: Buffer, applicationId: string): string {
  const random = createHmac('sha256', pepper).update(`code\n${applicationId}`).digest();
  // Two bytes a letter: what is left of 65536 by 22 favours none by more than a thirtieth of a percent.
  const plain = Array.from({ length }, (_, index) => letters[random.readUInt16BE(index * 2) % letters.length]).join('');
  return `${plain.slice(0, group)}-${plain.slice(group)}`;
}

export const hashInquiryCode = (pepper: Buffer, receiptNumber: string, typed: string): string =>
  createHmac('sha256', pepper)
    .update(`hash\n${receiptNumber}\n${readReadableCode(typed)}`)
    .digest('hex');

/** @param kept null when there is no such application: as much work, and never right */
export function isInquiryCode(kept: string | null, given: string): boolean {
  const [left, right] = [Buffer.from(kept ?? '0'.repeat(given.length)), Buffer.from(given)];
  return timingSafeEqual(left, right) && kept !== null;
}
