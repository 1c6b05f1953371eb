/** Consents in PostgreSQL, under the viewer's row-level security. */
import type { ConsentState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { Category } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';
import type { ConsentEventKind, ConsentGiver, ConsentMethod } from './consent.entity.ts';

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
  proxy_reason: string | null;
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
  active_since: Date | string;
  withdrawn_at: Date | string | null;
  withdrawal_reason: string | null;
  categories: CategoryRow[];
  standing: Standing;
}

// The consent and how the viewer stands to its patient in one statement, so in one snapshot (security.md 12).
const selectConsent = `
  select c.id, c.patient_id, c.district_id, c.status, c.version, c.epoch, c.giver, c.giver_name, c.proxy_reason, c.method, c.disaster_use,
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
    `${selectConsent} where c.patient_id = any(?::uuid[]) and c.epoch = (select max(n.epoch) from consent n where n.patient_id = c.patient_id)`,
    [`{${patientIds.join(',')}}`],
  );
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

/** What a new consent takes the place of: the one in force, and those that have run out. */
export function lockReplaceable(tx: Em, patientId: string): Promise<ConsentRow[]> {
  return tx.execute(`${selectConsent} where c.patient_id = ? and c.status in ('ACTIVE', 'EXPIRED') order by c.epoch for update of c`, [
    patientId,
  ]);
}

export interface NewConsent {
  id: string;
  patientId: string;
  districtId: string;
  epoch: number;
  giver: ConsentGiver;
  giverName: string;
  proxyReason: string | null;
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
  activeSince: Date;
}

/** @returns false when the id is taken, whoever by */
export async function insertConsent(tx: Em, c: NewConsent): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into consent (id, patient_id, district_id, status, version, epoch, giver, giver_name, proxy_reason, method, disaster_use, expires_on,
       text_version, text_hash, explained_by, explained_by_name, explained_at, signed_at, submitted_by, body_hash, active_since)
     values (?, ?, ?, 'ACTIVE', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
    [
      c.id,
      c.patientId,
      c.districtId,
      c.epoch,
      c.giver,
      c.giverName,
      c.proxyReason,
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

export async function insertSignature(
  tx: Em,
  { consentId, patientId, version }: VersionOf,
  { sha256, sealed }: { sha256: string; sealed: Buffer },
): Promise<void> {
  await tx.execute(
    `insert into consent_signature (consent_id, consent_version, patient_id, content_type, sha256, sealed, sealing)
     values (?, ?, ?, 'image/png', ?, ?, 'DATA_KEY')`,
    [consentId, version, patientId, sha256, sealed],
  );
}

interface SignatureRow {
  consent_id: string;
  consent_version: number;
  patient_id: string;
  district_id: string;
  sealed: Buffer;
}

/** Signatures that are still sealed with the service's key, but for those whose patient's key is destroyed; seen by the service alone. */
export function lockServiceSealed(tx: Em, limit: number): Promise<SignatureRow[]> {
  return tx.execute(
    `select s.consent_id, s.consent_version, s.patient_id, c.district_id, s.sealed from consent_signature s join consent c on c.id = s.consent_id
      where s.sealing = 'SERVICE_KEY' and not exists (select 1 from data_key k where k.scope = s.patient_id and k.destroyed_at is not null)
      order by s.consent_id limit ? for update of s skip locked`,
    [limit],
  );
}

export async function saveResealed(tx: Em, { consentId, version }: Omit<VersionOf, 'patientId'>, sealed: Buffer): Promise<void> {
  await tx.execute(`update consent_signature set sealed = ?, sealing = 'DATA_KEY' where consent_id = ? and consent_version = ?`, [
    sealed,
    consentId,
    version,
  ]);
}

export interface ConsentChange {
  status: Extract<ConsentState, 'WITHDRAWN' | 'SUPERSEDED' | 'EXPIRED'>;
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

/** From here on the answers of the next version count. */
export async function amendConsent(tx: Em, id: string, epoch: number): Promise<void> {
  await tx.execute('update consent set version = version + 1, answers_version = version + 1, epoch = ? where id = ?', [epoch, id]);
}

export interface EventRow {
  id: string;
  consent_id: string;
  at: Date | string;
  actor_id: string | null;
  actor_name: string;
  kind: ConsentEventKind;
  note: string | null;
  consent_version: number;
  body_hash: string | null;
}

export function selectHistory(tx: Em, consentIds: readonly string[]): Promise<EventRow[]> {
  return tx.execute('select * from consent_event where consent_id = any(?::uuid[]) order by consent_id, place', [
    `{${consentIds.join(',')}}`,
  ]);
}

export async function findEvent(tx: Em, id: string): Promise<EventRow | undefined> {
  const [row] = await tx.execute<EventRow[]>('select * from consent_event where id = ?', [id]);
  return row;
}

export interface NewEvent {
  id: string;
  at: Date;
  actorId: string | null;
  actorName: string;
  kind: ConsentEventKind;
  note: string | null;
  consentVersion: number;
  bodyHash?: string;
}

/** @returns false when the id is taken, whoever by */
export async function insertEvent(tx: Em, of: { consentId: string; patientId: string }, e: NewEvent): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into consent_event (id, consent_id, patient_id, place, at, actor_id, actor_name, kind, note, consent_version, body_hash)
     select ?, ?, ?, count(*) + 1, ?, ?, ?, ?, ?, ?, ? from consent_event where consent_id = ? on conflict (id) do nothing`,
    [e.id, of.consentId, of.patientId, e.at, e.actorId, e.actorName, e.kind, e.note, e.consentVersion, e.bodyHash ?? null, of.consentId],
    'run',
  );
  return affectedRows === 1;
}
