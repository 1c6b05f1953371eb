/**
 * Rights end with their time, without a message: a membership holds from its first to its last minute (R14), a look of the center
 * for its hour (R18). Meanwhile the officer reads as one of the care team would, and only reads.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';

const tables = [
  'alter table "room_member" add column "valid_from" timestamptz(3) null, add column "valid_until" timestamptz(3) null',
  `create table "room_inspection" ("inspection_id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "officer_id" uuid not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "seq" bigint not null, primary key ("inspection_id"))`,
  'create index "room_inspection_officer" on "room_inspection" ("officer_id", "patient_id")',
  'alter table "room_inspection" enable row level security',
  'alter table "room_inspection" force row level security',
  `create policy projection on room_inspection for all using (viewer_type() = 'service') with check (viewer_type() = 'service')`,
];

const standing = [
  'drop function viewer_standing(uuid)',
  `create function holds_now(status text, valid_from timestamptz, valid_until timestamptz) returns boolean language sql stable as $$
     select status = 'ACTIVE' and (valid_from is null or valid_from <= statement_timestamp()) and (valid_until is null or valid_until > statement_timestamp()) $$`,

  // The looks of this officer that run now.
  `create function viewer_looks() returns table (room_id uuid, patient_id uuid, expires_at timestamptz) ${definer} rows 1 as $$
     select i.room_id, i.patient_id, i.expires_at from room_inspection i
      where viewer_type() = 'person' and viewer_kind() = 'CENTER_OFFICER' and i.officer_id = viewer_id() and i.district_id = viewer_district()
        and i.ended_at is null and i.expires_at > statement_timestamp() $$`,

  // The rooms in which the viewer is now, or is looking into, and whose they are.
  `create or replace function viewer_patients() returns table (room_id uuid, patient_id uuid, role text) ${definer} rows 10 as $$
     select m.room_id, m.patient_id, m.role from room_member m
      where viewer_type() = 'person' and m.user_id = viewer_id() and holds_now(m.status, m.valid_from, m.valid_until)
     union all select l.room_id, l.patient_id, 'CARE_TEAM' from viewer_looks() l $$`,

  /* How the viewer stands to a patient: as a member, as who registered them (until they have joined the room), as an officer who is looking
     into the room, or for the center of the district. No row for anybody else, nor for a patient that does not exist. */
  `create function viewer_standing(p uuid) returns table (
       relation text, role text, is_steward boolean, profession text, is_registrar boolean, district_id uuid, room_id uuid, valid_until timestamptz)
     ${definer} rows 1 as $$
     select f.relation, f.role, f.is_steward, f.profession, q.registered_by = viewer_id(), q.district_id,
            (select r.room_id from room_state r where r.patient_id = p limit 1), f.valid_until
       from patient_state q cross join lateral (
         select 1 as rank, 'MEMBERSHIP' as relation, m.role, m.is_steward, m.profession, m.valid_until
           from room_member m where m.patient_id = p and m.user_id = viewer_id() and holds_now(m.status, m.valid_from, m.valid_until)
         union all select 2, 'REGISTRAR', null, false, null, null
          where q.registered_by = viewer_id() and (not exists (select 1 from room_state r where r.patient_id = p)
             or exists (select 1 from room_member m where m.patient_id = p and m.user_id = viewer_id() and m.status = 'INVITED'))
         union all select 3, 'INSPECTION', 'CARE_TEAM', false, null, l.expires_at from viewer_looks() l
          where l.patient_id = p and q.district_id = viewer_district()
         union all select 4, 'CENTER', null, false, null, null where viewer_kind() = 'CENTER_OFFICER' and q.district_id = viewer_district()
       ) f
      where viewer_type() = 'person' and q.patient_id = p order by f.rank, f.valid_until desc nulls first limit 1 $$`,
  `create or replace function ends_consent(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from viewer_standing(p) s where s.is_registrar or s.relation in ('CENTER', 'INSPECTION') or s.role = 'PATIENT'
       or (s.role = 'CARE_TEAM' and (s.is_steward or s.profession in ('PHYSICIAN', 'CARE_MANAGER')))) $$`,

  /* For the access record only: whose thing a refused look was aimed at, by the id of a patient, a room or a consent. */
  `create function record_place(wanted uuid) returns table (patient_id uuid, district_id uuid, room_id uuid) ${definer} rows 1 as $$
     select q.patient_id, q.district_id, (select r.room_id from room_state r where r.patient_id = q.patient_id limit 1) from patient_state q
      where q.patient_id = coalesce((select c.patient_id from consent c where c.id = wanted),
                                    (select r.patient_id from room_state r where r.room_id = wanted), wanted) $$`,
];
const owned = ['viewer_looks()', 'viewer_standing(uuid)', 'record_place(uuid)'];

export class Migration20261122150100_time_and_looks extends Migration {
  override name = 'Migration20261122150100_time_and_looks';

  override up(): void {
    for (const statement of [...tables, ...standing]) this.addSql(statement);
    for (const name of owned) this.addSql(`alter function ${name} owner to heya_policy`);
  }
}
