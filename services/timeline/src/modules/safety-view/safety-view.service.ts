/** Letting a municipality look on (R31): handed out, given longer or taken back by the center; each look is in the record of each person seen. */
import { createHmac } from 'node:crypto';
import { auditAll } from '@heya/service-common/audit';
import { problem, type Problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { newReadableCode, readReadableCode } from '@heya/service-common/readable-code';
import type { TimelineRequest } from '../access/index.ts';
import { type ErrorCode, inWords } from '../post/index.ts';
import { type CheckView, findChecks, lineOfCheck, requireOfficer } from '../safety-check/index.ts';
import { boardOf, recordSubjects, type ReportView, talliesOf, viewOfPlace } from '../safety-report/index.ts';
import { textProblems } from '../vitals/index.ts';
import {
  findHanded,
  findHandedPeople,
  findHandedReports,
  findView,
  findViews,
  type Handed,
  insertView,
  turnView,
  type ViewRow,
} from './safety-view.repository.ts';

const hourMs = 3_600_000;
/** Three days, and no longer at a time. */
export const usualHours = 72;
/** Ninety bits, so that a code cannot be guessed, as often as anybody may ask. */
const shape = { groups: 4, group: 5 };

export interface ViewAnswer {
  view: ViewRow | null;
  code: string | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** Kept as a hash: what the database holds opens nothing. */
const hashOf = (code: string): string => createHmac('sha256', 'heya safety view').update(readReadableCode(code)).digest('hex');

interface Written {
  view: ViewRow | null;
  code?: string;
  problems: Problem<ErrorCode>[];
}
const refused = (...problems: Problem<ErrorCode>[]): Written => ({ view: null, problems });
const answerOf = (context: TimelineRequest, { view, code, problems }: Written): ViewAnswer => ({
  view,
  code: code ?? null,
  userErrors: inWords(context, problems),
});

export interface HandOut {
  idempotencyKey: string;
  safetyCheckId: string;
  forWhom: string;
  hours?: number | null;
}

const hoursProblems = (hours: number, field: string[]): Problem<ErrorCode>[] =>
  Number.isInteger(hours) && hours >= 1 && hours <= usualHours ? [] : [problem('INVALID', field)];

/** The code is in this answer alone: sent again, it is another one, and the first opens nothing. */
export async function handOut(context: TimelineRequest, draft: HandOut): Promise<ViewAnswer> {
  requireOfficer(context);
  const forWhom = draft.forWhom.normalize('NFC').trim();
  const hours = draft.hours ?? usualHours;
  const problems: Problem<ErrorCode>[] = [
    ...(isId(draft.idempotencyKey) ? [] : [problem('INVALID' as const, ['input', 'idempotencyKey'])]),
    ...(forWhom ? textProblems(forWhom, 60, ['input', 'forWhom']) : [problem('BLANK' as const, ['input', 'forWhom'])]),
    ...hoursProblems(hours, ['input', 'hours']),
  ];
  if (problems.length > 0) return answerOf(context, refused(...problems));
  return answerOf(context, await context.inDisaster.write((tx) => insert(tx, context, { ...draft, forWhom, hours })));
}

async function insert(
  tx: Em,
  context: TimelineRequest,
  { idempotencyKey: id, safetyCheckId, forWhom, hours }: HandOut & { hours: number },
): Promise<Written> {
  const { userId, districtId, labels } = requireOfficer(context);
  const [check] = isId(safetyCheckId) ? await findChecks(tx, [safetyCheckId]) : [];
  if (!check || check.districtId !== districtId) return refused(problem('NOT_FOUND', ['input', 'safetyCheckId']));
  if (check.endedAt) return refused(problem('INVALID_STATE', ['input', 'safetyCheckId']));
  const code = newReadableCode(shape);
  const expiresAt = new Date(context.now().getTime() + hours * hourMs);
  const by = { userId, name: labels.name };
  const isNew = await insertView(tx, {
    id: id.toLowerCase(),
    checkId: check.id,
    districtId,
    forWhom,
    codeHash: hashOf(code),
    by,
    expiresAt,
  });
  if (!isNew) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  await auditAll(tx, context, [lineOfCheck(check, 'EXPORT')]);
  return { view: (await findView(tx, id.toLowerCase())) ?? null, code, problems: [] };
}

/** @param hours from now; null takes it back at once and for good */
export async function turn(context: TimelineRequest, id: string, hours: number | null): Promise<ViewAnswer> {
  const { districtId } = requireOfficer(context);
  const problems = hours === null ? [] : hoursProblems(hours, ['hours']);
  if (problems.length > 0) return answerOf(context, refused(...problems));
  const written = await context.inDisaster.write(async (tx): Promise<Written> => {
    const view = isId(id) ? await findView(tx, id) : undefined;
    const [check] = view ? await findChecks(tx, [view.checkId]) : [];
    if (!view || check?.districtId !== districtId) return refused(problem('NOT_FOUND', ['id']));
    if (view.revokedAt && hours !== null) return refused(problem('INVALID_STATE', ['id']));
    await turnView(tx, view.id, hours === null ? { revoke: true } : { expiresAt: new Date(context.now().getTime() + hours * hourMs) });
    await auditAll(tx, context, [lineOfCheck(check, 'UPDATE')]);
    return { view: (await findView(tx, view.id)) ?? null, problems: [] };
  });
  return answerOf(context, written);
}

/** @returns what was handed out of a check, for who leads it; null for everybody else */
export async function listViews(context: TimelineRequest, check: CheckView): Promise<ViewRow[] | null> {
  return check.notTicked === null ? null : context.inDisaster.read((tx) => findViews(tx, check.id));
}

export interface Municipal extends Handed {
  summary: ReturnType<typeof talliesOf>;
  reports: ReportView[];
}

/** @returns what a code opens; null alike for one that is wrong, over, or taken back, and for who is signed in */
export async function lookByCode(context: TimelineRequest, code: string): Promise<Municipal | null> {
  if (context.viewer.type !== 'anonymous' || code.length > 100) return null;
  const hash = hashOf(code);
  const found = await context.inDisaster.read(async (tx) => {
    const handed = await findHanded(tx, hash);
    const board = boardOf(await findHandedPeople(tx, hash), await findHandedReports(tx, hash));
    return handed ? { handed, board } : null;
  });
  if (!found) return null;
  const { handed, board } = found;
  context.record.add(
    new Map([
      [`HANDED ${handed.id}`, { ...lineOfCheck({ id: handed.checkId, districtId: handed.districtId }, 'VIEW'), authority: 'MUNICIPALITY' }],
    ]),
  );
  recordSubjects(
    context,
    board.map(({ subject }) => subject),
  );
  return {
    ...handed,
    summary: talliesOf(board.map(({ stand }) => stand)),
    reports: board.map((place) => withoutReporters(viewOfPlace(place, { userId: null, isRunning: false }))),
  };
}

/** A municipality is told what is known and by whom in kind, not who in the family or the team said it. */
function withoutReporters(view: ReportView): ReportView {
  view.all = [];
  view.reportedByName = null;
  view.reportedById = null;
  return view;
}
