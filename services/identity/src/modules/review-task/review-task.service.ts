/** The center's inbox, for its own officers. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { isUuid, tokyoDay } from '../user/index.ts';
import { type ReviewTask, tellChange, tellSupportEnded } from '../inbox/index.ts';
import { can, isClosable } from './review-task.policy.ts';
import { countChanges, countTasks, findTask, listTasks, moveTask, type TaskSearch } from './review-task.repository.ts';

/** What is refused as a whole is written down before it is said (R32). */
async function requireOfficer(context: IdentityContext): Promise<PersonViewer> {
  const { viewer } = context;
  if (isPerson(viewer) && can(viewer, 'WORK', null).allowed) return viewer;
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'ReviewTask' }));
  throw codedError('FORBIDDEN');
}

/** The only way to one task. @returns null for another district's as for one that does not exist */
export async function getTask(context: IdentityContext, id: string): Promise<ReviewTask | null> {
  const task = isUuid(id) ? await context.read((tx) => findTask(tx, id)) : null;
  return task && can(context.viewer, 'SEE', task).allowed ? task : null;
}

export interface InboxPage {
  search: Omit<TaskSearch, 'overdueOn' | 'districtId'> & { overdueOnly?: boolean | null | undefined };
  first: number;
  after: string | null | undefined;
}

/** A page of the inbox, and from where on its changes are to be followed. */
export interface Inbox extends Connection<ReviewTask> {
  changeCursor: string;
}

export async function searchTasks(
  context: IdentityContext,
  { search: { overdueOnly, ...search }, first, after }: InboxPage,
): Promise<Inbox> {
  const { districtId } = await requireOfficer(context);
  if (search.assigneeId && !isUuid(search.assigneeId)) throw codedError('BAD_USER_INPUT');
  const size = requirePageSize(first);
  const position = openCursor(context.seal, 'reviewTasks', after) as [string, string] | undefined;
  const wanted: TaskSearch = { ...search, districtId, overdueOn: overdueOnly ? tokyoDay(new Date()) : undefined };
  const { changes, rows, totalCount } = await context.read(async (tx) => ({
    // First, so that a stream resumed from here misses nothing of what is read next.
    changes: await countChanges(tx, districtId),
    rows: await listTasks(tx, wanted, { limit: size + 1, after: position }),
    totalCount: await countTasks(tx, wanted),
  }));
  const page = toConnection({
    seal: context.seal,
    kind: 'reviewTasks',
    rows,
    size,
    continued: position !== undefined,
    totalCount,
    position: ({ dueOn, id }) => [dueOn, id],
  });
  return { ...page, changeCursor: context.seal.seal('reviewTaskChanged', [districtId, changes]) };
}

interface TaskResult {
  task: ReviewTask | null;
  problems: IdentityProblem[];
}

export async function claimTask(context: IdentityContext, id: string): Promise<TaskResult> {
  const { userId } = await requireOfficer(context);
  const task = await getTask(context, id);
  if (!task) return refuse(context);
  return move(context, task, { from: { state: 'OPEN', assigneeId: null }, to: { state: 'CLAIMED', assigneeId: userId } });
}

export async function releaseTask(context: IdentityContext, id: string): Promise<TaskResult> {
  const { userId } = await requireOfficer(context);
  const task = await getTask(context, id);
  if (!task) return refuse(context);
  return move(context, task, { from: { state: 'CLAIMED', assigneeId: userId }, to: { state: 'OPEN', assigneeId: null } });
}

/** Done, and what was done about it (R10: after a withdrawal somebody has to tell those who care). */
export async function closeTask(context: IdentityContext, id: string, typed: string): Promise<TaskResult> {
  const { userId } = await requireOfficer(context);
  const task = await getTask(context, id);
  if (!task) return refuse(context);
  const note = readReason(typed, ['note']);
  if ('problem' in note) return { task, problems: [note.problem] };
  if (!isClosable(task, userId)) return refuse(context, task);
  const { state, assigneeId = null } = task;
  const to: Partial<ReviewTask> = { state: 'CLOSED', closedAt: context.now(), closeNote: note.text, closedBy: userId };
  return move(context, task, { from: { state, assigneeId }, to });
}

interface Move {
  from: { state: ReviewTask['state']; assigneeId: string | null };
  to: Partial<ReviewTask>;
}

/** @param task as the viewer may see it; whether it is still where the move begins, the write itself says */
function move(context: IdentityContext, { id }: ReviewTask, { from, to }: Move): Promise<TaskResult> {
  return context.write(async (tx) => {
    const moved = await moveTask(tx, { ...from, id }, to);
    const task = await findTask(tx, id);
    if (!task || !moved) {
      await recordRefusal(tx, context, { subjectType: 'ReviewTask', subjectId: id });
      return { task, problems: [{ code: 'INVALID_STATE', field: ['id'] }] };
    }
    await audit(tx, context, { authority: 'REVIEW', action: 'UPDATE', categories: [], subjectType: 'ReviewTask', subjectId: task.id });
    await tellChange(tx, task);
    if (task.state === 'CLOSED' && task.subjectType === 'SupportReferral') await tellSupportEnded(tx, task);
    return { task, problems: [] };
  });
}

/** @param task in the wrong state; without it, there is none for this viewer */
async function refuse(context: IdentityContext, task: ReviewTask | null = null): Promise<TaskResult> {
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'ReviewTask', ...(task && { subjectId: task.id }) }));
  return { task, problems: [{ code: task ? 'INVALID_STATE' : 'NOT_FOUND', field: ['id'] }] };
}

/** Whether the viewer may follow the inbox of their district. */
export function grantInbox(context: IdentityContext): Promise<{ audience: null; epoch: number } | null> {
  const { viewer } = context;
  if (!isPerson(viewer) || !can(viewer, 'SEE', null).allowed) return Promise.resolve(null);
  const { districtId } = viewer;
  return context.write(async (tx) => {
    await audit(tx, context, {
      authority: 'REVIEW',
      action: 'VIEW',
      categories: [],
      subjectType: 'ReviewTask',
      subjectId: null,
      districtId,
    });
    return { audience: null, epoch: 0 };
  });
}
