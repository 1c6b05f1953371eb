/** The code with which somebody shows that an address is theirs; only its hash is kept. */
import { randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);
const hashLength = 32;

/** Six digits. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** @param id of its row, so that equal codes have other hashes */
export const hashOf = (code: string, id: string): Promise<Buffer> => derive(code, id, hashLength);

export async function isCode(typed: string, { id, hash }: { id: string; hash: Buffer }): Promise<boolean> {
  const found = await hashOf(typed, id);
  return found.length === hash.length && timingSafeEqual(found, hash);
}
