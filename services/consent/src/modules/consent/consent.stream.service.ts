/** The right to follow the consent of a patient live (R26). */
import { audit, type AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { type ConsentContext, endOfDayInJapan } from '../platform/index.ts';
import { findStanding, recordRefusal, type Standing } from '../projection/index.ts';
import { can, earliest } from './consent.policy.ts';
import { type ConsentRow, selectNewestOf } from './consent.repository.ts';

export interface StreamGrant {
  audience: 'CARE_TEAM' | 'EVERYONE';
  epoch: number;
  /** Time ends rights without a message (R10, R14, R18): the right itself, or what it shows, is another from then on. */
  validUntil: Date | null;
}

/**
 * Whoever has a relation to the patient may follow, a withdrawn consent too: that is how they learn of it.
 * @param notBefore bus position that must be known here first
 */
export async function grantStream(context: ConsentContext, patientId: string, notBefore: number): Promise<StreamGrant | null> {
  if (!isId(patientId) || !(await context.reached(notBefore))) return null;
  await context.requireFresh();
  return context.read(async (tx) => {
    const standing = await findStanding(tx, patientId);
    const decision = can(context.viewer, 'FOLLOW', { standing });
    if (!standing || !decision.allowed) {
      await recordRefusal(tx, context, { subjectType: 'Consent', aimedAt: patientId, subjectId: null });
      return null;
    }
    await audit(tx, context, { ...followed(standing, patientId), authority: decision.authority });
    const [newest] = await selectNewestOf(tx, [patientId]);
    return {
      audience: standing.relation === 'MEMBERSHIP' && standing.role === 'CARE_TEAM' ? 'CARE_TEAM' : 'EVERYONE',
      epoch: newest?.epoch ?? 0,
      validUntil: endsAt(context.now(), standing, newest),
    };
  });
}

const followed = (standing: Standing, patientId: string): Omit<AuditFacts, 'authority'> => ({
  action: 'VIEW',
  categories: [],
  subjectType: 'Consent',
  subjectId: null,
  patientId,
  districtId: standing.district_id,
  roomId: standing.room_id,
});

function endsAt(now: Date, { valid_until: until }: Standing, newest: ConsentRow | undefined): Date | null {
  const lastDay = newest?.status === 'ACTIVE' ? newest.expires_on : null;
  // A consent holds to the end of its last day where the patient lives.
  return earliest(now, until === null ? null : new Date(until), lastDay === null ? null : endOfDayInJapan(lastDay));
}
