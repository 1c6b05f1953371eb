/**
 * A look of the center (R18) reads what the care team reads while it runs, and writes nothing: no post, no receipt, no place of its own.
 * Each right says by what authority it is one, and when it ends by itself (R9, R14).
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer';
const path = 'set search_path = public, pg_temp';

const functions = [
  `create function viewer_inspects(officer uuid, district uuid, started_at timestamptz, expires_at timestamptz, ended_at timestamptz) returns boolean language sql stable as $$
     select viewer_type() = 'person' and officer = viewer_user() and current_setting('app.user_kind', true) = 'CENTER_OFFICER'
        and district = nullif(current_setting('app.district_id', true), '')::uuid
        and started_at <= statement_timestamp() and expires_at > statement_timestamp() and (ended_at is null or ended_at > statement_timestamp()) $$`,
  // The first moment after a consent's last day, where the patient lives.
  `create function consent_ends(expires_on date) returns timestamptz language sql stable as $$
     select (expires_on + 1)::timestamp at time zone 'Asia/Tokyo' $$`,

  'drop function viewer_rooms()',
  /* The rooms the viewer may read now. A person by membership or by a look of the center, and consent; a shared stream by its class,
     while its epoch is the current one and the room has anybody left. */
  `create function viewer_rooms() returns table (
       room_id uuid, patient_id uuid, district_id uuid, role text, audiences text[], to_family boolean, open boolean, epoch int, authority text, valid_until timestamptz)
     ${definer} rows 10 ${path} as $$
     with held as (
       select m.room_id, m.role::text as role, 'MEMBERSHIP' as authority, m.valid_until from room_member m
        where viewer_type() = 'person' and m.user_id = viewer_user() and holds_now(m.status, m.valid_from, m.valid_until)
          and m.role in ('CARE_TEAM', 'PATIENT', 'FAMILY')
       union all
       select i.room_id, 'CENTER_OBSERVER', 'INSPECTION', i.expires_at from room_inspection i
        where i.officer_id = viewer_user() and viewer_inspects(i.officer_id, i.district_id, i.started_at, i.expires_at, i.ended_at)
       union all
       select nullif(current_setting('app.room_id', true), '')::uuid, null, 'CHANNEL', null where viewer_type() = 'channel')
     select distinct on (s.room_id) s.room_id, s.patient_id, s.district_id, h.role,
            case when h.role in ('CARE_TEAM', 'CENTER_OBSERVER') or (h.authority = 'CHANNEL' and current_setting('app.audience', true) = 'CARE_TEAM')
              then array['CARE_TEAM', 'EVERYONE'] else array['EVERYONE'] end,
            'DAILY_CONDITION' = any(c.family_categories), s.status = 'ACTIVE' and h.authority = 'MEMBERSHIP', c.epoch, h.authority,
            least(h.valid_until, consent_ends(c.expires_on))
       from held h join room_state s on s.room_id = h.room_id join consent_state c on c.patient_id = s.patient_id
      where s.status in ('ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED')
        and c.status = 'ACTIVE' and (c.expires_on is null or c.expires_on >= today_in_japan()) and 'DAILY_CONDITION' = any(c.categories)
        and (h.role is distinct from 'FAMILY' or 'DAILY_CONDITION' = any(c.family_categories))
        and (h.authority <> 'CHANNEL' or (c.epoch = nullif(current_setting('app.epoch', true), '')::int
          and exists (select 1 from room_member m where m.room_id = s.room_id and holds_now(m.status, m.valid_from, m.valid_until))))
      order by s.room_id, h.authority desc, h.role $$`,

  // Rooms in which the viewer takes part: whoever looks in leaves no receipt.
  `create function rooms_joined(wanted text) returns uuid[] ${definer} ${path} as $$
     select coalesce(array_agg(room_id), '{}') from viewer_rooms() where authority = 'MEMBERSHIP' and wanted = any(audiences) $$`,

  /* How a person stands in a room, whatever the consent says: why they are refused. No row for anybody else. */
  `create or replace function viewer_standing(wanted uuid) returns table (
       room_id uuid, patient_id uuid, district_id uuid, room_status text, role text, consent_status text, consent_lapsed boolean, granted boolean, granted_to_family boolean)
     ${definer} rows 1 ${path} as $$
     with held as (
       select m.room_id, m.role::text as role, 1 as place from room_member m
        where viewer_type() = 'person' and m.room_id = wanted and m.user_id = viewer_user() and holds_now(m.status, m.valid_from, m.valid_until)
          and m.role in ('CARE_TEAM', 'PATIENT', 'FAMILY')
       union all
       select i.room_id, 'CENTER_OBSERVER', 2 from room_inspection i
        where i.room_id = wanted and viewer_inspects(i.officer_id, i.district_id, i.started_at, i.expires_at, i.ended_at))
     select s.room_id, s.patient_id, s.district_id, s.status, h.role, c.status, coalesce(c.expires_on < today_in_japan(), false),
            coalesce('DAILY_CONDITION' = any(c.categories), false), coalesce('DAILY_CONDITION' = any(c.family_categories), false)
       from held h join room_state s on s.room_id = h.room_id left join consent_state c on c.patient_id = s.patient_id
      order by h.place, h.role limit 1 $$`,
];

const among = (rooms: string): string =>
  `(case audience when 'EVERYONE' then room_id = any ((select ${rooms}('EVERYONE'))::uuid[]) else room_id = any ((select ${rooms}('CARE_TEAM'))::uuid[]) end)`;
const service = `(select viewer_type()) = 'service'`;
const own = `user_id = (select viewer_user())`;
const joined = `room_id = any ((select rooms_joined('EVERYONE'))::uuid[])`;

const policies = [
  `create policy project on room_inspection using (${service}) with check (${service})`,
  `alter policy write on read_receipt with check (${own} and ${among('rooms_joined')})`,
  `alter policy write on reading_position with check (${own} and ${joined})`,
  `alter policy move on reading_position using (${own} and ${joined}) with check (${own} and ${joined})`,
];

const names = ['viewer_inspects(uuid, uuid, timestamptz, timestamptz, timestamptz)', 'consent_ends(date)', 'viewer_rooms()', 'rooms_joined(text)'];
const definers = names.slice(2);

export class Migration20261122151500_inspection extends Migration {
  override up(): void {
    this.addSql(`create table "room_inspection" ("inspection_id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "officer_id" uuid not null, "started_at" timestamptz not null, "expires_at" timestamptz not null, "ended_at" timestamptz null, "seq" bigint not null, primary key ("inspection_id"))`);
    this.addSql(`create index "room_inspection_officer_id_room_id_index" on "room_inspection" ("officer_id", "room_id")`);
    this.addSql(`alter table "room_inspection" enable row level security`);
    this.addSql(`alter table "room_inspection" force row level security`);
    for (const statement of functions) this.addSql(statement);
    for (const name of names) this.addSql(`revoke all on function ${name} from public`);
    for (const name of names) this.addSql(`grant execute on function ${name} to heya_timeline, heya_policy`);
    for (const name of definers) this.addSql(`alter function ${name} owner to heya_policy`);
    for (const statement of policies) this.addSql(statement);
  }
}
