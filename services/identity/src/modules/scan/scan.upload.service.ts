/** Taking in a file: read apart from the service, filed page by page under the receipt numbers that it carries (R8, R19). */
import { createHash } from 'node:crypto';
import { type KeptPage, readScan, type ScanRefusal, UnreadableScan } from '@heya/forms/scan';
import { audit } from '@heya/service-common/audit';
import { isId, newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { type ReviewTask, tasksByNumbers, tellChange } from '../inbox/index.ts';
import { placeOf, requireOfficer } from './scan.access.ts';
import type { Scan, ScanPage } from './scan.entity.ts';
import { numbersOf } from './scan.policy.ts';
import { findScan, findScanByContent, insertPage, insertScan, pagesOfScan } from './scan.repository.ts';

export type UploadOutcome =
  | { scan: Scan; pages: ScanPage[]; replayed: boolean }
  /** INVALID: no id, or the id of another file. */
  | { refusal: ScanRefusal | 'INVALID' };

interface Brought {
  id: string;
  sha256: string;
  officer: PersonViewer;
}

/** The same file is taken in once, under whatever id it comes; the same id again is the same file. */
export async function takeIn(context: IdentityContext, { id, bytes }: { id: string; bytes: Uint8Array }): Promise<UploadOutcome> {
  const officer = await requireOfficer(context);
  if (!isId(id)) return { refusal: 'INVALID' };
  const brought: Brought = { id: id.toLowerCase(), sha256: createHash('sha256').update(bytes).digest('hex'), officer };
  const known = await context.asService((tx) => recall(tx, brought));
  if (known) return known;
  try {
    const pages = await readScan(bytes);
    return await context.asService((tx) => keep(tx, context, { ...brought, pages }));
  } catch (error) {
    if (error instanceof UnreadableScan) return { refusal: error.reason };
    throw error;
  }
}

async function recall(tx: Em, { id, sha256, officer: { districtId } }: Brought): Promise<UploadOutcome | undefined> {
  const same = await findScan(tx, id);
  if (same && (same.districtId !== districtId || same.sha256 !== sha256)) return { refusal: 'INVALID' };
  const scan = same ?? (await findScanByContent(tx, districtId, sha256));
  return scan ? { scan, pages: await pagesOfScan(tx, scan.id), replayed: true } : undefined;
}

/** One transaction: the file, its sealed pages, the line in the record, and the word to who has the inbox open. */
async function keep(
  tx: Em,
  context: IdentityContext,
  { pages: read, ...brought }: Brought & { pages: KeptPage[] },
): Promise<UploadOutcome> {
  const { id, sha256, officer } = brought;
  const { districtId, userId } = officer;
  const scan: Scan = { id, districtId, sha256, pageCount: read.length, uploadedBy: userId, uploadedAt: context.now() };
  if (!(await insertScan(tx, scan))) return (await recall(tx, brought)) ?? { refusal: 'INVALID' };
  const numbers = numbersOf(read);
  const tasks = await tasksByNumbers(tx, districtId, numbers);
  const pages: ScanPage[] = [];
  for (const [index, page] of read.entries())
    pages.push(await keepPage(tx, context, { scan, page, task: tasks.get(numbers[index] ?? '') }));
  await audit(tx, context, { authority: 'REVIEW', action: 'CREATE', categories: [], subjectType: 'Scan', subjectId: id });
  const touched = new Set(pages.map(({ taskId }) => taskId));
  for (const task of tasks.values()) if (touched.has(task.id)) await tellChange(tx, task);
  return { scan, pages, replayed: false };
}

async function keepPage(
  tx: Em,
  { dataKeys, now }: IdentityContext,
  { scan, page, task }: { scan: Scan; page: KeptPage; task: ReviewTask | undefined },
): Promise<ScanPage> {
  const id = newId();
  const sealed = await dataKeys.seal(tx, { id, districtId: scan.districtId }, placeOf({ id }), Buffer.from(page.picture));
  const row = {
    id,
    scanId: scan.id,
    districtId: scan.districtId,
    number: page.number,
    receiptNumbers: page.receiptNumbers,
    width: page.width,
    height: page.height,
    sealed,
    taskId: task?.id ?? null,
    filedAt: task ? now() : null,
    filedBy: null,
    discardedAt: null,
    discardedBy: null,
    discardReason: null,
  } as ScanPage;
  await insertPage(tx, row);
  return row;
}
