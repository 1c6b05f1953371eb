/**
 * Who sees what, as the database enforces it (R10, R13, R22): membership, consent and audience are read in the statement that reads the data.
 * The functions belong to heya_policy, which may look at the projections that nobody else may read.
 */
import { Migration } from '@mikro-orm/migrations';

const functions = [
  `create function viewer_type() returns text language sql stable as $$ select coalesce(current_setting('app.viewer_type', true), '') $$`,
  `create function viewer_user() returns uuid language sql stable as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$`,
  // A consent ends with its last day where the patient lives.
  `create function today_in_japan() returns date language sql stable as $$ select (statement_timestamp() at time zone 'Asia/Tokyo')::date $$`,
  // A membership holds from its first to its last minute (R14).
  `create function holds_now(status text, valid_from timestamptz, valid_until timestamptz) returns boolean language sql stable as $$
     select status = 'ACTIVE' and (valid_from is null or valid_from <= statement_timestamp()) and (valid_until is null or valid_until > statement_timestamp()) $$`,

  /* The rooms the viewer may read now. A person by membership and consent; a shared stream by its class, while its epoch is the current one
     and the room has anybody left. Whoever only leads a center or inspects has no row here. */
  `create function viewer_rooms() returns table (
       room_id uuid, patient_id uuid, district_id uuid, role text, audiences text[], to_family boolean, open boolean, epoch int)
     language sql stable security definer rows 10 set search_path = public, pg_temp as $$
     with readable as (
       select s.room_id, s.patient_id, s.district_id, s.status = 'ACTIVE' as open, c.epoch, 'DAILY_CONDITION' = any(c.family_categories) as to_family
         from room_state s join consent_state c on c.patient_id = s.patient_id
        where s.status in ('ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED')
          and c.status = 'ACTIVE' and (c.expires_on is null or c.expires_on >= today_in_japan()) and 'DAILY_CONDITION' = any(c.categories)
          and s.room_id in (
            select m.room_id from room_member m where viewer_type() = 'person' and m.user_id = viewer_user()
            union all select nullif(current_setting('app.room_id', true), '')::uuid where viewer_type() = 'channel'))
     (select distinct on (r.room_id) r.room_id, r.patient_id, r.district_id, m.role::text,
            case m.role when 'CARE_TEAM' then array['CARE_TEAM', 'EVERYONE'] else array['EVERYONE'] end, r.to_family, r.open, r.epoch
       from readable r join room_member m on m.room_id = r.room_id and m.user_id = viewer_user()
      where viewer_type() = 'person' and holds_now(m.status, m.valid_from, m.valid_until)
        and (m.role in ('CARE_TEAM', 'PATIENT') or (m.role = 'FAMILY' and r.to_family))
      order by r.room_id, m.role)
     union all
     select r.room_id, r.patient_id, r.district_id, null,
            case current_setting('app.audience', true) when 'CARE_TEAM' then array['CARE_TEAM', 'EVERYONE'] else array['EVERYONE'] end, r.to_family, false, r.epoch
       from readable r
      where viewer_type() = 'channel' and r.epoch = nullif(current_setting('app.epoch', true), '')::int
        and exists (select 1 from room_member m where m.room_id = r.room_id and holds_now(m.status, m.valid_from, m.valid_until)) $$`,

  // For the policies: evaluated once a statement, then compared with each row.
  `create function rooms_seen(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
     select coalesce(array_agg(room_id), '{}') from viewer_rooms() where wanted = any(audiences) $$`,
  `create function rooms_written(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
     select coalesce(array_agg(room_id), '{}') from viewer_rooms() where open and wanted = any(audiences) $$`,

  /* Why a member is refused: how they stand in a room, whatever the consent says. No row for anybody else. */
  `create function viewer_standing(wanted uuid) returns table (
       room_id uuid, patient_id uuid, district_id uuid, room_status text, role text, consent_status text, consent_lapsed boolean, granted boolean, granted_to_family boolean)
     language sql stable security definer rows 1 set search_path = public, pg_temp as $$
     select s.room_id, s.patient_id, s.district_id, s.status, m.role, c.status, coalesce(c.expires_on < today_in_japan(), false),
            coalesce('DAILY_CONDITION' = any(c.categories), false), coalesce('DAILY_CONDITION' = any(c.family_categories), false)
       from room_member m join room_state s on s.room_id = m.room_id left join consent_state c on c.patient_id = s.patient_id
      where viewer_type() = 'person' and m.room_id = wanted and m.user_id = viewer_user() and holds_now(m.status, m.valid_from, m.valid_until)
      order by m.role limit 1 $$`,

  /* For the access record only: where a refused look was aimed at. */
  `create function record_place(wanted uuid) returns table (room_id uuid, patient_id uuid, district_id uuid)
     language sql stable security definer rows 1 set search_path = public, pg_temp as $$
     select s.room_id, s.patient_id, s.district_id from room_state s
      where s.room_id = wanted or s.room_id = (select p.room_id from post p where p.id = wanted)
         or s.room_id = (select v.room_id from vitals_record v where v.id = wanted) or s.patient_id = wanted
      limit 1 $$`,
];

