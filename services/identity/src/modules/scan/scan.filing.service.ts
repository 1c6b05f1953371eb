/** What no code told, a person does: files pages to the application they belong to, or discards what is no form. */
import { auditAll } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { perOperation } from '../../per-operation.ts';
import { recordRefusal } from '../../refusal.ts';
import { findTaskOf, tellChange } from '../inbox/index.ts';
import { type IdentityProblem, readReason } from '../problem/index.ts';
import { requireOfficer } from './scan.access.ts';
import type { ScanPage } from './scan.entity.ts';
import { can } from './scan.policy.ts';
import { forgetEmptyScans, holdPages, mostPages, pagesOfTasks, unfiledPages, updatePages } from './scan.repository.ts';

export interface FilingResult {
  pages: ScanPage[];
  problems: IdentityProblem[];
}

export interface Chosen {
  pageIds: readonly string[];
  /** Where they lay when they were looked at; null: in the tray. */
  fromTaskId?: string | null;
}

const refused = (code: IdentityProblem['code'], field: string[]): FilingResult => ({ pages: [], problems: [{ code, field }] });

/** Pages that could not be filed by their codes, in the order in which they came. */
export async function tray(
  context: IdentityContext,
  { first, after }: { first: number; after: string | null | undefined },
): Promise<Connection<ScanPage>> {
  const { districtId } = await requireOfficer(context);
  const size = requirePageSize(first);
  const position = openCursor(context.seal, 'unfiledScanPages', after) as [string] | undefined;
  const rows = await context.read((tx) => unfiledPages(tx, districtId, { limit: size + 1, after: position?.[0] }));
  return toConnection({
    seal: context.seal,
    kind: 'unfiledScanPages',
    rows,
    size,
    continued: position !== undefined,
    position: ({ id }) => [id],
  });
}

const filedTo = perOperation(async (context, taskIds) => {
  const pages = Map.groupBy(await context.read((tx) => pagesOfTasks(tx, taskIds)), ({ taskId }) => taskId);
  return taskIds.map((id) => (pages.get(id) ?? []).slice(0, mostPages));
});

/** @returns what is filed to an item of the inbox, for who may see it */
export async function pagesOfTask(context: IdentityContext, task: { id: string; districtId: string }): Promise<ScanPage[]> {
  return can(context.viewer, task).allowed ? filedTo(context).load(task.id) : [];
}

export async function filePages(context: IdentityContext, { taskId, ...chosen }: Chosen & { taskId: string }): Promise<FilingResult> {
  const officer = await requireOfficer(context);
  return context.asService(async (tx) => {
    const task = isId(taskId) ? await findTaskOf(tx, officer.districtId, taskId) : null;
    const held = await hold(tx, officer, chosen);
    if (!task || !held) {
      await recordRefusal(tx, context, { subjectType: 'ScanPage' });
      return refused('NOT_FOUND', ['input', task ? 'pageIds' : 'taskId']);
    }
    if (held === 'MOVED') return refused('STALE_VERSION', ['input', 'pageIds']);
    const change = { taskId: task.id, filedAt: context.now(), filedBy: officer.userId };
    await updatePages(tx, idsOf(held), change);
    await record(tx, context, held, 'UPDATE');
    const before = chosen.fromTaskId ? await findTaskOf(tx, officer.districtId, chosen.fromTaskId) : null;
    for (const touched of before && before.id !== task.id ? [task, before] : [task]) await tellChange(tx, touched);
    return { pages: held.map((page) => ({ ...page, ...change })), problems: [] };
  });
}

/** The picture goes, and the key with which it was sealed; that it came, who discarded it and why, stays. */
export async function discardPages(
  context: IdentityContext,
  { reason: typed, ...chosen }: Chosen & { reason: string },
): Promise<FilingResult> {
  const officer = await requireOfficer(context);
  const reason = readReason(typed, ['input', 'reason']);
  if ('problem' in reason) return { pages: [], problems: [reason.problem] };
  return context.asService(async (tx) => {
    const held = await hold(tx, officer, chosen);
    if (!held) {
      await recordRefusal(tx, context, { subjectType: 'ScanPage' });
      return refused('NOT_FOUND', ['input', 'pageIds']);
    }
    if (held === 'MOVED') return refused('STALE_VERSION', ['input', 'pageIds']);
    const change = { discardedAt: context.now(), discardedBy: officer.userId, discardReason: reason.text };
    await updatePages(tx, idsOf(held), { ...change, sealed: null, taskId: null });
    for (const { id } of held) await context.dataKeys.destroy(tx, id, change.discardedAt);
    await forgetEmptyScans(tx, [...new Set(held.map(({ scanId }) => scanId))]);
    await record(tx, context, held, 'RETRACT');
    const before = chosen.fromTaskId ? await findTaskOf(tx, officer.districtId, chosen.fromTaskId) : null;
    if (before) await tellChange(tx, before);
    return { pages: held.map((page) => ({ ...page, ...change, taskId: null })), problems: [] };
  });
}

const idsOf = (pages: readonly ScanPage[]): string[] => pages.map(({ id }) => id);

/** All of them or none. @returns undefined when one is not there for this officer, MOVED when another officer was first */
async function hold(tx: Em, officer: PersonViewer, { pageIds, fromTaskId }: Chosen): Promise<ScanPage[] | 'MOVED' | undefined> {
  const ids = new Set(pageIds);
  if (ids.size === 0 || ids.size > mostPages || ![...ids].every(isId)) return undefined;
  const held = (await holdPages(tx, [...ids])).filter((page) => can(officer, page).allowed);
  if (held.length !== ids.size) return undefined;
  return held.every(({ taskId = null, discardedAt }) => !discardedAt && taskId === (fromTaskId ?? null)) ? held : 'MOVED';
}

const record = (tx: Em, context: IdentityContext, pages: readonly ScanPage[], action: 'UPDATE' | 'RETRACT'): Promise<void> =>
  auditAll(
    tx,
    context,
    idsOf(pages).map((subjectId) => ({ authority: 'REVIEW', action, categories: [], subjectType: 'ScanPage', subjectId })),
  );
