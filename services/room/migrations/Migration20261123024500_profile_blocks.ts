/**
 * The profile beyond the basics (R20): one row a block, with its own version and history; contacts of the family as people of their own.
 * A row says which data class it holds, and its block allows no other (R9); who reads and who changes it is asked by that class (R10).
 * A registrar is told of likely doubles among their own patients alone, an officer who reviews 4-1 of those of the district (decision 0032).
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';

const tables = [
  `create table "patient_block" ("patient_id" uuid not null, "block" text not null, "category" text not null, "version" int not null, "content" jsonb not null, "changed_by" uuid not null, "changed_by_name" text not null, "changed_at" timestamptz(3) not null, primary key ("patient_id", "block"))`,
  `create table "patient_block_history" ("patient_id" uuid not null, "block" text not null, "version" int not null, "category" text not null, "content" jsonb not null, "changed_by" uuid not null, "changed_by_name" text not null, "changed_at" timestamptz(3) not null, primary key ("patient_id", "block", "version"))`,
  `create table "family_contact" ("id" uuid not null, "patient_id" uuid not null, "name" text not null, "relationship" text not null, "phones" text[] not null, "fax" text null, "is_key_person" boolean not null, "emergency_order" int null, "lives_together" boolean null, "body_hash" text not null, "version" int not null, "created_by" uuid not null, "created_at" timestamptz(3) not null, "removed_at" timestamptz(3) null, primary key ("id"))`,
  `create index "family_contact_patient" on "family_contact" ("patient_id")`,
  `alter table "patient_history" add column "changed_by_name" text null`,
];

const functions = [
  `create function block_category(block text) returns text language sql immutable as $$
     select case block
       when 'MEDICAL_HISTORY' then 'MEDICAL_HISTORY' when 'ALLERGIES' then 'MEDICAL_HISTORY' when 'MEDICATIONS' then 'MEDICATIONS'
       when 'TEST_RESULTS' then 'TEST_RESULTS' when 'CARE_SERVICES' then 'CARE_SERVICES' when 'MEDICAL_INSURANCE' then 'INSURANCE'
       when 'LONG_TERM_CARE_INSURANCE' then 'INSURANCE' when 'HOSPITALS' then 'HOSPITALS' when 'DISASTER' then 'DISASTER_SAFETY'
       when 'FAMILY_CONTACTS' then 'FAMILY_CONTACTS' end $$`,
  // Who may change a data class now: the care team of a room in use, or before there is one who registered the patient; never family.
  `create function edits_profile(p uuid, class text) returns boolean ${definer} as $$
     select coalesce(case patient_right(p, class)
       when 'REGISTRAR' then true
       when 'MEMBERSHIP' then exists (select 1 from room r where r.patient_id = p and r.status in ('ACTIVE', 'DORMANT') and member_role(r.id) = 'CARE_TEAM')
     end, false) $$`,
  `create or replace function edits_patient(p uuid) returns boolean ${definer} as $$ select edits_profile(p, 'DEMOGRAPHICS') $$`,
  /* One reading however it was typed: without blanks, small kana as large ones, a long mark as ウ, kana of one sound as one. */
  `create function kana_likeness(kana text) returns text language sql immutable as $$
     select translate(kana, 'ァィゥェォッャュョヮヂヅヲヰヱー・ ', 'アイウエオツヤユヨワジズオイエウ') $$`,
  // Another era written for the same year is the usual mistake, so day and month count as well as the whole date.
  `create function birth_likeness(one date, other date) returns boolean language sql immutable as $$
     select one = other or (extract(month from one) = extract(month from other) and extract(day from one) = extract(day from other)) $$`,
  /* For officers who review an application of this patient: rooms and open applications of others in the district who are like them. No name. */
  `create function alike_in_district(p uuid) returns table (patient_id uuid, room_number text, receipt_number text) ${definer} rows 5 as $$
     select o.id, (select r.room_number from room r where r.patient_id = o.id and r.status <> 'PURGED'),
            (select a.receipt_number from room_application a where a.patient_id = o.id and a.status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'COMPLETED')
              order by a.submitted_at desc limit 1)
       from patient q join patient_profile d on d.patient_id = q.id
       join patient_profile e on kana_likeness(e.name_kana) = kana_likeness(d.name_kana) and e.patient_id <> d.patient_id and birth_likeness(e.birth_date, d.birth_date)
       join patient o on o.id = e.patient_id and o.district_id = q.district_id
      where q.id = p and patient_relation(q.id, q.registered_by, q.district_id) = 'REVIEW'
      order by o.created_at limit 10 $$`,
  `create index "patient_profile_likeness" on "patient_profile" (kana_likeness(name_kana))`,
];

const reads = (table: string): string => `create policy consented on ${table} for select using (patient_right(patient_id, 'FAMILY_CONTACTS') is not null)`;

const policies = [
  `create policy consented on patient_block for select using (patient_right(patient_id, category) is not null)`,
  `create policy first on patient_block for insert with check (category = block_category(block) and changed_by = viewer_id() and edits_profile(patient_id, category))`,
  `create policy change on patient_block for update using (edits_profile(patient_id, category))
     with check (category = block_category(block) and changed_by = viewer_id() and edits_profile(patient_id, category))`,
  `create policy consented on patient_block_history for select using (patient_right(patient_id, category) in ('MEMBERSHIP', 'REGISTRAR'))`,
  `create policy own_change on patient_block_history for insert with check (
     category = block_category(block) and changed_by = viewer_id() and edits_profile(patient_id, category))`,
  reads('family_contact'),
  `create policy first on family_contact for insert with check (created_by = viewer_id() and edits_profile(patient_id, 'FAMILY_CONTACTS'))`,
  `create policy change on family_contact for update using (edits_profile(patient_id, 'FAMILY_CONTACTS')) with check (edits_profile(patient_id, 'FAMILY_CONTACTS'))`,
];

/** What was is never unmade: a removed contact is marked, and stays in the history. */
const grants = [
  'revoke delete on patient_block, patient_block_history, family_contact from heya_room',
  'revoke update on patient_block_history from heya_room',
];

const owned = ['edits_profile(uuid, text)', 'alike_in_district(uuid)'];
const answering = [...owned, 'block_category(text)', 'kana_likeness(text)', 'birth_likeness(date, date)'];

export class Migration20261123024500_profile_blocks extends Migration {
  override name = 'Migration20261123024500_profile_blocks';

  override up(): void {
    for (const statement of [...tables, ...functions]) this.addSql(statement);
    for (const table of ['patient_block', 'patient_block_history', 'family_contact']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
    }
    for (const statement of [...policies, ...grants]) this.addSql(statement);
    for (const name of owned) this.addSql(`alter function ${name} owner to heya_policy`);
    for (const name of answering) this.addSql(`revoke all on function ${name} from public`);
    for (const name of answering) this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
  }
}
