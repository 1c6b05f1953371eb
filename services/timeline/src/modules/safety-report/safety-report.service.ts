/** Reporting how somebody is, and taking it back (R31). */
import { createHash } from 'node:crypto';
import { auditAll } from '@heya/service-common/audit';
import { problem, type Problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { recordRefusal, requirePerson, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, inWords } from '../post/index.ts';
import { findChecks, safetyStream } from '../safety-check/index.ts';
import { forgetBoards, getReport, lineOfSubject } from './safety-board.service.ts';
import { type ReportDraft, reportProblems } from './safety-report.policy.ts';
import { findReport, findSubject, insertReport, insertRetraction, type ReportRow, type SubjectRow } from './safety-report.repository.ts';
import type { ReportView } from './safety-report.view.ts';
import { reportWords } from './safety-report.words.ts';

export interface NewReport extends ReportDraft {
  idempotencyKey: string;
  safetyCheckId: string;
  patientId: string;
}

export interface ReportAnswer {
  report: ReportView | null;
  replayed: boolean;
  userErrors: UserErrorShape<ErrorCode>[];
}

interface Outcome {
  id: string | null;
  replayed: boolean;
  problems: Problem<ErrorCode>[];
}
const refused = (...problems: Problem<ErrorCode>[]): Outcome => ({ id: null, replayed: false, problems });

async function answerOf(context: TimelineRequest, { id, replayed, problems }: Outcome): Promise<ReportAnswer> {
  const userErrors = inWords(context, problems, reportWords);
  if (!id) return { report: null, replayed: false, userErrors };
  forgetBoards(context);
  return { report: await getReport(context, id), replayed, userErrors };
}

/** Once, however often it arrives; one that waited on a device until after the end is taken as long as it was seen before it. */
export async function submitReport(context: TimelineRequest, draft: NewReport): Promise<ReportAnswer> {
  requirePerson(context);
  const id = draft.idempotencyKey.toLowerCase();
  if (!isId(id)) return answerOf(context, refused(problem('INVALID', ['input', 'idempotencyKey'])));
  return answerOf(context, await context.inDisaster.write((tx) => submit(tx, context, { ...draft, idempotencyKey: id })));
}

async function submit(tx: Em, context: TimelineRequest, draft: NewReport): Promise<Outcome> {
  const { safetyCheckId, patientId } = draft;
  const known = isId(safetyCheckId) && isId(patientId);
  const subject = known ? await findSubject(tx, safetyCheckId, patientId) : undefined;
  if (!subject || subject.authority !== 'MEMBERSHIP' || !subject.open) {
    if (known) await recordRefusal(tx, context, 'SafetyReport', patientId);
    return refused(problem('NOT_FOUND', ['input', 'patientId']));
  }
  const [check] = await findChecks(tx, [safetyCheckId]);
  if (!check || (check.endedAt && check.endedAt < draft.observedAt)) return refused(problem('INVALID_STATE', ['input', 'safetyCheckId']));
  const problems = reportProblems(draft, check.startedAt, context.now());
  return problems.length > 0 ? refused(...problems) : keep(tx, context, subject, draft);
}

async function keep(tx: Em, context: TimelineRequest, subject: SubjectRow, draft: NewReport): Promise<Outcome> {
  const row = toRow(context, subject, draft);
  if (await insertReport(tx, row)) {
    await auditAll(tx, context, [lineOfSubject(subject, 'CREATE')]);
    await tell(tx, row);
    return { id: row.id, replayed: false, problems: [] };
  }
  const stored = await findReport(tx, row.id);
  if (stored?.fingerprint !== row.fingerprint || stored.reportedById !== row.reportedById)
    return refused(problem('INVALID', ['input', 'idempotencyKey']));
  await auditAll(tx, context, [lineOfSubject(subject, 'VIEW')]);
  return { id: row.id, replayed: true, problems: [] };
}

const tell = (
  tx: Em,
  { id, checkId, districtId, roomId, patientId }: Pick<ReportRow, 'id' | 'checkId' | 'districtId' | 'roomId' | 'patientId'>,
) =>
  emit(tx, 'timeline.safetyReportChanged', safetyStream(checkId), { safetyCheckId: checkId, districtId, reportId: id, roomId, patientId });

function toRow(context: TimelineRequest, subject: SubjectRow, draft: NewReport): Omit<ReportRow, 'reportedAt' | 'retractedAt'> {
  const { userId, kind, labels } = requirePerson(context);
  const words = (text: string | null | undefined): string | null => text?.normalize('NFC').trim() || null;
  const said = {
    status: draft.status,
    evidence: draft.evidence,
    place: draft.place ?? null,
    placeNote: words(draft.placeNote),
    needs: words(draft.needs),
    note: words(draft.note),
    device: words(draft.device),
    powerMinutesLeft: draft.powerMinutesLeft ?? null,
    observedAt: draft.observedAt,
  };
  const { checkId, roomId, patientId, districtId } = subject;
  return {
    id: draft.idempotencyKey,
    checkId,
    roomId,
    patientId,
    districtId,
    ...said,
    reportedById: userId,
    reportedByName: labels.name,
    reportedByLabel: kind === 'PROFESSIONAL' ? (labels.profession ?? null) : kind,
    facilityName: labels.facility ?? null,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([checkId, patientId, said]))
      .digest('hex'),
  };
}

/** One's own report, while the check runs; it stays readable as taken back. Again changes nothing. */
export async function retractReport(context: TimelineRequest, id: string): Promise<ReportAnswer> {
  const { userId } = requirePerson(context);
  const outcome = await context.inDisaster.write(async (tx): Promise<Outcome> => {
    const row = isId(id) ? await findReport(tx, id) : undefined;
    const subject = row && (await findSubject(tx, row.checkId, row.patientId));
    if (!row || !subject?.open || row.reportedById !== userId) {
      if (isId(id)) await recordRefusal(tx, context, 'SafetyReport', id);
      return refused(problem('NOT_FOUND', ['id']));
    }
    const [check] = await findChecks(tx, [row.checkId]);
    if (!check || check.endedAt) return refused(problem('INVALID_STATE', ['id']));
    if (await insertRetraction(tx, row)) {
      await auditAll(tx, context, [lineOfSubject(subject, 'RETRACT')]);
      await tell(tx, row);
    }
    return { id, replayed: false, problems: [] };
  });
  return answerOf(context, outcome);
}
