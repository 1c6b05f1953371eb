/** Reading who is to follow as steward (R7): somebody who cares in that room already. */
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { seatById, type Successor, teamsOf } from '../id-change/index.ts';
import { findUser } from '../user/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';

export interface ReadSuccessors {
  successors: Successor[];
  problems: FormProblem[];
}

interface Naming {
  /** Who leaves. */
  userId: string;
  wanted: readonly { seatId: string; userId: string }[];
  path: string[];
}

export async function readSuccessors(tx: Em, { userId, wanted, path }: Naming): Promise<ReadSuccessors> {
  const read: ReadSuccessors = { successors: [], problems: [] };
  for (const [index, one] of wanted.entries()) {
    const found = await readOne(tx, userId, one);
    if ('hint' in found) read.problems.push(formProblem('INVALID', [...path, String(index), found.field], found.hint));
    else read.successors.push(found);
  }
  return read;
}

type Fault = { field: 'seatId' | 'userId'; hint: 'NO_SUCH_SEAT' | 'NOT_IN_ROOM' };

/** A seat of somebody else, or one that does not exist, is one answer. */
async function readOne(tx: Em, leaverId: string, { seatId, userId }: { seatId: string; userId: string }): Promise<Successor | Fault> {
  const seat = isId(seatId) ? await seatById(tx, seatId.toLowerCase()) : null;
  if (!seat?.isSteward || seat.userId !== leaverId) return { field: 'seatId', hint: 'NO_SUCH_SEAT' };
  const chosen = userId.toLowerCase();
  const isThere = chosen !== leaverId && (await teamsOf(tx, [seat.roomId])).some((member) => member.userId === chosen);
  const user = isThere ? await findUser(tx, chosen) : null;
  return user && !user.deactivatedAt
    ? { seatId: seat.membershipId, userId: user.id, name: user.displayName }
    : { field: 'userId', hint: 'NOT_IN_ROOM' };
}
