/**
 * The steward's weekly check (R15): made by the clock, read by the care team, signed by whoever has the steward's seat at that moment, and
 * read by the center once it is late or handed over. Whoever looks after a room asks those who were invited and have not come.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;

const tables = [
  `create table "weekly_check" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "room_number" text not null, "week_of" date not null, "due_on" date not null, "post_count" int not null, "consent_expires_on" date null, "not_joined" uuid[] not null, "has_left" uuid[] not null, "made_at" timestamptz(3) not null, "overdue_at" timestamptz(3) null, "completed_at" timestamptz(3) null, "completed_by" uuid null, "completed_by_name" text null, "outcome" text null, "note" text null, primary key ("id"))`,
  `alter table "weekly_check" add constraint "weekly_check_once" unique ("room_id", "week_of")`,
  'create index weekly_check_open on weekly_check (due_on) where completed_at is null and overdue_at is null',
  `create table "room_activity" ("room_id" uuid not null, "day" date not null, "posts" int not null, primary key ("room_id", "day"))`,
  `alter table "room_membership" add column "reminded_at" timestamptz(3) null`,
  ...['weekly_check', 'room_activity'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const functions = [
  `create function is_steward_of(r uuid) returns boolean language sql stable ${definer} as $$
     select ${isPerson} and exists (select 1 from room_membership m where m.room_id = r and m.user_id = viewer_id()
       and holds_now(m.status, m.joined_at, m.left_at) and steward_now(m.is_steward, m.seat_from, m.seat_until)) $$`,
  `create function remind_invited(r uuid, ids uuid[]) returns setof room_membership language sql volatile ${definer} as $$
     update room_membership m set reminded_at = statement_timestamp()
      where changes_room(r) and m.room_id = r and m.id = any(ids) and standing_now(m.status, m.left_at) = 'INVITED'
        and (m.reminded_at is null or m.reminded_at < statement_timestamp() - interval '20 hours') returning m.* $$`,
  `create or replace function record_place(wanted uuid) returns table (room_id uuid, patient_id uuid, district_id uuid)
     language sql stable security definer rows 1 set search_path = public, pg_temp as $$
     select x.id, x.patient_id, x.district_id from room x where x.id = wanted
     union all select m.room_id, m.patient_id, m.district_id from room_membership m where m.id = wanted
     union all select i.room_id, i.patient_id, i.district_id from room_inspection i where i.id = wanted
     union all select a.room_id, a.patient_id, a.district_id from room_application a where a.id = wanted
     union all select c.room_id, c.patient_id, c.district_id from weekly_check c where c.id = wanted
     union all select x.id, q.id, q.district_id from patient q left join room x on x.patient_id = q.id where q.id = wanted
     limit 1 $$`,
];

const policies = [
  `create policy care_team on weekly_check for select using (member_role(room_id) = 'CARE_TEAM' or inspects(room_id) or ${isService})`,
  `create policy center on weekly_check for select using (
     ${isPerson} and viewer_kind() = 'CENTER_OFFICER' and district_id = viewer_district() and (overdue_at is not null or outcome = 'REFERRED_TO_CENTER'))`,
  `create policy made on weekly_check for insert with check (${isService} and completed_at is null)`,
  `create policy put_to_center on weekly_check for update using (${isService} and completed_at is null) with check (${isService} and completed_at is null)`,
  `create policy signed on weekly_check for update using (is_steward_of(room_id) and completed_at is null)
     with check (is_steward_of(room_id) and completed_by = viewer_id() and outcome is not null)`,
  `create policy counted on room_activity for all using (${isService}) with check (${isService})`,
];

const grants = [
  'revoke update, delete, truncate on weekly_check from heya_room',
  'grant update (overdue_at, completed_at, completed_by, completed_by_name, outcome, note) on weekly_check to heya_room',
  'grant update (reminded_at) on room_membership to heya_policy',
];

const owned = ['is_steward_of(uuid)', 'remind_invited(uuid, uuid[])'];

export class Migration20261123024800_weekly_check extends Migration {
  override name = 'Migration20261123024800_weekly_check';

  override up(): void {
    for (const statement of [...tables, ...functions]) this.addSql(statement);
    for (const name of owned) {
      this.addSql(`alter function ${name} owner to heya_policy`);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
    }
    for (const statement of [...policies, ...grants]) this.addSql(statement);
  }
}
