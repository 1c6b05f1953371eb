/**
 * The center's look into a room (R18): a reason, sixty minutes, shown to the room. While it runs its officer reads what the care team
 * reads and the consent covers, and writes nothing. Without a running one an officer finds a room by its number alone, and no more of it.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';

const functions = [
  `create function inspection_runs(started_at timestamptz, expires_at timestamptz, ended_at timestamptz) returns boolean language sql stable as $$
     select started_at <= statement_timestamp() and expires_at > statement_timestamp() and (ended_at is null or ended_at > statement_timestamp()) $$`,
  // An officer of the district with a look that runs, into a room whose patient's consent stands.
  `create function inspects(r uuid) returns boolean ${definer} as $$
     select viewer_type() = 'person' and viewer_kind() = 'CENTER_OFFICER' and exists (
       select 1 from room_inspection i join room x on x.id = i.room_id
        where i.room_id = r and i.officer_id = viewer_id() and i.district_id = viewer_district() and x.status <> 'PURGED'
          and inspection_runs(i.started_at, i.expires_at, i.ended_at) and consent_in_force(i.patient_id)) $$`,
  `create function inspects_patient(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from room x where x.patient_id = p and inspects(x.id)) $$`,
  /* What an officer of the district may know of a room before a look: that it exists, by its id, its number or the receipt number of its application. */
  `create function officer_room(wanted_id uuid, wanted_number text) returns table (
       room_id uuid, patient_id uuid, district_id uuid, room_number text, status text, consent_in_force boolean) ${definer} rows 1 as $$
     select x.id, x.patient_id, x.district_id, x.room_number, x.status, consent_in_force(x.patient_id) from room x
      where viewer_type() = 'person' and viewer_kind() = 'CENTER_OFFICER' and x.district_id = viewer_district()
        and (x.id = wanted_id or x.room_number = wanted_number
          or x.id = (select a.room_id from room_application a where a.district_id = viewer_district() and a.receipt_number = wanted_number)) $$`,
  `create function inspectable(r uuid, p uuid) returns boolean ${definer} as $$
     select exists (select 1 from officer_room(r, null) o where o.patient_id = p and o.consent_in_force and o.status <> 'PURGED') $$`,
];

/** One relation more: a running look reads each class that the consent gives to the care team. */
const replaced = [
  `create or replace function patient_relation(p uuid, registered_by uuid, district uuid) returns text ${definer} as $$
     select case
       when exists (select 1 from room r where r.patient_id = p and channel_sees(r.id)) then 'CHANNEL'
       when viewer_type() <> 'person' then null
       when own_membership(p, 'ACTIVE') then 'MEMBERSHIP'
       when registered_by = viewer_id() and (not patient_has_room(p) or own_membership(p, 'INVITED')) then 'REGISTRAR'
       when inspects_patient(p) then 'INSPECTION'
       when viewer_kind() = 'CENTER_OFFICER' and district = viewer_district() and patient_has_application(p) and consent_in_force(p) then 'REVIEW'
       when own_membership(p, 'INVITED') then 'INVITED'
     end $$`,
  `create or replace function patient_right(p uuid, class text) returns text ${definer} as $$
     select case patient_relation(q.id, q.registered_by, q.district_id)
       when 'MEMBERSHIP' then case when consent_covers(p, class, member_role(r.id) is distinct from 'CARE_TEAM' and member_role(r.id) is distinct from 'PATIENT') then 'MEMBERSHIP' end
       when 'REGISTRAR' then case when not consent_known(p) or consent_covers(p, class, false) then 'REGISTRAR' end
       when 'INSPECTION' then case when consent_covers(p, class, false) then 'INSPECTION' end
       when 'REVIEW' then case when class = 'DEMOGRAPHICS' and consent_covers(p, class, false) then 'REVIEW' end
       when 'CHANNEL' then case when consent_covers(p, class, current_setting('app.audience', true) is distinct from 'CARE_TEAM') then 'CHANNEL' end
     end from patient q left join room r on r.patient_id = q.id where q.id = p $$`,
];

const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;
const isOwn = `${isPerson} and officer_id = viewer_id()`;

const policies = [
  `create policy shown on room_inspection for select using (member_role(room_id) is not null or (${isOwn}) or ${isService})`,
  `create policy begun on room_inspection for insert with check (
     ${isOwn} and district_id = viewer_district() and inspectable(room_id, patient_id) and ended_at is null
     and started_at between statement_timestamp() - interval '1 minute' and clock_timestamp() and expires_at <= started_at + interval '60 minutes')`,
  `create policy ended on room_inspection for update using (${isOwn} or ${isService}) with check ((${isOwn} or ${isService}) and ended_at is not null)`,
  `alter policy in_room on room using (
     member_role(id) is not null or own_membership(patient_id, 'INVITED') or channel_sees(id) or inspects(id) or ${isService})`,
  `alter policy together on room_membership using (
     (${isPerson} and user_id = viewer_id() and status <> 'LEFT') or member_role(room_id) is not null or channel_sees(room_id) or inspects(room_id) or ${isService})`,
  // A look that was is never unmade, and of one that runs only the end is written.
  'revoke update, delete, truncate on room_inspection from heya_room',
  'grant update (ended_at) on room_inspection to heya_room',
];

const owned = ['inspects(uuid)', 'inspects_patient(uuid)', 'officer_room(uuid, text)', 'inspectable(uuid, uuid)'];

export class Migration20261122151000_inspection extends Migration {
  override name = 'Migration20261122151000_inspection';

  override up(): void {
    this.addSql(`create table "room_inspection" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "officer_id" uuid not null, "officer_name" text not null, "reason" text not null, "started_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("id"))`);
    this.addSql(`create index "room_inspection_room" on "room_inspection" ("room_id", "started_at")`);
    this.addSql(`create index "room_inspection_officer" on "room_inspection" ("officer_id", "room_id")`);
    this.addSql(`alter table "room_inspection" enable row level security`);
    this.addSql(`alter table "room_inspection" force row level security`);
    for (const statement of [...functions, ...replaced, ...policies]) this.addSql(statement);
    for (const name of owned) this.addSql(`alter function ${name} owner to heya_policy`);
  }
}
