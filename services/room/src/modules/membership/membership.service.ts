/** Accepting an invitation: sharing starts here (R12). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { RoomContext, RoomProblem } from '../platform/index.ts';
import { forgetMemberships } from './membership.access.ts';
import { emitMembership } from './membership.events.ts';
import { decideAcceptance } from './membership.policy.ts';
import { lockMembership, type MembershipRow, setJoined } from './membership.repository.ts';

export interface Acceptance {
  membership: MembershipRow | null;
  problems: RoomProblem[];
}

export async function acceptInvitation(context: RoomContext, membershipId: string): Promise<Acceptance> {
  if (!isId(membershipId)) return { membership: null, problems: [problem('NOT_FOUND', ['membershipId'])] };
  await context.requireFresh();
  const acceptance = await context.write((tx) => accept(tx, context, membershipId));
  forgetMemberships(context);
  if (acceptance.membership) await context.settle();
  return acceptance;
}

async function accept(tx: Em, context: RoomContext, membershipId: string): Promise<Acceptance> {
  const row = await lockMembership(tx, membershipId);
  const decision = decideAcceptance(
    row && {
      isOwn: row.is_own,
      status: row.status,
      roomStatus: row.room_status,
      consentInForce: row.consent_in_force,
    },
  );
  if (!row || !decision.accept) {
    const isMember = row && !decision.accept && decision.alreadyMember;
    return { membership: isMember ? row : null, problems: decision.accept ? [] : decision.problems };
  }
  const at = context.now();
  await setJoined(tx, row.id, at);
  const membership: MembershipRow = { ...row, status: 'ACTIVE', joined_at: at };
  await audit(tx, context, {
    authority: 'MEMBERSHIP',
    action: 'UPDATE',
    categories: [],
    subjectType: 'RoomMembership',
    subjectId: row.id,
    roomId: row.room_id,
    patientId: row.patient_id,
  });
  await emitMembership(tx, membership, 'JOINED');
  return { membership, problems: [] };
}
