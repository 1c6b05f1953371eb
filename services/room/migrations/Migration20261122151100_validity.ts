/**
 * A membership holds from its first to its last minute, without any message (R14), and a consent to the end of its last day (R9):
 * each right is asked of the clock in the statement that reads the data. Functions of heya_policy answer the runtime role alone.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;

const functions = [
  `create function holds_now(status text, joined_at timestamptz, left_at timestamptz) returns boolean language sql stable as $$
     select status = 'ACTIVE' and (joined_at is null or joined_at <= statement_timestamp()) and (left_at is null or left_at > statement_timestamp()) $$`,
  /** What a membership is by the clock: one whose last minute is over has been left. */
  `create function standing_now(status text, left_at timestamptz) returns text language sql stable as $$
     select case when left_at <= statement_timestamp() then 'LEFT' else status end $$`,
  `create function consent_ends(p uuid) returns timestamptz ${definer} as $$
     select ((g.expires_on + 1)::timestamp at time zone 'Asia/Tokyo') from consent_grant g where g.patient_id = p $$`,
  `create or replace function member_role(r uuid) returns text ${definer} as $$
     select m.role from room_membership m where viewer_type() = 'person' and m.room_id = r and m.user_id = viewer_id()
        and holds_now(m.status, m.joined_at, m.left_at) $$`,
  `create or replace function own_membership(p uuid, wanted text) returns boolean ${definer} as $$
     select viewer_type() = 'person' and exists (
       select 1 from room_membership m where m.patient_id = p and m.user_id = viewer_id() and m.status = wanted
          and (m.left_at is null or m.left_at > statement_timestamp()) and (wanted <> 'ACTIVE' or holds_now(m.status, m.joined_at, m.left_at))) $$`,
  // A shared stream lives while its consent epoch is the current one and the room has anybody left.
  `create or replace function channel_sees(r uuid) returns boolean ${definer} as $$
     select viewer_type() = 'channel' and r = viewer_room() and exists (
       select 1 from room x join consent_grant g on g.patient_id = x.patient_id
        where x.id = r and consent_in_force(x.patient_id) and g.epoch = nullif(current_setting('app.epoch', true), '')::int)
       and exists (select 1 from room_membership m where m.room_id = r and holds_now(m.status, m.joined_at, m.left_at)) $$`,
  `create or replace function edits_patient(p uuid) returns boolean ${definer} as $$
     select coalesce(case patient_right(p, 'DEMOGRAPHICS')
       when 'REGISTRAR' then true
       when 'MEMBERSHIP' then exists (select 1 from room r where r.patient_id = p and member_role(r.id) = 'CARE_TEAM')
     end, false) $$`,
  `create or replace function viewer_patients() returns table (patient_id uuid) language sql stable security definer rows 50 set search_path = public, pg_temp as $$
     select p.id from patient p where viewer_type() = 'person' and p.registered_by = viewer_id()
     union select m.patient_id from room_membership m
      where viewer_type() = 'person' and m.user_id = viewer_id() and holds_now(m.status, m.joined_at, m.left_at) $$`,
];

const policies = [
  `alter policy together on room_membership using (
     (${isPerson} and user_id = viewer_id() and standing_now(status, left_at) <> 'LEFT')
     or member_role(room_id) is not null or channel_sees(room_id) or inspects(room_id) or ${isService})`,
  `alter policy accepted on room_membership using (${isPerson} and user_id = viewer_id() and status in ('INVITED', 'ACTIVE') and standing_now(status, left_at) <> 'LEFT')`,
];

/** As `pg_proc` has them when this has run: the settings that say who asks, and what heya_policy answers. */
const answering = [
  'viewer_type()', 'viewer_kind()', 'viewer_id()', 'viewer_district()', 'viewer_room()',
  'consent_in_force(uuid)', 'consent_covers(uuid, text, boolean)', 'consent_known(uuid)', 'consent_of(uuid)', 'consent_ends(uuid)',
  'member_role(uuid)', 'channel_sees(uuid)', 'patient_has_room(uuid)', 'patient_has_application(uuid)', 'own_membership(uuid, text)',
  'patient_relation(uuid, uuid, uuid)', 'patient_right(uuid, text)', 'registers(uuid)', 'sees_application(uuid)', 'opens_room(uuid, uuid)',
  'edits_patient(uuid)', 'viewer_patients()', 'inspects(uuid)', 'inspects_patient(uuid)', 'officer_room(uuid, text)', 'inspectable(uuid, uuid)',
  'inspection_runs(timestamptz, timestamptz, timestamptz)', 'holds_now(text, timestamptz, timestamptz)', 'standing_now(text, timestamptz)',
];

export class Migration20261122151100_validity extends Migration {
  override name = 'Migration20261122151100_validity';

  override up(): void {
    for (const statement of functions) this.addSql(statement);
    this.addSql('alter function consent_ends(uuid) owner to heya_policy');
    for (const statement of policies) this.addSql(statement);
    for (const name of answering) this.addSql(`revoke all on function ${name} from public`);
    for (const name of answering) this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
  }
}
