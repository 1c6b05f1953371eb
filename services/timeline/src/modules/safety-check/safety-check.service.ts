/** Calling the roll, and ending it (R31). */
import { createHash } from 'node:crypto';
import { auditAll, type AuditFacts } from '@heya/service-common/audit';
import { codedError, problem, type Problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { PersonViewer } from '@heya/service-common/viewer';
import { perRequest, requirePerson, safetyClass, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, inWords } from '../post/index.ts';
import { type CheckDraft, draftProblems, mayLead, tidyDraft } from './safety-check.policy.ts';
import { checkWords } from './safety-check.words.ts';
import {
  type CheckRow,
  findChecks,
  findOfDistrict,
  findRunning,
  insertCheck,
  insertEnd,
  insertSubjects,
  type Position,
} from './safety-check.repository.ts';

export interface CheckAnswer {
  safetyCheck: CheckView | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** A check as one viewer may see it. */
export type CheckView = Omit<CheckRow, 'notTicked'> & { notTicked: number | null; viewerCanLead: boolean };

/** @throws FORBIDDEN for anybody but an officer */
export function requireOfficer(context: TimelineRequest): PersonViewer {
  const viewer = requirePerson(context);
  if (!mayLead(viewer)) throw codedError('FORBIDDEN');
  return viewer;
}

export const safetyStream = (checkId: string): string => `safety:${checkId}`;

export const lineOfCheck = ({ id, districtId }: Pick<CheckRow, 'id' | 'districtId'>, action: AuditFacts['action']): AuditFacts => ({
  authority: 'CENTER',
  action,
  categories: [safetyClass],
  subjectType: 'SafetyCheck',
  subjectId: id,
  districtId,
});

function toView({ viewer }: TimelineRequest, row: CheckRow): CheckView {
  const leads = mayLead(viewer) && viewer.districtId === row.districtId;
  return { ...row, notTicked: leads ? row.notTicked : null, viewerCanLead: leads && row.endedAt === null };
}

/** @returns the check as this person may see it; null as for one that does not exist */
export async function getCheck(context: TimelineRequest, id: string): Promise<CheckView | null> {
  requirePerson(context);
  if (!isId(id)) return null;
  const [row] = await context.inDisaster.read((tx) => findChecks(tx, [id]));
  return row ? toView(context, row) : null;
}

/** Of whoever looks, asked once a request. */
export const runningChecks = perRequest((context) => ({
  found: context.inDisaster.read(findRunning).then((rows) => rows.map((row) => toView(context, row))),
}));

export function listRunning(context: TimelineRequest): Promise<CheckView[]> {
  requirePerson(context);
  return runningChecks(context).found;
}

/** @returns every check of the officer's district, newest first */
export async function listAll(context: TimelineRequest, first: number, after: string | null): Promise<Connection<CheckView>> {
  const { districtId } = requireOfficer(context);
  const size = requirePageSize(first);
  const kind = `safety checks ${districtId}`;
  const position = openCursor(context.cursors, kind, after) as Position;
  const rows = await context.inDisaster.read((tx) => findOfDistrict(tx, districtId, position, size + 1));
  return toConnection({
    seal: context.cursors,
    kind,
    rows: rows.map((row) => toView(context, row)),
    size,
    continued: after !== null,
    position: ({ startedAt, id }) => [startedAt.getTime(), id],
  });
}

const answerOf = (context: TimelineRequest, { row, problems }: Written): CheckAnswer => ({
  safetyCheck: row ? toView(context, row) : null,
  userErrors: inWords(context, problems, checkWords),
});

interface Written {
  row: CheckRow | null;
  problems: Problem<ErrorCode>[];
}
const refused = (...problems: Problem<ErrorCode>[]): Written => ({ row: null, problems });

/** Nobody to ask for: then there is no check either. */
class NobodyThere extends Error {}

export async function startCheck(context: TimelineRequest, draft: CheckDraft): Promise<CheckAnswer> {
  const officer = requireOfficer(context);
  const tidy = tidyDraft(draft);
  const problems = isId(tidy.id) ? draftProblems(tidy) : [problem('INVALID' as const, ['input', 'idempotencyKey'])];
  if (problems.length > 0) return answerOf(context, refused(...problems));
  const written = await context.inDisaster
    .write((tx) => start(tx, context, officer, tidy))
    .catch((error: unknown) => {
      if (error instanceof NobodyThere)
        return refused(problem('NOT_FOUND', ['input', tidy.municipality ? 'municipality' : 'title'], { nobody: 1 }));
      throw error;
    });
  return answerOf(context, written);
}

async function start(tx: Em, context: TimelineRequest, officer: PersonViewer, draft: ReturnType<typeof tidyDraft>): Promise<Written> {
  const { userId, districtId, labels } = officer;
  const fingerprint = createHash('sha256').update(JSON.stringify(draft)).digest('hex');
  const isNew = await insertCheck(tx, { ...draft, districtId, startedById: userId, startedByName: labels.name, fingerprint });
  if (isNew) await begin(tx, context, { ...draft, districtId });
  const [row] = await findChecks(tx, [draft.id]);
  return row?.fingerprint === fingerprint && row.startedById === userId
    ? { row, problems: [] }
    : refused(problem('INVALID', ['input', 'idempotencyKey']));
}

async function begin(
  tx: Em,
  context: TimelineRequest,
  check: Pick<CheckRow, 'id' | 'districtId' | 'municipality' | 'practice'>,
): Promise<void> {
  if ((await insertSubjects(tx, check)) === 0) throw new NobodyThere();
  await auditAll(tx, context, [lineOfCheck(check, 'CREATE')]);
  await tell(tx, check, 'STARTED');
}

const tell = (tx: Em, { id, districtId, practice }: Pick<CheckRow, 'id' | 'districtId' | 'practice'>, state: 'STARTED' | 'ENDED') =>
  emit(tx, 'timeline.safetyCheckChanged', safetyStream(id), { safetyCheckId: id, districtId, state, isPractice: practice });

/** Ended once; again changes nothing. */
export async function endCheck(context: TimelineRequest, id: string): Promise<CheckAnswer> {
  const officer = requireOfficer(context);
  const written = await context.inDisaster.write(async (tx): Promise<Written> => {
    const [check] = isId(id) ? await findChecks(tx, [id]) : [];
    if (!check || check.districtId !== officer.districtId) return refused(problem('NOT_FOUND', ['id']));
    if (await insertEnd(tx, check, { userId: officer.userId, name: officer.labels.name })) {
      await auditAll(tx, context, [lineOfCheck(check, 'UPDATE')]);
      await tell(tx, check, 'ENDED');
    }
    const [row] = await findChecks(tx, [id]);
    return { row: row ?? null, problems: [] };
  });
  return answerOf(context, written);
}
