/**
 * Who sees what, as the database enforces it (R9, R13, R32, R33). The functions belong to heya_policy, which may look at
 * members and patients that the asker may not read.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';

/** Who asks. Absent settings are empty strings, never nobody's rights. */
const viewer = [
  `create function viewer_type() returns text language sql stable as $$ select coalesce(current_setting('app.viewer_type', true), '') $$`,
  `create function viewer_kind() returns text language sql stable as $$ select coalesce(current_setting('app.user_kind', true), '') $$`,
  `create function viewer_id() returns uuid language sql stable as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$`,
  `create function viewer_district() returns uuid language sql stable as $$ select nullif(current_setting('app.district_id', true), '')::uuid $$`,
];

const standing = [
  // The rooms in which the viewer is now, and whose they are.
  `create function viewer_patients() returns table (room_id uuid, patient_id uuid, role text) ${definer} rows 10 as $$
     select m.room_id, m.patient_id, m.role from room_member m
      where viewer_type() = 'person' and m.user_id = viewer_id() and m.status = 'ACTIVE' $$`,
  /* How the viewer stands to a patient: as a member, as who registered them (until they have joined the room), or for the center of the district.
     No row for anybody else, nor for a patient that does not exist. */
  `create function viewer_standing(p uuid) returns table (
       relation text, role text, is_steward boolean, profession text, is_registrar boolean, district_id uuid, room_id uuid) ${definer} rows 1 as $$
     select f.relation, f.role, f.is_steward, f.profession, q.registered_by = viewer_id(), q.district_id,
            (select r.room_id from room_state r where r.patient_id = p limit 1)
       from patient_state q cross join lateral (
         select 1 as rank, 'MEMBERSHIP' as relation, m.role, m.is_steward, m.profession
           from room_member m where m.patient_id = p and m.user_id = viewer_id() and m.status = 'ACTIVE'
         union all select 2, 'REGISTRAR', null, false, null
          where q.registered_by = viewer_id() and (not exists (select 1 from room_state r where r.patient_id = p)
             or exists (select 1 from room_member m where m.patient_id = p and m.user_id = viewer_id() and m.status = 'INVITED'))
         union all select 3, 'CENTER', null, false, null where viewer_kind() = 'CENTER_OFFICER' and q.district_id = viewer_district()
       ) f
      where viewer_type() = 'person' and q.patient_id = p order by f.rank limit 1 $$`,
  `create function has_standing(p uuid) returns boolean ${definer} as $$ select exists (select 1 from viewer_standing(p)) $$`,
  `create function takes_consent(p uuid) returns boolean ${definer} as $$ select exists (select 1 from viewer_standing(p) s where s.is_registrar) $$`,
  `create function ends_consent(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from viewer_standing(p) s where s.is_registrar or s.relation = 'CENTER' or s.role = 'PATIENT'
       or (s.role = 'CARE_TEAM' and (s.is_steward or s.profession in ('PHYSICIAN', 'CARE_MANAGER')))) $$`,
  `create function reads_log(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from viewer_standing(p) s where s.relation = 'MEMBERSHIP' and (s.is_steward or s.role in ('PATIENT', 'FAMILY'))) $$`,
];

const isService = `viewer_type() = 'service'`;

const policies = [
  ...['patient_state', 'room_state', 'room_member', 'access_log_head'].map((table) =>
    `create policy projection on ${table} for all using (${isService}) with check (${isService})`),

  `create policy related on consent for select using (has_standing(patient_id))`,
  `create policy taken on consent for insert with check (takes_consent(patient_id) and submitted_by = viewer_id() and status = 'ACTIVE')`,
  `create policy ended on consent for update using (ends_consent(patient_id)) with check (ends_consent(patient_id) and status in ('WITHDRAWN', 'SUPERSEDED'))`,

  `create policy related on consent_category for select using (has_standing(patient_id))`,
  `create policy taken on consent_category for insert with check (takes_consent(patient_id))`,

  `create policy related on consent_event for select using (has_standing(patient_id))`,
  `create policy written on consent_event for insert with check (ends_consent(patient_id))`,

  // Nobody reads a signature through this service; it is evidence, taken out by whoever holds the key.
  `create policy taken on consent_signature for insert with check (takes_consent(patient_id))`,

  `create policy written on access_log_entry for insert with check (${isService})`,
  `create policy service on access_log_entry for select using (${isService})`,
  `create policy shown on access_log_entry for select using (patient_id is not null and reads_log(patient_id))`,

  `create policy service on actor_name for all using (${isService}) with check (${isService})`,
  // A name is shown beside an entry; an entry is what must be allowed.
  `create policy shown on actor_name for select using (exists (select 1 from access_log_entry e where e.actor_id = user_id))`,
];

const grants = [
  // The record can be added to, never changed or taken away (R32).
  'revoke update, delete, truncate on access_log_entry from heya_consent',
  'revoke update, delete, truncate on audit_entry from heya_consent',
  'grant update (shipped) on audit_entry to heya_consent',
  'revoke insert, update, delete on consent_text from heya_consent',
  'revoke delete on consent, consent_category, consent_event, consent_signature, access_log_head, actor_name from heya_consent',
  'revoke update on consent_category, consent_event, consent_signature from heya_consent',
  'revoke update on consent from heya_consent',
  'grant update (status, epoch, version, withdrawn_at, withdrawal_reason) on consent to heya_consent',
];

const names = (statements: readonly string[]): string[] => statements.map((text) => /create function (\w+)/.exec(text)?.[1] ?? '');

export class Migration20261122122600_access extends Migration {
  override name = 'Migration20261122122600_access';

  override up(): void {
    for (const statement of [...viewer, ...standing, ...policies, ...grants]) this.addSql(statement);
    for (const name of names(standing)) this.addSql(`alter function ${name} owner to heya_policy`);
  }
}
