/** The center's inbox, for its own officers. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import { isOfficer, type PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import type { IdentityProblem } from '../problem/index.ts';
import { tokyoDay } from '../user/index.ts';
import type { ReviewTask } from './review-task.entity.ts';
import { tellChange } from './review-task.events.ts';
import { countTasks, findTask, listTasks, moveTask, type TaskSearch } from './review-task.repository.ts';

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

function requireOfficer({ viewer }: IdentityContext): PersonViewer {
  if (!isOfficer(viewer)) throw codedError('FORBIDDEN');
  return viewer;
}

/** @returns null for another district's as for one that does not exist */
export async function getTask(context: IdentityContext, id: string): Promise<ReviewTask | null> {
  if (!isOfficer(context.viewer) || !isUuid(id)) return null;
  return context.read((tx) => findTask(tx, id));
}

export interface InboxPage {
  search: Omit<TaskSearch, 'overdueOn'> & { overdueOnly?: boolean | null | undefined };
  first: number;
  after: string | null | undefined;
}

export async function searchTasks(
  context: IdentityContext,
  { search: { overdueOnly, ...search }, first, after }: InboxPage,
): Promise<Connection<ReviewTask>> {
  requireOfficer(context);
  if (search.assigneeId && !isUuid(search.assigneeId)) throw codedError('BAD_USER_INPUT');
  const size = requirePageSize(first);
  const position = openCursor(context.seal, 'reviewTasks', after) as [string, string] | undefined;
  const wanted: TaskSearch = { ...search, overdueOn: overdueOnly ? tokyoDay(new Date()) : undefined };
  const { rows, totalCount } = await context.read(async (tx) => ({
    rows: await listTasks(tx, wanted, { limit: size + 1, after: position }),
    totalCount: await countTasks(tx, wanted),
  }));
  return toConnection({
    seal: context.seal,
    kind: 'reviewTasks',
    rows,
    size,
    continued: position !== undefined,
    totalCount,
    position: ({ dueOn, id }) => [dueOn, id],
  });
}

interface TaskResult {
  task: ReviewTask | null;
  problems: IdentityProblem[];
}

export function claimTask(context: IdentityContext, id: string): Promise<TaskResult> {
  const { userId } = requireOfficer(context);
  return move(context, { id, state: 'OPEN', assigneeId: null }, { state: 'CLAIMED', assigneeId: userId });
}

export function releaseTask(context: IdentityContext, id: string): Promise<TaskResult> {
  const { userId } = requireOfficer(context);
  return move(context, { id, state: 'CLAIMED', assigneeId: userId }, { state: 'OPEN', assigneeId: null });
}

async function move(
  context: IdentityContext,
  from: { id: string; state: 'OPEN' | 'CLAIMED'; assigneeId: string | null },
  to: Partial<ReviewTask>,
): Promise<TaskResult> {
  if (!isUuid(from.id)) return { task: null, problems: [{ code: 'NOT_FOUND', field: ['id'] }] };
  return context.write(async (tx) => {
    const moved = await moveTask(tx, from, to);
    const task = await findTask(tx, from.id);
    if (!task) return { task: null, problems: [{ code: 'NOT_FOUND', field: ['id'] }] };
    if (!moved) return { task, problems: [{ code: 'INVALID_STATE', field: ['id'] }] };
    await audit(tx, context, { authority: 'REVIEW', action: 'UPDATE', categories: [], subjectType: 'ReviewTask', subjectId: task.id });
    await tellChange(tx, task);
    return { task, problems: [] };
  });
}

/** Whether the viewer may follow the inbox of their district. */
export function grantInbox(context: IdentityContext): Promise<{ audience: null; epoch: number } | null> {
  if (!isOfficer(context.viewer)) return Promise.resolve(null);
  const { districtId } = context.viewer;
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
