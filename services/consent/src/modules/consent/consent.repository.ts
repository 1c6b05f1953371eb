/** Consents in PostgreSQL, under the viewer's row-level security. */
import type { ConsentState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { Category } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';
import type { ConsentGiver, ConsentMethod } from './consent.entity.ts';

export interface CategoryRow {
  category: Category;
  granted: boolean;
  visibleToFamily: boolean;
  visibleToPartners: boolean;
  changedAt: string;
}

export interface ConsentRow {
  id: string;
  patient_id: string;
  district_id: string;
  status: ConsentState;
  version: number;
  epoch: number;
  giver: ConsentGiver;
  giver_name: string;
  proxy_relation: string | null;
  proxy_reason: string | null;
  patient_name: string | null;
  method: ConsentMethod;
  disaster_use: boolean;
  expires_on: string | null;
  text_version: string;
  explained_by: string;
  explained_by_name: string;
  explained_at: Date | string;
  signed_at: Date | string;
  submitted_by: string;
  body_hash: string;
  active_since: Date | string | null;
  withdrawn_at: Date | string | null;
  withdrawal_reason: string | null;
  categories: CategoryRow[];
  standing: Standing;
}

// The consent and how the viewer stands to its patient in one statement, so in one snapshot (security.md 12).
const selectConsent = `
  select c.id, c.patient_id, c.district_id, c.status, c.version, c.epoch, c.giver, c.giver_name, c.proxy_relation, c.proxy_reason, c.patient_name, c.method, c.disaster_use,
         c.expires_on::text as expires_on, c.text_version, c.explained_by, c.explained_by_name, c.explained_at, c.signed_at, c.submitted_by,
         c.body_hash, c.active_since, c.withdrawn_at, c.withdrawal_reason, row_to_json(s) as standing,
         (select json_agg(json_build_object('category', k.category, 'granted', k.granted, 'visibleToFamily', k.visible_to_family,
                   'visibleToPartners', k.visible_to_partners, 'changedAt', k.changed_at))
            from consent_category k where k.consent_id = c.id and k.consent_version = c.answers_version) as categories
    from consent c cross join lateral viewer_standing(c.patient_id) s`;

export function selectConsents(tx: Em, ids: readonly string[]): Promise<ConsentRow[]> {
  return tx.execute(`${selectConsent} where c.id = any(?::uuid[])`, [`{${ids.join(',')}}`]);
}

/** @returns the newest consent of each patient */
export function selectNewestOf(tx: Em, patientIds: readonly string[]): Promise<ConsentRow[]> {
  return tx.execute(
    `${selectConsent} where c.id in (select distinct on (n.patient_id) n.id from consent n where n.patient_id = any(?::uuid[])
       order by n.patient_id, n.epoch desc, n.submitted_at desc)`,
    [`{${patientIds.join(',')}}`],
  );
}

/** Every consent of each patient, the newest first. */
export function selectAllOf(tx: Em, patientIds: readonly string[]): Promise<ConsentRow[]> {
  return tx.execute(`${selectConsent} where c.patient_id = any(?::uuid[]) order by c.submitted_at desc, c.id desc`, [
    `{${patientIds.join(',')}}`,
  ]);
}

/** Consents in force of the patient who asks. */
export function selectToAnswer(tx: Em): Promise<ConsentRow[]> {
  return tx.execute(
    `${selectConsent} where c.status = 'ACTIVE' and s.role = 'PATIENT' and c.patient_id in (select patient_id from viewer_patients()) order by c.id`,
    [],
  );
}

/** The newest consents of those the viewer has to see to that have run out or do so by this day, the nearest first. */
export function selectRunningOut(tx: Em, until: string): Promise<ConsentRow[]> {
  return tx.execute(
    `${selectConsent} where c.patient_id in (select patient_id from viewer_charges()) and c.status in ('ACTIVE', 'EXPIRED') and c.expires_on <= ?
       and not exists (select from consent n where n.patient_id = c.patient_id and n.epoch > c.epoch) order by c.expires_on, c.id`,
    [until],
  );
}

/** Holds the consent until the transaction ends. */
export async function lockConsent(tx: Em, id: string): Promise<ConsentRow | undefined> {
  const [row] = await tx.execute<ConsentRow[]>(`${selectConsent} where c.id = ? for update of c`, [id]);
  return row;
}

/** Those of a patient in one of these states, held until the transaction ends. */
export function lockThose(tx: Em, patientId: string, states: readonly ConsentState[]): Promise<ConsentRow[]> {
  return tx.execute(`${selectConsent} where c.patient_id = ? and c.status = any(?::text[]) order by c.epoch, c.id for update of c`, [
    patientId,
    `{${states.join(',')}}`,
  ]);
}

/** Whether the patient's consent was withdrawn or its answers were changed after this signature: then that is the later word (R9, R10). */
export async function isOvertaken(tx: Em, patientId: string, signedAt: Date | string): Promise<boolean> {
  const [row] = await tx.execute<{ overtaken: boolean }[]>(
    `select exists (select 1 from consent c join consent_event e on e.consent_id = c.id
      where c.patient_id = ? and e.kind in ('WITHDRAWN', 'CATEGORIES_CHANGED') and e.at > ?) as overtaken`,
    [patientId, signedAt],
  );
  return row?.overtaken ?? false;
}

export interface NewConsent {
  id: string;
  patientId: string;
  districtId: string;
  status: Extract<ConsentState, 'ACTIVE' | 'SUBMITTED'>;
  epoch: number;
  giver: ConsentGiver;
  giverName: string;
  proxyRelation: string | null;
  proxyReason: string | null;
  patientName: string | null;
  method: ConsentMethod;
  disasterUse: boolean;
  expiresOn: string | null;
  textVersion: string;
  textHash: string;
  explainedBy: string;
  explainedByName: string;
  explainedAt: Date;
  signedAt: Date;
  submittedBy: string;
  bodyHash: string;
  submittedAt: Date;
  activeSince: Date | null;
}

/** @returns false when the id is taken, whoever by */
export async function insertConsent(tx: Em, c: NewConsent): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into consent (id, patient_id, district_id, status, version, epoch, giver, giver_name, proxy_relation, proxy_reason, patient_name,
       method, disaster_use, expires_on, text_version, text_hash, explained_by, explained_by_name, explained_at, signed_at, submitted_by, body_hash,
       submitted_at, active_since)
     values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
    [
      c.id,
      c.patientId,
      c.districtId,
      c.status,
      c.epoch,
      c.giver,
      c.giverName,
      c.proxyRelation,
      c.proxyReason,
      c.patientName,
      c.method,
      c.disasterUse,
      c.expiresOn,
      c.textVersion,
      c.textHash,
      c.explainedBy,
      c.explainedByName,
      c.explainedAt,
      c.signedAt,
      c.submittedBy,
      c.bodyHash,
      c.submittedAt,
      c.activeSince,
    ],
    'run',
  );
  return affectedRows === 1;
}

