/** The chain that makes a changed line show, and who may read the record. Pure. */
import { createHash } from 'node:crypto';
import type { AuditLine } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, refuse } from '../platform/index.ts';
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

export type LogAction = 'READ' | 'SEARCH' | 'EXPORT';

interface LogFacts {
  /** How the viewer stands to the patient whose record it is; undefined for no relation, and for a search of the district. */
  standing?: Standing | undefined;
}

/** The one decision about the record: whatever has become of the consent. */
export function can(viewer: Viewer, action: LogAction, { standing }: LogFacts): Decision<'NO_RELATION' | 'ROLE'> {
  if (viewer.type !== 'person') return refuse('NO_RELATION');
  // An officer sees who looked, never at what: lines hold ids and classes alone (R34).
  if (action === 'SEARCH') return viewer.kind === 'CENTER_OFFICER' ? allow('CENTER') : refuse('ROLE');
  if (!standing) return refuse('NO_RELATION');
  return mayRead[action](standing) ? allow(standing.relation) : refuse('ROLE');
}

const isMember = ({ relation }: Standing): boolean => relation === 'MEMBERSHIP';
const isCenter = ({ relation }: Standing): boolean => relation === 'CENTER' || relation === 'INSPECTION';

const mayRead: Record<Exclude<LogAction, 'SEARCH'>, (standing: Standing) => boolean> = {
  /** The patient, the family and the steward can see who looked (R33). */
  READ: (standing) => isMember(standing) && (standing.is_steward || standing.role === 'PATIENT' || standing.role === 'FAMILY'),
  /** The patient takes their own record along; the center of the district exports for who asks (R32). */
  EXPORT: (standing) => isCenter(standing) || (isMember(standing) && standing.role === 'PATIENT'),
};
