/** The center records whom it asked and what they said, and decides to keep the room or to have it closed (R17). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId, newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { dueOn } from '@heya/service-common/working-day';
import { findDistrictSetting } from '../district/index.ts';
import { dayInJapan, forgetPatients } from '../patient/index.ts';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem, tidyText } from '../platform/index.ts';
import { aboutReview, factsOf, forgetReviews } from './dormancy.access.ts';
import type { DormancyDecision } from './dormancy.entity.ts';
import { emitReview } from './dormancy.events.ts';
import { decide } from './dormancy.machine.policy.ts';
import { type Answer, answerProblems, can, reasonProblems, refusalProblem } from './dormancy.policy.ts';
import { type DormancyRow, findEntry, insertEntry, lockReview, selectReviews, setDecided } from './dormancy.repository.ts';

export interface ReviewOutcome {
  review: DormancyRow | null;
  problems: RoomProblem[];
}

const refused = (...problems: RoomProblem[]): ReviewOutcome => ({ review: null, problems });

interface Worked {
  row: DormancyRow;
  viewer: PersonViewer;
}

interface Work {
  work: (tx: Em, worked: Worked) => Promise<ReviewOutcome>;
  /** Whether this very thing has been done: asked once more after the end, it has the answer it had (api.md 8). */
  isRepeated: (tx: Em, worked: Worked) => Promise<boolean>;
}

/** Holds the review for an officer who may work on it; everybody else is refused, and that is written down. */
async function working(context: RoomContext, id: string, { work, isRepeated }: Work): Promise<ReviewOutcome> {
  const { viewer } = context;
  if (!isId(id) || !isPerson(viewer)) return refused(problem('NOT_FOUND', ['id']));
  const outcome = await context.write(async (tx) => {
    const row = await lockReview(tx, id);
    const decision = can(viewer, 'WORK', row && factsOf(row));
    if (row && decision.allowed) return work(tx, { row, viewer });
    const reason = decision.allowed ? 'NOT_FOUND' : decision.reason;
    if (row && reason === 'ENDED' && (await isRepeated(tx, { row, viewer }))) return done(tx, id);
    await recordLooks(tx, context, [refusal('DormancyReview', id, { outcome: outcomeOf(reason) })]);
    return refused(refusalProblem(reason));
  });
  forgetReviews(context);
  forgetPatients(context);
  return outcome;
}

const done = async (tx: Em, id: string): Promise<ReviewOutcome> => ({ review: (await selectReviews(tx, [id]))[0] ?? null, problems: [] });

/** That somebody was asked, and what they said. Nothing is written over: the newest answer counts. */
export const recordAnswer = (context: RoomContext, id: string, input: Answer): Promise<ReviewOutcome> =>
  working(context, id, {
    isRepeated: (tx) => isEarlier(tx, id, input),
    async work(tx, { row, viewer }) {
      const problems = answerProblems(input, [row.last_activity_on, dayInJapan(context.now())]);
      if (problems.length > 0) return refused(...problems);
      const said = saidIn(input);
      const kind = said.keep === null ? 'ASKED' : 'ANSWERED';
      const actor = { id: viewer.userId, name: viewer.labels.name };
      if (!(await insertEntry(tx, { id: input.idempotencyKey, reviewId: id, kind, at: context.now(), ...said, actor })))
        return (await isEarlier(tx, id, input)) ? done(tx, id) : refused(problem('INVALID', ['input', 'idempotencyKey']));
      await audit(tx, context, { ...aboutReview(row), authority: 'REVIEW', action: 'UPDATE' });
      return done(tx, id);
    },
  });

const saidIn = ({ party, channel, askedOn, keep = null, note }: Answer) => ({
  ...{ party, channel, askedOn, keep },
  note: tidyText(note ?? '') || null,
});

/** Whether the entry of this key says the same, in this review. */
async function isEarlier(tx: Em, reviewId: string, input: Answer): Promise<boolean> {
  const earlier = isId(input.idempotencyKey) ? await findEntry(tx, input.idempotencyKey) : undefined;
  const said = saidIn(input);
  return earlier?.reviewId === reviewId && (Object.keys(said) as (keyof typeof said)[]).every((field) => earlier[field] === said[field]);
}

export interface Decision {
  decision: DormancyDecision;
  reason?: string | null | undefined;
}

/** Kept, its year begins anew. To be closed, its steward or applicant files form 4-3, which two officers review (R16). */
export const decideReview = (context: RoomContext, id: string, wish: Decision): Promise<ReviewOutcome> =>
  working(context, id, {
    isRepeated: (_tx, { row, viewer }) => Promise.resolve(row.decision === wish.decision && row.decided_by === viewer.userId),
    work: (tx, worked) => decideOnce(tx, context, { ...worked, wish }),
  });

async function decideOnce(tx: Em, context: RoomContext, { row, viewer, wish }: Worked & { wish: Decision }): Promise<ReviewOutcome> {
  const { id } = row;
  const problems = reasonProblems(wish.reason);
  if (problems.length > 0) return refused(...problems);
  const reason = tidyText(wish.reason ?? '') || null;
  const step = decide(factsOf(row), wish.decision, reason !== null);
  if (!step.ok) return refused(refusalProblem(step.reason));
  if (step.effect === 'REPEATED') return done(tx, id);
  const at = context.now();
  const { promiseDays } = await findDistrictSetting(tx, row.district_id);
  const by = { id: viewer.userId, name: viewer.labels.name };
  await setDecided(tx, id, { decision: wish.decision, reason, by, at, dueOn: dueOn(dayInJapan(at), promiseDays) });
  const isKept = step.effect === 'KEEP';
  await insertEntry(tx, { id: newId(), reviewId: id, kind: 'DECIDED', at, keep: isKept, note: reason, actor: by });
  await audit(tx, context, { ...aboutReview(row), authority: 'REVIEW', action: 'UPDATE' });
  await emitReview(tx, row, isKept ? 'KEPT' : 'CLOSURE_ASKED');
  return done(tx, id);
}
