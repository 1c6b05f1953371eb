/** Inviting family or the patient, and calling it off: by whoever looks after the room. */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId, newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { toKatakana } from '../patient/index.ts';
import { bodyHash, recordLooks, refusal, type RoomContext, type RoomProblem, tidyText } from '../platform/index.ts';
import { about, factsOf, forgetFamily, recordRefusal } from './family-invitation.access.ts';
import { newCode, proofOf } from './family-invitation.code.ts';
import { can, deadline, refusalProblem, waitingProblems, type Wish, wishProblems } from './family-invitation.policy.ts';
import {
  countWaiting,
  type FamilyInvitationRow,
  insertInvitation,
  type RoomForFamilyRow,
  selectById,
  selectRoomsForFamily,
  setCancelled,
  setCode,
} from './family-invitation.repository.ts';

export interface InvitationOutcome {
  invitation: FamilyInvitationRow | null;
  code: string | null;
  replayed: boolean;
  problems: RoomProblem[];
}

const refused = (...problems: RoomProblem[]): InvitationOutcome => ({ invitation: null, code: null, replayed: false, problems });

export async function inviteFamily(context: RoomContext, wish: Wish): Promise<InvitationOutcome> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(wish.roomId)) return refused(problem('NOT_FOUND', ['input', 'roomId']));
  if (!isId(wish.idempotencyKey)) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  const outcome = await context.write((tx) => invite(tx, context, { wish, viewer }));
  forgetFamily(context);
  return outcome;
}

interface Inviting {
  wish: Wish;
  viewer: PersonViewer;
}

async function invite(tx: Em, context: RoomContext, { wish, viewer }: Inviting): Promise<InvitationOutcome> {
  const [room] = await selectRoomsForFamily(tx, [wish.roomId]);
  const decision = can(viewer, 'INVITE', room && factsOf(room));
  if (!room || !decision.allowed) {
    await recordLooks(tx, context, [refusal('Room', wish.roomId)]);
    return refused(refusalProblem(decision.allowed ? 'NOT_FOUND' : decision.reason, ['input', 'roomId']));
  }
  const earlier = await selectById(tx, wish.idempotencyKey);
  if (earlier) return again(tx, context, { wish, earlier });
  const problems = wishProblems(wish, factsOf(room).mayCome, context.now());
  if (problems.length > 0) return refused(...problems);
  const crowded = waitingProblems(wish, await countWaiting(tx, room.id));
  if (crowded.length > 0) return refused(...crowded);
  const code = newCode();
  if (!(await insertInvitation(tx, toNew({ wish, viewer, room, code }, context.now()))))
    return refused(problem('INVALID', ['input', 'idempotencyKey']));
  const made = await selectById(tx, wish.idempotencyKey);
  if (!made) throw new Error('An invitation that was just made is not there.');
  await audit(tx, context, { ...about(made), authority: decision.authority, action: 'CREATE' });
  return { invitation: made, code, replayed: false, problems: [] };
}

/** Without the birth date, which a hash without a secret would give away. */
const hashOf = ({ roomId, role, name, nameKana }: Wish): string =>
  bodyHash({ roomId, role, name: tidyText(name), nameKana: toKatakana(nameKana) });

const toNew = ({ wish, viewer, room, code }: Inviting & { room: RoomForFamilyRow; code: string }, at: Date) => ({
  id: wish.idempotencyKey,
  room,
  role: wish.role,
  name: tidyText(wish.name),
  nameKana: toKatakana(wish.nameKana),
  accountId: newId(),
  bodyHash: hashOf(wish),
  ...proofOf(code, wish.birthDate),
  by: { id: viewer.userId, name: viewer.labels.name },
  at,
  expiresAt: deadline(at),
});

/** The answer was lost on the way: another code, in place of the one that nobody has read. */
async function again(
  tx: Em,
  context: RoomContext,
  { wish, earlier }: { wish: Wish; earlier: FamilyInvitationRow },
): Promise<InvitationOutcome> {
  const isSame = earlier.invited_by === (context.viewer as PersonViewer).userId && earlier.body_hash === hashOf(wish);
  if (!isSame) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  if (!earlier.is_open) return { invitation: earlier, code: null, replayed: true, problems: [] };
  const code = newCode();
  await setCode(tx, earlier.id, proofOf(code, wish.birthDate));
  await audit(tx, context, { ...about(earlier), authority: 'MEMBERSHIP', action: 'UPDATE' });
  return { invitation: earlier, code, replayed: true, problems: [] };
}

/** From here on its code opens nothing. A second tap finds it ended. */
export async function cancelInvitation(context: RoomContext, id: string): Promise<InvitationOutcome> {
  const { viewer } = context;
  if (!isId(id) || !isPerson(viewer)) return refused(problem('NOT_FOUND', ['id']));
  const outcome = await context.write(async (tx): Promise<InvitationOutcome> => {
    const row = await selectById(tx, id);
    if (!row?.manages) {
      await recordRefusal(tx, context, id);
      return refused(problem('NOT_FOUND', ['id']));
    }
    if (await setCancelled(tx, id, { at: context.now(), by: viewer.userId }))
      await audit(tx, context, { ...about(row), authority: 'MEMBERSHIP', action: 'UPDATE' });
    else if (row.accepted_at) return refused(problem('INVALID_STATE', ['id']));
    return { invitation: (await selectById(tx, id)) ?? null, code: null, replayed: false, problems: [] };
  });
  forgetFamily(context);
  return outcome;
}
