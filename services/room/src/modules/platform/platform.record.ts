/** The access record of looks, refused ones included (R32). */
import { type AuditActor, type AuditFacts, auditAll, findPlaces } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';

/** The line of what was tried and refused: for the role, unless `more` says otherwise. */
export const refusal = (subjectType: string, subjectId: string | null, more: Partial<AuditFacts> = {}): AuditFacts => ({
  authority: 'NONE',
  action: 'DENIED',
  categories: [],
  outcome: 'DENIED_ROLE',
  subjectType,
  subjectId,
  ...more,
});

/** How the record names the reason that a policy gave. */
export const outcomeOf = (reason: string): 'DENIED_CONSENT' | 'DENIED_ROLE' =>
  reason === 'CONSENT_REQUIRED' ? 'DENIED_CONSENT' : 'DENIED_ROLE';

/** Records lines; a refusal's with the room and patient it was aimed at, where there are any, so that the patient sees it too (R33). */
export async function recordLooks(tx: Em, actor: AuditActor, lines: readonly AuditFacts[]): Promise<void> {
  const denied = new Set(lines.flatMap(({ action, subjectId }) => (action === 'DENIED' && subjectId ? [subjectId] : [])));
  const places = await findPlaces(tx, [...denied]);
  await auditAll(
    tx,
    actor,
    lines.map((line) => (line.action === 'DENIED' && line.subjectId ? { ...line, ...places.get(line.subjectId.toLowerCase()) } : line)),
  );
}
