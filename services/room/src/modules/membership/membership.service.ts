/** Accepting an invitation: sharing starts here (R12). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem } from '../platform/index.ts';
import { factsOf, forgetMemberships } from './membership.access.ts';
import { takeSeat } from './membership.change.service.ts';
import { emitMembership } from './membership.events.ts';
import { can, refusalProblems } from './membership.policy.ts';
import { holdRoomOf, lockMembership, type MembershipRow, setJoined } from './membership.repository.ts';

export interface Acceptance {
  membership: MembershipRow | null;
  problems: RoomProblem[];
}

export async function acceptInvitation(context: RoomContext, membershipId: string): Promise<Acceptance> {
  if (!isId(membershipId)) return { membership: null, problems: [problem('NOT_FOUND', ['membershipId'])] };
  const acceptance = await context.write((tx) => accept(tx, context, membershipId));
  forgetMemberships(context);
  if (acceptance.membership) await context.settle();
  return acceptance;
}

async function accept(tx: Em, context: RoomContext, membershipId: string): Promise<Acceptance> {
  await holdRoomOf(tx, membershipId);
  const row = await lockMembership(tx, membershipId);
  const facts = row && {
    ...factsOf(context, row),
    roomStatus: row.room_status,
    consentInForce: row.consent_in_force,
    hasBegun: row.has_begun,
  };
  const decision = can(context.viewer, 'ACCEPT', facts);
  if (!row || !decision.allowed) {
    const reason = decision.allowed ? 'NOT_FOUND' : decision.reason;
    if (reason === 'ALREADY_MEMBER') return { membership: row ?? null, problems: [] };
    await recordLooks(tx, context, [refusal('RoomMembership', membershipId, { outcome: outcomeOf(reason) })]);
    return { membership: null, problems: refusalProblems(reason) };
  }
  const at = context.now();
  await setJoined(tx, row.id, at);
  const membership: MembershipRow = { ...row, status: 'ACTIVE', joined_at: at, takes_seat: false };
  await audit(tx, context, {
    authority: decision.authority,
    action: 'UPDATE',
    categories: [],
    subjectType: 'RoomMembership',
    subjectId: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
  });
  await emitMembership(tx, membership, 'JOINED');
  const isSteward = row.takes_seat && (await takeSeat(tx, row.id));
  return { membership: { ...membership, is_steward: membership.is_steward || isSteward }, problems: [] };
}