/* A case, not an or: the planner would turn an or into a bitmap of the whole room, and lose the order in which the index gives its newest posts. */
const among = (rooms: string): string =>
  `(case audience when 'EVERYONE' then room_id = any ((select ${rooms}('EVERYONE'))::uuid[]) else room_id = any ((select ${rooms}('CARE_TEAM'))::uuid[]) end)`;
const seen = among('rooms_seen');
const written = among('rooms_written');
const member = `room_id = any ((select rooms_seen('EVERYONE'))::uuid[])`;
const service = `(select viewer_type()) = 'service'`;
const own = `user_id = (select viewer_user())`;

const policies = [
  ...['room_state', 'room_member', 'consent_state'].map((table) => `create policy project on ${table} using (${service}) with check (${service})`),
  `create policy see on room_state for select using (${member})`,
  `create policy see on room_member for select using (${member})`,
  ...['post', 'vitals_record', 'vital_measurement', 'read_receipt'].map((table) => `create policy see on ${table} for select using ${seen}`),
  `create policy write on post for insert with check (author_id = (select viewer_user()) and ${written})`,
  `create policy write on vitals_record for insert with check (taken_by_id = (select viewer_user()) and ${written})`,
  `create policy write on vital_measurement for insert with check ${written}`,
  `create policy write on read_receipt for insert with check (${own} and ${seen})`,
  `create policy see on reading_position for select using (${member})`,
  `create policy write on reading_position for insert with check (${own} and ${member})`,
  `create policy move on reading_position for update using (${own} and ${member}) with check (${own} and ${member})`,
  // A new role may widen what somebody sees: the projection then resets their place.
  `create policy project on reading_position using (${service}) with check (${service})`,
];

const names = ['viewer_type()', 'viewer_user()', 'today_in_japan()', 'holds_now(text, timestamptz, timestamptz)', 'viewer_rooms()', 'rooms_seen(text)',
  'rooms_written(text)', 'viewer_standing(uuid)', 'record_place(uuid)'];
const definers = names.slice(4);

export class Migration20261122120100_access extends Migration {
  override up(): void {
    for (const statement of functions) this.addSql(statement);
    for (const name of names) this.addSql(`revoke all on function ${name} from public`);
    for (const name of names) this.addSql(`grant execute on function ${name} to heya_timeline, heya_policy`);
    for (const name of definers) this.addSql(`alter function ${name} owner to heya_policy`);
    for (const statement of policies) this.addSql(statement);
    // Nothing clinical is changed or deleted (api.md 9), and nothing that was recorded is unrecorded (R32).
    for (const table of ['post', 'vitals_record', 'vital_measurement', 'read_receipt', 'audit_entry'])
      this.addSql(`revoke update, delete on ${table} from heya_timeline`);
    this.addSql('grant update (shipped) on audit_entry to heya_timeline');
  }
}
