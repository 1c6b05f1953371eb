/** The officers of a district search its record (R32); each search is itself a line of it. */
import { Migration } from '@mikro-orm/migrations';

const officer = `(select viewer_type()) = 'person' and (select viewer_kind()) = 'CENTER_OFFICER'`;

const statements = [
  'alter table "access_log_entry" add column "facility_id" uuid null',
  'create index "access_log_entry_time" on "access_log_entry" ("district_id", "at", "id")',
  'create index "access_log_entry_person" on "access_log_entry" ("district_id", "actor_id", "at", "id")',
  `create policy searched on access_log_entry for select using (${officer} and district_id = (select viewer_district()))`,
  `create or replace function role_in_room_of(p uuid, u uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
     select m.role from room_member m where m.patient_id = p and m.user_id = u
        and (reads_log(p) or (${officer} and exists (select 1 from patient_state q where q.patient_id = p and q.district_id = viewer_district())))
      order by m.seq desc limit 1 $$`,
];

export class Migration20261122150300_record extends Migration {
  override name = 'Migration20261122150300_record';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
