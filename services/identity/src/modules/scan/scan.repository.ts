import type { Em } from '@heya/service-common/orm';
import { LockMode } from '@mikro-orm/core';
import { Scan, ScanPage } from './scan.entity.ts';

export const findScan = (tx: Em, id: string): Promise<Scan | null> => tx.findOne(Scan, { id });

export const findScanByContent = (tx: Em, districtId: string, sha256: string): Promise<Scan | null> =>
  tx.findOne(Scan, { districtId, sha256 });

/** @returns false when the same file, or another under the same id, came at the same moment */
export async function insertScan(tx: Em, { id, districtId, sha256, pageCount, uploadedBy, uploadedAt }: Scan): Promise<boolean> {
  const rows = await tx.execute<unknown[]>(
    `insert into scan (id, district_id, sha256, page_count, uploaded_by, uploaded_at) values (?, ?, ?, ?, ?, ?)
     on conflict do nothing returning id`,
    [id, districtId, sha256 ?? null, pageCount, uploadedBy, uploadedAt],
  );
  return rows.length === 1;
}

export async function insertPage(tx: Em, row: ScanPage): Promise<void> {
  await tx.insert(ScanPage, row);
}

const inOrder = { orderBy: { id: 'asc' } } as const;

export const pagesOfScan = (tx: Em, scanId: string): Promise<ScanPage[]> => tx.find(ScanPage, { scanId }, inOrder);

/** So many pages belong to one application at the most, as far as a screen shows them. */
export const mostPages = 200;

export const pagesOfTasks = (tx: Em, taskIds: readonly string[]): Promise<ScanPage[]> =>
  tx.find(ScanPage, { taskId: { $in: [...taskIds] } }, { ...inOrder, limit: mostPages * taskIds.length });

export const unfiledPages = (
  tx: Em,
  districtId: string,
  { limit, after }: { limit: number; after: string | undefined },
): Promise<ScanPage[]> =>
  tx.find(ScanPage, { districtId, taskId: null, discardedAt: null, ...(after && { id: { $gt: after } }) }, { ...inOrder, limit });

/** With its sealed picture. */
export const findPicture = (tx: Em, id: string): Promise<ScanPage | null> => tx.findOne(ScanPage, { id }, { populate: ['sealed'] });

/** Held until the transaction ends: of two officers the second sees what the first did. */
export const holdPages = (tx: Em, ids: readonly string[]): Promise<ScanPage[]> =>
  tx.find(ScanPage, { id: { $in: [...ids] } }, { ...inOrder, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

export async function updatePages(tx: Em, ids: readonly string[], change: Partial<ScanPage>): Promise<void> {
  await tx.nativeUpdate(ScanPage, { id: { $in: [...ids] } }, change);
}

/** Files of which nothing is kept may come again. */
export async function forgetEmptyScans(tx: Em, scanIds: readonly string[]): Promise<void> {
  await tx.execute(
    `update scan set sha256 = null where id = any(?::uuid[])
      and not exists (select from scan_page where scan_page.scan_id = scan.id and discarded_at is null)`,
    [`{${scanIds.join(',')}}`],
  );
}

const listed = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Pages of work about these things. */
export async function pageIdsAbout(tx: Em, subjectIds: readonly string[]): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    'select p.id from scan_page p join review_task t on t.id = p.task_id where t.subject_id = any(?::uuid[]) order by p.id',
    [listed(subjectIds)],
  );
  return rows.map(({ id }) => id);
}

/** @returns what went of each kind */
export function eraseWork(
  tx: Em,
  roomId: string,
  subjectIds: readonly string[],
): Promise<{ name: string; rows: number; sha256: string; ids: string[] }[]> {
  return tx.execute("select name, rows, sha256, '[]'::json as ids from erase_work(?::uuid, ?::uuid[]) order by name", [
    roomId,
    listed(subjectIds),
  ]);
}
