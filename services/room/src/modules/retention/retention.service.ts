/** A legal hold: while it stands, nothing of the room is erased, whatever its hold by class says (R16, threat 30). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem, tidyText } from '../platform/index.ts';
import { aboutRetention, factsOf, forgetRetentions } from './retention.access.ts';
import { can, reasonProblems, refusalProblem } from './retention.policy.ts';
import { insertHold, liftHold, lockRetention, type RetentionRow, selectRetentions } from './retention.repository.ts';

export interface RetentionOutcome {
  retention: RetentionRow | null;
  problems: RoomProblem[];
}

export interface HoldWish {
  idempotencyKey: string;
  reason: string;
}

export interface LiftWish {
  reason: string;
  expectedVersion: number;
}

export const refused = (...problems: RoomProblem[]): RetentionOutcome => ({ retention: null, problems });

export const setHold = (context: RoomContext, roomId: string, wish: HoldWish): Promise<RetentionOutcome> =>
  change(context, roomId, { problems: keyProblems(wish), work: (tx, step) => place(tx, step, wish) });

export const endHold = (context: RoomContext, roomId: string, wish: LiftWish): Promise<RetentionOutcome> =>
  change(context, roomId, { problems: reasonProblems(wish.reason), work: (tx, step) => lift(tx, step, wish) });

const keyProblems = ({ idempotencyKey, reason }: HoldWish): RoomProblem[] => [
  ...(isId(idempotencyKey) ? [] : [problem('INVALID' as const, ['input', 'idempotencyKey'])]),
  ...reasonProblems(reason),
];

export interface Step {
  context: RoomContext;
  viewer: PersonViewer;
  row: RetentionRow;
}

export interface Change {
  problems: RoomProblem[];
  /** Decides once more by itself, a second tap from a second wish. @returns what stands against it */
  work(tx: Em, step: Step): Promise<RoomProblem[]>;
}

/** What an officer does with a room that ends: decided, done and recorded in one transaction; what was refused is in the record too. */
export async function change(context: RoomContext, roomId: string, { problems, work }: Change): Promise<RetentionOutcome> {
  const { viewer } = context;
  if (!isId(roomId) || !isPerson(viewer)) return refused(problem('NOT_FOUND', ['roomId']));
  const outcome = await context.write(async (tx): Promise<RetentionOutcome> => {
    const row = await lockRetention(tx, roomId);
    const seen = can(viewer, 'READ_REASONS', row && factsOf(row));
    if (!row || !seen.allowed) {
      const reason = seen.allowed ? 'NOT_FOUND' : seen.reason;
      await recordLooks(tx, context, [refusal('RoomRetention', roomId, { outcome: outcomeOf(reason) })]);
      return refused(refusalProblem(reason));
    }
    if (problems.length > 0) return refused(...problems);
    const found = await work(tx, { context, viewer, row });
    if (found.length > 0) return refused(...found);
    await audit(tx, context, { ...aboutRetention(row), districtId: row.district_id, authority: seen.authority, action: 'UPDATE' });
    const [after] = await selectRetentions(tx, [roomId]);
    return { retention: after ?? null, problems: [] };
  });
  forgetRetentions(context);
  return outcome;
}

async function place(tx: Em, { context, viewer, row }: Step, { idempotencyKey, reason }: HoldWish): Promise<RoomProblem[]> {
  const text = tidyText(reason);
  const earlier = row.holds.find(({ id }) => id === idempotencyKey.toLowerCase());
  if (earlier) return earlier.set_by === viewer.userId && earlier.reason === text ? [] : [problem('INVALID', ['input', 'idempotencyKey'])];
  const decision = can(viewer, 'HOLD', factsOf(row));
  if (!decision.allowed) return [refusalProblem(decision.reason)];
  const { room_id: roomId, district_id: districtId } = row;
  const made = { id: idempotencyKey, roomId, districtId, reason: text, by: viewer.userId, byName: viewer.labels.name, at: context.now() };
  return (await insertHold(tx, made)) ? [] : [problem('INVALID', ['input', 'idempotencyKey'])];
}

async function lift(tx: Em, { context, viewer, row }: Step, { reason, expectedVersion }: LiftWish): Promise<RoomProblem[]> {
  if (row.version !== expectedVersion) return [problem('STALE_VERSION', ['input', 'expectedVersion'])];
  const decision = can(viewer, 'LIFT', factsOf(row));
  const [standing] = row.holds;
  if (!decision.allowed || !standing) return [refusalProblem('INVALID_STATE')];
  await liftHold(tx, { id: standing.id, reason: tidyText(reason), by: viewer.userId, byName: viewer.labels.name, at: context.now() });
  return [];
}
