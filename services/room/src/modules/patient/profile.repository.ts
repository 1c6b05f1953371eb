/** Blocks, their history and contacts in PostgreSQL. Every statement runs under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import type { ContentBlock, FamilyContactFields, ProfileBlock, ProfileCategory } from './profile.block.ts';
import type { ClassAuthority, PatientRelation } from './patient.policy.ts';

export interface BlockState {
  version: number;
  changedBy: string;
  changedByName: string;
  changedAt: string;
  content: unknown;
}

export interface ContactRow extends FamilyContactFields {
  id: string;
  version: number;
}

/** One data class of one patient, as it stands to the viewer, with what it holds. */
export interface ClassRow {
  id: string;
  category: ProfileCategory;
  relation: PatientRelation | null;
  authority: ClassAuthority;
  editable: boolean;
  blocks: Partial<Record<ProfileBlock, BlockState>>;
  contacts: ContactRow[];
}

// Relation, consent and data in one statement, so in one snapshot (security.md 12).
const selectClassRows = `
  select p.id, w.category, patient_relation(p.id, p.registered_by, p.district_id) as relation, patient_right(p.id, w.category) as authority,
         edits_profile(p.id, w.category) as editable,
         coalesce((select jsonb_object_agg(b.block, jsonb_build_object('version', b.version, 'content', b.content, 'changedBy', b.changed_by,
                     'changedByName', b.changed_by_name, 'changedAt', b.changed_at))
                     from patient_block b where b.patient_id = p.id and b.category = w.category), '{}') as blocks,
         case when w.category = 'FAMILY_CONTACTS' then coalesce((
           select jsonb_agg(jsonb_build_object('id', c.id, 'version', c.version, 'name', c.name, 'relationship', c.relationship, 'phones', c.phones, 'fax', c.fax,
                    'isKeyPerson', c.is_key_person, 'emergencyOrder', c.emergency_order, 'livesTogether', c.lives_together)
                    order by c.emergency_order nulls last, c.created_at, c.id)
             from family_contact c where c.patient_id = p.id and c.removed_at is null), '[]') else '[]' end as contacts
    from unnest(?::uuid[], ?::text[]) as w(id, category) join patient p on p.id = w.id`;

export function selectClasses(tx: Em, wanted: readonly { id: string; category: ProfileCategory }[]): Promise<ClassRow[]> {
  return planned<ClassRow>(tx, selectClassRows, [
    `{${wanted.map(({ id }) => id).join(',')}}`,
    `{${wanted.map(({ category }) => category).join(',')}}`,
  ]);
}

/** @returns which of the classes the viewer may read; tells nothing of what stands in them */
export async function selectOpenClasses(tx: Em, id: string, categories: readonly ProfileCategory[]): Promise<ProfileCategory[]> {
  const rows = await planned<{ category: ProfileCategory }>(
    tx,
    'select c.category from unnest(?::text[]) as c(category) where patient_right(?::uuid, c.category) is not null',
    [`{${categories.join(',')}}`, id],
  );
  return rows.map(({ category }) => category);
}

export interface BlockChange {
  patientId: string;
  block: ContentBlock | 'FAMILY_CONTACTS';
  category: ProfileCategory;
  /** The one it gets. */
  version: number;
  content: unknown;
  changedBy: string;
  changedByName: string;
  at: Date;
}

/** @returns false when somebody else has changed it since */
export async function writeBlock(tx: Em, change: BlockChange): Promise<boolean> {
  const { patientId, block, category, version, content, changedBy, changedByName, at } = change;
  const values = [category, version, JSON.stringify(content), changedBy, changedByName, at];
  const { affectedRows } = await (version === 1
    ? tx.execute<{ affectedRows: number }>(
        `insert into patient_block (category, version, content, changed_by, changed_by_name, changed_at, patient_id, block)
         values (?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing`,
        [...values, patientId, block],
        'run',
      )
    : tx.execute<{ affectedRows: number }>(
        `update patient_block set category = ?, version = ?, content = ?::jsonb, changed_by = ?, changed_by_name = ?, changed_at = ?
          where patient_id = ? and block = ? and version = ?`,
        [...values, patientId, block, version - 1],
        'run',
      ));
  if (affectedRows === 1) await insertBlockHistory(tx, change);
  return affectedRows === 1;
}

async function insertBlockHistory(
  tx: Em,
  { patientId, block, category, version, content, changedBy, changedByName, at }: BlockChange,
): Promise<void> {
  await tx.execute(
    `insert into patient_block_history (patient_id, block, version, category, content, changed_by, changed_by_name, changed_at)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [patientId, block, version, category, JSON.stringify(content), changedBy, changedByName, at],
  );
}

/** One change of the contacts after the other: the next version of their list, held until the transaction ends. */
export async function nextContactsVersion(tx: Em, patientId: string): Promise<number> {
  await tx.execute(`select pg_advisory_xact_lock(hashtextextended('family_contact:' || ?, 0))`, [patientId]);
  const [row] = await tx.execute<{ version: number }[]>(
    `select version from patient_block where patient_id = ? and block = 'FAMILY_CONTACTS'`,
    [patientId],
  );
  return (row?.version ?? 0) + 1;
}

export interface HistoryRow {
  block: ProfileBlock;
  category: ProfileCategory;
  authority: NonNullable<ClassAuthority>;
  version: number;
  changed_by: string;
  changed_by_name: string | null;
  changed_at: string;
  /** As it became, and as it was; null before the first. */
  content: unknown;
  before: unknown;
}

interface HistoryQuestion {
  patientId: string;
  blocks: readonly ProfileBlock[];
  after?: [at: string, block: string, version: number] | undefined;
  limit: number;
}

const selectHistoryRows = `
  with line as (
    select block, category, version, changed_by, changed_by_name, changed_at, content, lag(content) over (partition by block order by version) as before
      from patient_block_history where patient_id = ?
    union all
    select 'BASICS', 'DEMOGRAPHICS', version, changed_by, changed_by_name, changed_at, profile, lag(profile) over (order by version)
      from patient_history where patient_id = ?)
  select block, category, patient_right(?, category) as authority, version, changed_by, changed_by_name, to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as changed_at, content, before
    from line where block = any(?::text[]) and (?::timestamptz is null or (changed_at, block, version) < (?::timestamptz, ?::text, ?::int))
   order by line.changed_at desc, block desc, version desc limit ?`;

/** Changes that the viewer may read, newest first. */
export function selectHistory(tx: Em, { patientId, blocks, after, limit }: HistoryQuestion): Promise<HistoryRow[]> {
  const [at, block, version] = after ?? [null, null, null];
  return tx.execute<HistoryRow[]>(selectHistoryRows, [
    patientId,
    patientId,
    patientId,
    `{${blocks.join(',')}}`,
    at,
    at,
    block,
    version,
    limit,
  ]);
}
