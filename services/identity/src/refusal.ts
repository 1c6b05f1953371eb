/** What was refused is written down like what was done (R32). */
import { audit, type AuditActor } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';

/** @param about without an id where the object does not exist for whoever asked: an id they typed may be anything */
export function recordRefusal(
  tx: Em,
  actor: AuditActor,
  about: { subjectType: string; subjectId?: string; districtId?: string },
): Promise<void> {
  return audit(tx, actor, {
    authority: 'NONE',
    action: 'DENIED',
    categories: [],
    subjectType: about.subjectType,
    subjectId: about.subjectId ?? null,
    outcome: 'DENIED_ROLE',
    ...(about.districtId && { districtId: about.districtId }),
  });
}
