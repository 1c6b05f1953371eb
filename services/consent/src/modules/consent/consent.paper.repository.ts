/** Paper that was brought, under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';
import type { VersionOf } from './consent.repository.ts';

export interface PaperRow {
  id: string;
  patient_id: string;
  district_id: string;
  sha256: string;
  page_count: number;
  brought_by: string;
  brought_at: Date | string;
  consent_id: string | null;
  consent_version: number | null;
}

export async function findPaper(tx: Em, id: string): Promise<PaperRow | undefined> {
  const [row] = await tx.execute<PaperRow[]>('select * from consent_paper where id = ?', [id]);
  return row;
}

export interface NewPaper {
  id: string;
  patientId: string;
  districtId: string;
  sha256: string;
  pageCount: number;
  broughtBy: string;
  broughtAt: Date;
}

/** @returns false when the id is taken, whoever by */
export async function insertPaper(tx: Em, p: NewPaper): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into consent_paper (id, patient_id, district_id, sha256, page_count, brought_by, brought_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do nothing`,
    [p.id, p.patientId, p.districtId, p.sha256, p.pageCount, p.broughtBy, p.broughtAt],
    'run',
  );
  return affectedRows === 1;
}

export async function insertPage(tx: Em, page: { paperId: string; number: number; patientId: string; sealed: Buffer }): Promise<void> {
  await tx.execute('insert into consent_paper_page (paper_id, number, patient_id, sealed) values (?, ?, ?, ?)', [
    page.paperId,
    page.number,
    page.patientId,
    page.sealed,
  ]);
}

export async function findPage(tx: Em, paperId: string, number: number): Promise<Buffer | undefined> {
  const [row] = await tx.execute<{ sealed: Buffer }[]>('select sealed from consent_paper_page where paper_id = ? and number = ?', [
    paperId,
    number,
  ]);
  return row?.sealed;
}

/** @returns whether it was brought for this patient, by who attaches it, and lay loose until now */
export async function attachPaper(tx: Em, paperId: string, { consentId, patientId, version }: VersionOf): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `update consent_paper set consent_id = ?, consent_version = ?
      where id = ? and patient_id = ? and consent_id is null and brought_by = viewer_id()`,
    [consentId, version, paperId, patientId],
    'run',
  );
  return affectedRows === 1;
}

/** In the order in which it came. */
export const selectPapers = (tx: Em, consentIds: readonly string[]): Promise<PaperRow[]> =>
  tx.execute('select * from consent_paper where consent_id = any(?::uuid[]) order by brought_at, id', [`{${consentIds.join(',')}}`]);

/** What was brought before this moment and never attached. For the service itself. @returns how many */
export async function dropLoosePapers(tx: Em, before: Date, atMost: number): Promise<number> {
  const loose = await tx.execute<{ id: string }[]>(
    `delete from consent_paper where consent_id is null and id in (
       select id from consent_paper where consent_id is null and brought_at < ? order by brought_at limit ?) returning id`,
    [before, atMost],
  );
  await tx.execute('delete from consent_paper_page where paper_id = any(?::uuid[])', [`{${loose.map(({ id }) => id).join(',')}}`]);
  return loose.length;
}