export type Answer = Omit<CategoryRow, 'changedAt'>;

/** The answers of one version; where an answer is the same as before, so is its time. */
export async function insertCategories(
  tx: Em,
  { consentId, patientId, version }: VersionOf,
  rows: readonly (Answer & { changedAt: Date | string })[],
): Promise<void> {
  await tx.execute(
    `insert into consent_category (consent_id, category, consent_version, patient_id, granted, visible_to_family, visible_to_partners, changed_at)
     select ?, k.category, ?, ?, k.granted, k."visibleToFamily", k."visibleToPartners", k."changedAt"
       from jsonb_to_recordset(?::jsonb)
         as k(category text, granted boolean, "visibleToFamily" boolean, "visibleToPartners" boolean, "changedAt" timestamptz)`,
    [consentId, version, patientId, JSON.stringify(rows)],
  );
}

export interface VersionOf {
  consentId: string;
  patientId: string;
  version: number;
}

export interface ConsentChange {
  status: Extract<ConsentState, 'WITHDRAWN' | 'SUPERSEDED' | 'EXPIRED' | 'RETURNED'>;
  epoch: number;
  withdrawnAt: Date | null;
  reason: string | null;
}

export async function changeConsent(tx: Em, id: string, { status, epoch, withdrawnAt, reason }: ConsentChange): Promise<void> {
  await tx.execute(
    'update consent set status = ?, epoch = ?, version = version + 1, withdrawn_at = ?, withdrawal_reason = ? where id = ?',
    [status, epoch, withdrawnAt, reason, id],
  );
}

/** What was submitted is in force from now on. */
export async function activateConsent(tx: Em, id: string, { epoch, at }: { epoch: number; at: Date }): Promise<void> {
  await tx.execute(`update consent set status = 'ACTIVE', epoch = ?, version = version + 1, active_since = ? where id = ?`, [
    epoch,
    at,
    id,
  ]);
}

/** From here on the answers of the next version count. */
export async function amendConsent(tx: Em, id: string, epoch: number): Promise<void> {
  await tx.execute('update consent set version = version + 1, answers_version = version + 1, epoch = ? where id = ?', [epoch, id]);
}
