/** The right to follow the consent of a patient live (R26). */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { ConsentContext } from '../platform/index.ts';
import { findStanding } from '../projection/index.ts';
import { selectNewestOf } from './consent.repository.ts';

/**
 * Whoever has a relation to the patient may follow, a withdrawn consent too: that is how they learn of it.
 * @param notBefore bus position that must be known here first
 */
export async function grantStream(
  context: ConsentContext,
  patientId: string,
  notBefore: number,
): Promise<{ audience: string | null; epoch: number } | null> {
  if (!isId(patientId) || !(await context.reached(notBefore))) return null;
  await context.requireFresh();
  return context.read(async (tx) => {
    const standing = await findStanding(tx, patientId);
    const about = { subjectType: 'Consent', subjectId: null, categories: [], patientId };
    if (!standing) {
      await audit(tx, context, { ...about, authority: 'NONE', action: 'DENIED', outcome: 'DENIED_ROLE' });
      return null;
    }
    await audit(tx, context, { ...about, authority: standing.relation, action: 'VIEW', roomId: standing.room_id });
    const [newest] = await selectNewestOf(tx, [patientId]);
    return { audience: standing.role === 'CARE_TEAM' ? 'CARE_TEAM' : 'EVERYONE', epoch: newest?.epoch ?? 0 };
  });
}
