/** The chain that makes a changed line show, and who may read the record. Pure. */
import { createHash } from 'node:crypto';
import type { AuditLine } from '@heya/schema/events';
import type { Standing } from '../projection/index.ts';

/** What the first line of every chain stands on. */
export const chainStart = '0'.repeat(64);

/** @returns SHA-256 over the previous hash and the line with its keys in order */
export function entryHash(previous: string, line: AuditLine): string {
  return createHash('sha256').update(previous).update('\n').update(canonicalJson(line)).digest('hex');
}

export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** @returns place of the first line that does not fit, or undefined when the chain holds */
export function firstBreak(
  entries: readonly { seq: number; line: AuditLine; entryHash: string }[],
  from: { seq: number; hash: string },
): number | undefined {
  let { seq, hash } = from;
  for (const entry of entries) {
    hash = entryHash(hash, entry.line);
    seq += 1;
    if (entry.seq !== seq || entry.entryHash !== hash) return seq;
  }
  return undefined;
}

/** The patient, the family and the steward can see who looked (R33), whatever has become of the consent. */
export function canReadLog(standing: Standing | undefined): boolean {
  return standing?.relation === 'MEMBERSHIP' && (standing.is_steward || standing.role === 'PATIENT' || standing.role === 'FAMILY');
}
