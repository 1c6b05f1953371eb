/** The board of a check (R31): everybody in it as the viewer may see them, live for whoever leads it. */
import type { AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import { perRequest, recordRefusal, requirePerson, safetyClass, type TimelineRequest } from '../access/index.ts';
import { type CheckView, getCheck, requireOfficer, runningChecks } from '../safety-check/index.ts';
import { compareBoard, type Outcome, outcomeOf, type SafetyStatus, talliesOf } from './safety-report.policy.ts';
import { findReport, findReports, findSubjects } from './safety-report.repository.ts';
import {
  type BoardPlace,
  boardOf,
  keyOfPlace,
  placeId,
  type ReportView,
  type Subject,
  viewOfPlace,
  viewOfReport,
  type ViewSettings,
} from './safety-report.view.ts';

const boards = perRequest(
  (context) =>
    new DataLoader<string, BoardPlace[]>((ids) =>
      context.inDisaster.read(async (tx) => {
        const [subjects, reports] = [await findSubjects(tx, ids), await findReports(tx, ids)];
        return ids.map((id) =>
          boardOf(
            subjects.filter(({ checkId }) => checkId === id),
            reports.filter(({ checkId }) => checkId === id),
          ),
        );
      }),
    ),
);

/** Something was written: what was read before it is no longer true. */
export const forgetBoards = (context: TimelineRequest): unknown => boards(context).clearAll();

export const lineOfSubject = (
  { authority, checkId, roomId, patientId, districtId }: Subject,
  action: AuditFacts['action'],
): AuditFacts => ({
  authority,
  action,
  categories: [safetyClass],
  subjectType: 'SafetyReport',
  subjectId: checkId,
  roomId,
  patientId,
  districtId,
});

/** Whoever is given out is a line of the access record (R32), once a request. */
export const recordSubjects = ({ record }: TimelineRequest, subjects: readonly Subject[]): void =>
  record.add(new Map(subjects.map((subject) => [`SAFETY ${placeId(subject)}`, lineOfSubject(subject, 'VIEW')])));

export const settingsOf = (context: TimelineRequest, check: Pick<CheckView, 'endedAt'>): ViewSettings => ({
  userId: requirePerson(context).userId,
  isRunning: check.endedAt === null,
});

function give(context: TimelineRequest, check: CheckView, places: readonly BoardPlace[]): ReportView[] {
  recordSubjects(
    context,
    places.map(({ subject }) => subject),
  );
  return places.map((place) => viewOfPlace(place, settingsOf(context, check)));
}

interface Page {
  status: SafetyStatus | null;
  first: number;
  after: string | null;
}

/** @returns people of a check in the order of the board; the order does not move with the clock */
export async function listBoard(
  context: TimelineRequest,
  check: CheckView,
  { status, first, after }: Page,
): Promise<Connection<ReportView>> {
  const size = requirePageSize(first);
  const kind = `safety board ${check.id} ${status ?? ''}`;
  const position = openCursor(context.cursors, kind, after);
  const board = (await boards(context).load(check.id)).filter(({ stand }) => !status || stand.status === status);
  const rest = position ? board.filter((place) => compareBoard(keyOfPlace(place), position) > 0) : board;
  const page = toConnection({
    seal: context.cursors,
    kind,
    rows: rest.slice(0, size + 1),
    size,
    continued: after !== null,
    position: keyOfPlace,
    totalCount: board.length,
  });
  const views = give(context, check, page.nodes);
  return { ...page, nodes: views, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: views[index] as ReportView })) };
}

/** Numbers alone: over whom the viewer may see. */
export async function tallyBoard(context: TimelineRequest, check: CheckView) {
  return talliesOf((await boards(context).load(check.id)).map(({ stand }) => stand));
}

/** @returns how a check went, for officers of its district; null for everybody else */
export async function outcomeOfCheck(context: TimelineRequest, check: CheckView): Promise<Outcome | null> {
  if (check.notTicked === null) return null;
  requireOfficer(context);
  const board = await boards(context).load(check.id);
  return outcomeOf(
    board.map(({ stand }) => stand),
    check.startedAt,
  );
}

/** @returns how somebody stands in the newest check that runs; null without one, and for whoever may not know */
export async function safetyOfPatient(context: TimelineRequest, patientId: string): Promise<ReportView | null> {
  requirePerson(context);
  for (const check of await runningChecks(context).found) {
    const place = (await boards(context).load(check.id)).find(({ subject }) => subject.patientId === patientId);
    if (place) return give(context, check, [place])[0] ?? null;
  }
  return null;
}

/** @returns by the id of a report, or of a place on the board; null as for one that does not exist */
export async function getReport(context: TimelineRequest, id: string): Promise<ReportView | null> {
  requirePerson(context);
  const [first = '', patientId] = id.split('.');
  if (!isId(first) || (patientId !== undefined && !isId(patientId))) return null;
  const found = await (patientId === undefined ? oneReport(context, first) : onePlace(context, first, patientId));
  if (!found) await context.inDisaster.write((tx) => recordRefusal(tx, context, 'SafetyReport', patientId ?? first));
  return found;
}

async function onePlace(context: TimelineRequest, checkId: string, patientId: string): Promise<ReportView | null> {
  const check = await getCheck(context, checkId);
  const place = check ? (await boards(context).load(checkId)).find(({ subject }) => subject.patientId === patientId) : undefined;
  return check && place ? (give(context, check, [place])[0] ?? null) : null;
}

async function oneReport(context: TimelineRequest, id: string): Promise<ReportView | null> {
  const row = await context.inDisaster.read((tx) => findReport(tx, id));
  const check = row ? await getCheck(context, row.checkId) : null;
  const place = check ? (await boards(context).load(check.id)).find(({ subject }) => subject.patientId === row?.patientId) : undefined;
  if (!row || !check || !place) return null;
  recordSubjects(context, [place.subject]);
  return viewOfReport(row, place.subject, settingsOf(context, check));
}
