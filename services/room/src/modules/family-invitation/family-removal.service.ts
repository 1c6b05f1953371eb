/** Family goes at once: taken out by hand, or because the consent ticks nothing for family any more (R10, R14). */
import type { BusEvent } from '@heya/schema/events';
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import { emitMembership, forgetMemberships, type MembershipRow, toldColumns } from '../membership/index.ts';
import { recordLooks, refusal, type RoomContext, type RoomProblem } from '../platform/index.ts';
import { forgetRooms } from '../room/index.ts';
import { endUnticked } from './family-invitation.repository.ts';

const asRow = `${toldColumns}, null as viewer_role, false as is_inspecting`;

/** By the steward, whoever applied for the room, the patient, or the family member. What is alive has forgotten them when this returns. */
export async function endFamilyMembership(
  context: RoomContext,
  membershipId: string,
): Promise<{ membership: MembershipRow | null; problems: RoomProblem[] }> {
  const { viewer } = context;
  if (!isId(membershipId) || !isPerson(viewer)) return { membership: null, problems: [problem('NOT_FOUND', ['membershipId'])] };
  const membership = await context.write(async (tx) => {
    const [row] = await tx.execute<MembershipRow[]>(`select ${asRow} from end_family_membership(?::uuid) m`, [membershipId]);
    if (!row) {
      await recordLooks(tx, context, [refusal('RoomMembership', membershipId)]);
      return null;
    }
    const { room_id: roomId, patient_id: patientId, user_id: userId } = row;
    const line = { subjectType: 'RoomMembership', subjectId: membershipId, categories: [], ...{ roomId, patientId } };
    await audit(tx, context, { ...line, authority: userId === viewer.userId ? 'SELF' : 'MEMBERSHIP', action: 'UPDATE' });
    await emitMembership(tx, row, 'LEFT');
    return row;
  });
  forgetMemberships(context);
  forgetRooms(context);
  if (!membership) return { membership, problems: [problem('NOT_FOUND', ['membershipId'])] };
  await context.settle();
  return { membership, problems: [] };
}

/** Told by the consent: whoever came by paper came by the tick, and goes with it. A tick that comes back needs another invitation. */
export async function endByConsent(tx: Em, { payload, occurredAt }: BusEvent<'consent.changed'>): Promise<void> {
  const { patientId, status } = payload;
  const at = new Date(occurredAt);
  if (status === 'ACTIVE') for (const row of await endFamilyOf(tx, patientId, at)) await emitMembership(tx, row, 'LEFT');
  if (status === 'ACTIVE' || status === 'WITHDRAWN') await endUnticked(tx, patientId, at);
}

const endFamilyOf = (tx: Em, patientId: string, at: Date): Promise<MembershipRow[]> =>
  tx.execute(
    `update room_membership m set status = 'LEFT', left_at = ?
      where m.patient_id = ? and m.role = 'FAMILY' and m.status <> 'LEFT' and consent_in_force(m.patient_id)
        and exists (select 1 from family_invitation i where i.membership_id = m.id) and not family_may_come(m.patient_id, 'FAMILY')
      returning ${asRow}`,
    [at, patientId],
  );
