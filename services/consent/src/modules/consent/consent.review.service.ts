/** A consent on paper is held against it by an officer of the center, and is in force or returned (R8). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { type ConsentContext, type ConsentProblem, dayInJapan, textProblems, tidyText } from '../platform/index.ts';
import { accessForChange, forgetConsents, stateOf } from './consent.access.ts';
import { emitConsent, emitPaper, nextEpoch } from './consent.events.ts';
import { insertEvent } from './consent.history.repository.ts';
import { selectPapers } from './consent.paper.repository.ts';
import { can, statusOn } from './consent.policy.ts';
import { activateConsent, changeConsent, type ConsentRow, isOvertaken, lockThose } from './consent.repository.ts';
import { supersede } from './consent.supersede.service.ts';

interface ReviewFields {
  decision: 'APPROVE' | 'RETURN' | 'REJECT';
  reason?: string | null;
  expectedVersion: number;
}

interface Review {
  consentId?: string;
  problems: ConsentProblem[];
}

const refused = (...problems: ConsentProblem[]): Review => ({ problems });

/** Answers after every part that is alive has applied it. */
export async function reviewConsent(context: ConsentContext, id: string, fields: ReviewFields): Promise<Review> {
  const { viewer } = context;
  if (!isPerson(viewer)) return refused(problem('NOT_FOUND', ['id']));
  await context.requireFresh();
  const review = await context.write((tx) => reviewOnce(tx, context, { id, fields, viewer }));
  forgetConsents(context);
  if (review.consentId && review.problems.length === 0) await context.settle();
  return review;
}

async function reviewOnce(
  tx: Em,
  context: ConsentContext,
  { id, fields, viewer }: { id: string; fields: ReviewFields; viewer: PersonViewer },
): Promise<Review> {
  const { row, refusal } = await accessForChange(tx, context, { id, action: 'REVIEW' });
  if (!row) return refused(problem(refusal, ['id']));
  const { decision, reason, expectedVersion } = fields;
  // There is nothing to refuse for good: what cannot be put right is returned, and taken anew.
  if (decision === 'REJECT') return refused(problem('INVALID', ['input', 'decision']));
  const problems = textProblems(reason, { field: ['input', 'reason'], max: 1000, required: decision === 'RETURN' });
  if (problems.length > 0) return refused(...problems);
  if (row.version !== expectedVersion) return { consentId: id, problems: [problem('STALE_VERSION', ['input', 'expectedVersion'])] };
  if (!can(viewer, 'REVIEW', { standing: row.standing, status: stateOf(row, context) }).allowed)
    return refused(problem('INVALID_STATE', ['id']));
  const note = reason ? tidyText(reason) : null;
  if (decision === 'APPROVE') return approve(tx, context, { row, viewer, note });
  await changeConsent(tx, row.id, { status: 'RETURNED', epoch: row.epoch, withdrawnAt: null, reason: null });
  await write(tx, context, { row, viewer, note, kind: 'RETURNED' });
  await emitPaper(tx, { ...placeOf(row), status: 'RETURNED' });
  return { consentId: id, problems: [] };
}

interface Decided {
  row: ConsentRow;
  viewer: PersonViewer;
  note: string | null;
}

/** Nothing comes into force without its paper, after its last day, or when the consent was withdrawn or changed since it was signed (R10). */
async function approve(tx: Em, context: ConsentContext, { row, viewer, note }: Decided): Promise<Review> {
  if (statusOn('ACTIVE', row.expires_on, dayInJapan(context.now())) === 'EXPIRED') return refused(problem('INVALID_STATE', ['id']));
  if ((await selectPapers(tx, [row.id])).length === 0) return refused(problem('PAPER_MISSING', ['id']));
  const before = await lockThose(tx, row.patient_id, ['ACTIVE', 'EXPIRED']);
  // Asked once those are held: a withdrawal that was under way has come to its end.
  if (await isOvertaken(tx, row.patient_id, row.signed_at)) return refused(problem('SIGNED_BEFORE', ['id']));
  for (const earlier of before) await supersede(tx, context, earlier);
  const epoch = await nextEpoch(tx, row.patient_id);
  await activateConsent(tx, row.id, { epoch, at: context.now() });
  await write(tx, context, { row, viewer, note, kind: 'ACTIVATED' });
  const { disaster_use: disasterUse, expires_on: expiresOn } = row;
  const told = { ...placeOf(row), status: 'ACTIVE' as const, version: row.version + 1, epoch, answers: row.categories };
  await emitPaper(tx, told);
  await emitConsent(tx, { ...told, disasterUse, expiresOn, actorId: viewer.userId });
  return { consentId: row.id, problems: [] };
}

const placeOf = ({ id, patient_id: patientId, district_id: districtId }: ConsentRow) => ({ id, patientId, districtId });

async function write(
  tx: Em,
  context: ConsentContext,
  { row, viewer, note, kind }: Decided & { kind: 'RETURNED' | 'ACTIVATED' },
): Promise<void> {
  const { id, patientId, districtId } = placeOf(row);
  const by = { actorId: viewer.userId, actorName: viewer.labels.name };
  const event = { id: newId(), at: context.now(), ...by, kind, note, consentVersion: row.version + 1 };
  await insertEvent(tx, { consentId: id, patientId }, event);
  const { relation: authority, room_id: roomId } = row.standing;
  await audit(tx, context, {
    authority,
    action: 'UPDATE',
    categories: [],
    subjectType: 'Consent',
    subjectId: id,
    patientId,
    districtId,
    roomId,
  });
}
