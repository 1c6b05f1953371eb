/** The steward asks whoever was invited and has not come (R15). They read it on their home screen. */
import { auditAll } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { factsOf, forgetMemberships } from './membership.access.ts';
import { can, reminderProblem } from './membership.policy.ts';
import { changesRoom, type MembershipRow, remindInvited, selectMembershipsById } from './membership.repository.ts';
import type { Acceptance } from './membership.service.ts';

/** One person. Asked twice within a day they are asked once. */
export async function remindMember(context: RoomContext, membershipId: string): Promise<Acceptance> {
  if (!isId(membershipId)) return { membership: null, problems: [problem('NOT_FOUND', ['membershipId'])] };
  const outcome = await context.write(async (tx): Promise<Acceptance> => {
    const [row] = await selectMembershipsById(tx, [membershipId]);
    const facts = row && { ...factsOf(context, row), ...(await changesRoom(tx, row.room_id)) };
    const decision = can(context.viewer, 'REMIND', facts);
    if (!row || !decision.allowed) {
      await recordLooks(tx, context, [refusal('RoomMembership', membershipId)]);
      return { membership: null, problems: [reminderProblem(decision.allowed ? 'NOT_FOUND' : decision.reason)] };
    }
    const [reminded] = await remind(tx, context, row.room_id, [membershipId]);
    return { membership: reminded ?? row, problems: [] };
  });
  forgetMemberships(context);
  return outcome;
}

/** Several people of one room, whose steward the viewer is. @returns false when one of them has no invitation there that waits */
export async function remindMembers(
  tx: Em,
  context: RoomContext,
  { roomId, membershipIds }: { roomId: string; membershipIds: readonly string[] },
): Promise<boolean> {
  if (!membershipIds.every(isId)) return false;
  const rows = await selectMembershipsById(tx, membershipIds);
  const areInvited = membershipIds.every((id) => rows.some((row) => row.id === id && row.room_id === roomId && row.status === 'INVITED'));
  if (areInvited) await remind(tx, context, roomId, membershipIds);
  return areInvited;
}

async function remind(tx: Em, context: RoomContext, roomId: string, ids: readonly string[]): Promise<MembershipRow[]> {
  const reminded = await remindInvited(tx, roomId, ids);
  await auditAll(
    tx,
    context,
    reminded.map(({ id, patient_id: patientId }) => ({
      authority: 'MEMBERSHIP',
      action: 'UPDATE',
      categories: [],
      subjectType: 'RoomMembership',
      subjectId: id,
      roomId,
      patientId,
    })),
  );
  for (const { id: membershipId, user_id: userId, district_id: districtId } of reminded)
    await emit(tx, 'room.memberReminded', `reminder:${membershipId}`, { membershipId, roomId, districtId, userId });
  return reminded;
}
