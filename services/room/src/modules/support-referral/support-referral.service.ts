/** The steward hands a member who struggles over to the center (R15). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem, tidyText } from '../platform/index.ts';
import { aboutReferral, forgetReferrals } from './support-referral.access.ts';
import { emitReferral } from './support-referral.events.ts';
import type { SupportReferralInput } from './support-referral.inputs.ts';
import { referralProblems, refusalProblem, refusalToRefer, type RoomToReferFacts } from './support-referral.policy.ts';
import { findRoomToRefer, insertReferral, type ReferralRow, type RoomToRefer, selectReferrals } from './support-referral.repository.ts';

export interface ReferralOutcome {
  referral: ReferralRow | null;
  problems: RoomProblem[];
}

const refused = (...problems: RoomProblem[]): ReferralOutcome => ({ referral: null, problems });

const factsOf = (row: RoomToRefer): RoomToReferFacts => ({
  isMember: row.is_member,
  isSteward: row.is_steward,
  isRoomOpen: row.is_room_open,
  consentInForce: row.consent_in_force,
  memberIsThere: row.member_user_id !== null,
});

export async function createReferral(context: RoomContext, input: SupportReferralInput): Promise<ReferralOutcome> {
  const { viewer } = context;
  if (!isPerson(viewer)) return refused(problem('NOT_FOUND', ['input', 'roomId']));
  const outcome = await context.write((tx) => create(tx, context, { viewer, input }));
  forgetReferrals(context);
  return outcome;
}

interface Creating {
  viewer: PersonViewer;
  input: SupportReferralInput;
}

async function create(tx: Em, context: RoomContext, { viewer, input }: Creating): Promise<ReferralOutcome> {
  const room = isId(input.roomId) && isId(input.membershipId) ? await findRoomToRefer(tx, input.roomId, input.membershipId) : undefined;
  const reason = refusalToRefer(viewer, room && factsOf(room));
  if (!room || reason) {
    await recordLooks(tx, context, [
      refusal('Room', isId(input.roomId) ? input.roomId : null, { outcome: outcomeOf(reason ?? 'NOT_FOUND') }),
    ]);
    return refused(refusalProblem(reason ?? 'NOT_FOUND'));
  }
  if (!isId(input.idempotencyKey)) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  const problems = referralProblems(input);
  if (problems.length > 0) return refused(...problems);
  const note = tidyText(input.note ?? '') || null;
  const isNew = await insertReferral(tx, {
    id: input.idempotencyKey,
    room,
    membershipId: input.membershipId,
    memberUserId: room.member_user_id ?? '',
    memberName: room.member_name ?? '',
    by: viewer.userId,
    byName: viewer.labels.name,
    topic: input.topic,
    note,
    at: context.now(),
  });
  const [row] = await selectReferrals(tx, [input.idempotencyKey]);
  if (!row || !isSame(row, input, note)) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  if (!isNew) return { referral: row, problems: [] };
  await audit(tx, context, { ...aboutReferral(row), authority: 'MEMBERSHIP', action: 'CREATE' });
  await emitReferral(tx, row);
  return { referral: row, problems: [] };
}

const isSame = (row: ReferralRow, input: SupportReferralInput, note: string | null): boolean =>
  row.room_id === input.roomId && row.membership_id === input.membershipId && row.topic === input.topic && row.note === note;
