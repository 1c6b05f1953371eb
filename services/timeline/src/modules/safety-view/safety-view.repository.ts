/** Looks in PostgreSQL: officers see those of their district, a municipality only what its code opens. */
import type { Em } from '@heya/service-common/orm';
import { planned, toDate } from '@heya/service-common/planned';
import { reportColumns, type ReportRow, type Subject, toReport } from '../safety-report/index.ts';

export interface ViewRow {
  id: string;
  checkId: string;
  forWhom: string;
  createdAt: Date;
  createdByName: string;
  expiresAt: Date;
  revokedAt: Date | null;
  codeHash: string;
}

const columns = `id, check_id as "checkId", for_whom as "forWhom", created_at as "createdAt", created_by_name as "createdByName",
  expires_at as "expiresAt", revoked_at as "revokedAt", code_hash as "codeHash"`;
const toRow = (row: ViewRow): ViewRow => ({
  ...row,
  createdAt: new Date(row.createdAt),
  expiresAt: new Date(row.expiresAt),
  revokedAt: toDate(row.revokedAt),
});

/** @returns those of a check, newest first */
export async function findViews(tx: Em, checkId: string): Promise<ViewRow[]> {
  return (
    await planned<ViewRow>(tx, `select ${columns} from safety_view where check_id = ?::uuid order by created_at desc, id desc limit 100`, [
      checkId,
    ])
  ).map(toRow);
}

export async function findView(tx: Em, id: string): Promise<ViewRow | undefined> {
  const [row] = await planned<ViewRow>(tx, `select ${columns} from safety_view where id = ?::uuid`, [id]);
  return row && toRow(row);
}

interface NewView {
  id: string;
  checkId: string;
  districtId: string;
  forWhom: string;
  codeHash: string;
  by: { userId: string; name: string };
  expiresAt: Date;
}

/** @returns false when the id is taken */
export async function insertView(tx: Em, { id, checkId, districtId, forWhom, codeHash, by, expiresAt }: NewView): Promise<boolean> {
  const rows = await planned(
    tx,
    `insert into safety_view (id, check_id, district_id, for_whom, code_hash, created_by_id, created_by_name, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing returning id`,
    [id, checkId, districtId, forWhom, codeHash, by.userId, by.name, expiresAt],
  );
  return rows.length === 1;
}

/** What was taken back stays so. */
export async function turnView(tx: Em, id: string, change: { expiresAt?: Date; revoke?: boolean }): Promise<void> {
  await planned(
    tx,
    `update safety_view set expires_at = coalesce(?::timestamptz, expires_at),
       revoked_at = coalesce(revoked_at, case when ?::boolean then clock_timestamp() end) where id = ?::uuid and revoked_at is null`,
    [change.expiresAt ?? null, change.revoke ?? false, id],
  );
}

export interface Handed {
  id: string;
  checkId: string;
  districtId: string;
  forWhom: string;
  expiresAt: Date;
  title: string;
  area: string | null;
  practice: boolean;
  startedAt: Date;
}

/** @returns what a code opens now */
export async function findHanded(tx: Em, codeHash: string): Promise<Handed | undefined> {
  const [row] = await planned<Handed>(tx, 'select * from safety_handed_view(?)', [codeHash]);
  return row && { ...row, expiresAt: new Date(row.expiresAt), startedAt: new Date(row.startedAt) };
}

export async function findHandedPeople(tx: Em, codeHash: string): Promise<Subject[]> {
  const rows = await planned<Omit<Subject, 'authority' | 'open'>>(tx, 'select * from safety_handed_people(?)', [codeHash]);
  return rows.map((row) => ({ ...row, authority: 'MUNICIPALITY', open: false }));
}

export async function findHandedReports(tx: Em, codeHash: string): Promise<ReportRow[]> {
  const rows = await planned<ReportRow>(tx, `select ${reportColumns}, null::timestamptz as "retractedAt" from safety_handed_reports(?) r`, [
    codeHash,
  ]);
  return rows.map(toReport);
}
