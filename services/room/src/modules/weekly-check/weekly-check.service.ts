/** The steward signs: all is well, members were reminded, or the center is asked to help (R15). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { forgetMemberships, remindMembers } from '../membership/index.ts';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem, tidyText } from '../platform/index.ts';
import { aboutCheck, factsOf, forgetWeeklyChecks } from './weekly-check.access.ts';
import { emitCheck } from './weekly-check.events.ts';
import { can, refusalProblem, type Signature, signatureProblems } from './weekly-check.policy.ts';
import { lockCheck, selectChecks, setSigned, type WeeklyCheckRow } from './weekly-check.repository.ts';

export interface SigningOutcome {
  check: WeeklyCheckRow | null;
  problems: RoomProblem[];
}

const refused = (...problems: RoomProblem[]): SigningOutcome => ({ check: null, problems });

export async function signCheck(context: RoomContext, id: string, signature: Signature): Promise<SigningOutcome> {
  const { viewer } = context;
  if (!isId(id) || !isPerson(viewer)) return refused(problem('NOT_FOUND', ['id']));
  const outcome = await context.write((tx) => sign(tx, context, { id, viewer, signature }));
  forgetWeeklyChecks(context);
  forgetMemberships(context);
  return outcome;
}

interface Signing {
  id: string;
  viewer: PersonViewer;
  signature: Signature;
}

async function sign(tx: Em, context: RoomContext, { id, viewer, signature }: Signing): Promise<SigningOutcome> {
  const row = await lockCheck(tx, id);
  const decision = can(viewer, 'SIGN', row && factsOf(row));
  if (!row || !decision.allowed) {
    const reason = decision.allowed ? 'NOT_FOUND' : decision.reason;
    // A second tap of the same hand finds it signed.
    if (row && reason === 'SIGNED' && row.completed_by === viewer.userId && row.outcome === signature.outcome)
      return { check: row, problems: [] };
    await recordLooks(tx, context, [refusal('WeeklyCheck', id, { outcome: outcomeOf(reason) })]);
    return refused(refusalProblem(reason));
  }
  const problems = signatureProblems(signature);
  if (problems.length > 0) return refused(...problems);
  const { outcome, remindMembershipIds } = signature;
  if (!(await remindMembers(tx, context, { roomId: row.room_id, membershipIds: remindMembershipIds ?? [] })))
    return refused(problem('INVALID', ['input', 'remindMembershipIds']));
  const note = tidyText(signature.note ?? '') || null;
  await setSigned(tx, id, { at: context.now(), by: viewer.userId, byName: viewer.labels.name, outcome, note });
  await audit(tx, context, { ...aboutCheck(row), authority: decision.authority, action: 'UPDATE' });
  await emitCheck(tx, row, outcome === 'REFERRED_TO_CENTER' ? 'REFERRED' : 'SIGNED');
  const [signed] = await selectChecks(tx, [id]);
  return { check: signed ?? null, problems: [] };
}
