import type { Em } from '@heya/service-common/orm';
import { ReviewTask, type ReviewTaskKind, type ReviewTaskState, searchable, soughtGrams } from '../inbox/index.ts';

export const findTask = (tx: Em, id: string): Promise<ReviewTask | null> => tx.findOne(ReviewTask, { id });

/** @returns whether it was in the expected state; two officers cannot both win */
export async function moveTask(
  tx: Em,
  where: { id: string; state: ReviewTaskState; assigneeId: string | null },
  change: Partial<ReviewTask>,
): Promise<boolean> {
  return (await tx.nativeUpdate(ReviewTask, where, change)) === 1;
}

export interface TaskSearch {
  districtId: string;
  kinds?: readonly ReviewTaskKind[] | null | undefined;
  states?: readonly ReviewTaskState[] | null | undefined;
  assigneeId?: string | null | undefined;
  /** Due before this day. */
  overdueOn?: string | undefined;
  query?: string | null | undefined;
}

type Place = readonly [dueOn: string, id: string];
interface Cut {
  limit: number;
  after: Place | undefined;
}

/** What is most urgent first; one district's only. @param after day and id of the last one before */
export async function listTasks(tx: Em, search: TaskSearch, cut: Cut): Promise<ReviewTask[]> {
  const orderBy = { dueOn: 'asc', id: 'asc' } as const;
  if (search.query) return tx.find(ReviewTask, { id: { $in: await searchIds(tx, search, cut) } }, { orderBy });
  const { limit, after } = cut;
  const continued = after ? [{ $or: [{ dueOn: { $gt: after[0] } }, { dueOn: after[0], id: { $gt: after[1] } }] }] : [];
  return tx.find(ReviewTask, { $and: [condition(search), ...continued] }, { orderBy, limit });
}

/** A long inbox is not counted to its end each time it is looked at. */
export const mostCounted = 500;

/** Counted in the database: hundreds of rows only to be counted would cost more than the page. @returns null when there are more than mostCounted */
export async function countTasks(tx: Em, search: TaskSearch): Promise<number | null> {
  const limit = mostCounted + 1;
  const count = search.query ? (await searchIds(tx, search, { limit, after: undefined })).length : await countUpTo(tx, search, limit);
  return count > mostCounted ? null : count;
}

const waiting: readonly ReviewTaskState[] = ['OPEN', 'CLAIMED'];

function condition({ districtId, kinds, states, assigneeId, overdueOn }: TaskSearch) {
  return {
    districtId,
    state: { $in: [...(states ?? waiting)] },
    ...(kinds && { kind: { $in: [...kinds] } }),
    ...(assigneeId && { assigneeId }),
    ...(overdueOn && { dueOn: { $lt: overdueOn } }),
  };
}

async function countUpTo(tx: Em, { districtId, kinds, states, assigneeId, overdueOn }: TaskSearch, limit: number): Promise<number> {
  const also: [string, unknown][] = [
    ['state = any(?::text[])', textArray(states ?? waiting)],
    ...(kinds ? [['kind = any(?::text[])', textArray(kinds)] satisfies [string, unknown]] : []),
    ...(assigneeId ? [['assignee_id = ?', assigneeId] satisfies [string, unknown]] : []),
    ...(overdueOn ? [['due_on < ?', overdueOn] satisfies [string, unknown]] : []),
  ];
  const [row] = await tx.execute<{ count: number }[]>(
    `select count(*)::int as count from (select from "review_task" where ${['district_id = ?', ...also.map(([part]) => part)].join(' and ')} limit ?) as counted`,
    [districtId, ...also.map(([, value]) => value), limit],
  );
  return row?.count ?? 0;
}

/** By the index, which row-level security keeps a plain query from using; it gives what may hold the text, the text says what does. */
async function searchIds(
  tx: Em,
  { districtId, kinds, states, assigneeId, overdueOn, query }: TaskSearch,
  { limit, after }: Cut,
): Promise<string[]> {
  const text = searchable(query ?? '');
  const rows = await tx.execute<{ id: string }[]>('select id from inbox_search(?, ?::text[], ?, ?::text[], ?::text[], ?, ?, ?, ?, ?)', [
    ...[districtId, textArray(soughtGrams(text)), `%${text.replace(/[\\%_]/g, '\\$&')}%`],
    ...[textArray(states ?? waiting), kinds ? textArray(kinds) : null, assigneeId ?? null, overdueOn ?? null],
    ...[after?.[0] ?? null, after?.[1] ?? null, limit],
  ]);
  return rows.map(({ id }) => id);
}

/** A PostgreSQL array literal of texts. */
const textArray = (texts: readonly string[]): string => `{${texts.map((text) => JSON.stringify(text)).join(',')}}`;

/** @returns the number of the newest change of a district's inbox */
export async function countChanges(tx: Em, districtId: string): Promise<number> {
  const [row] = await tx.execute<{ seq: string }[]>('select seq from stream_counter where stream = ?', [`review:${districtId}`]);
  return Number(row?.seq ?? 0);
}
