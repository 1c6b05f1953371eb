/**
 * After form 4-3 (R16): a room that is being closed is closed at its time, its records are held for as long as their class asks, and a legal
 * hold of the center keeps them for longer. The members read on; the center reads dates and reasons, and nothing of the room.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;
const isOfficerHere = `${isPerson} and viewer_kind() = 'CENTER_OFFICER' and district_id = viewer_district()`;

const tables = [
  `create table "room_retention" ("room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "room_number" text not null, "closure_reason" text null, "started_at" timestamptz(3) not null, "closes_at" timestamptz(3) not null, "closed_at" timestamptz(3) null, "record_class" text null, "years" int null, "hold_ends_on" date null, "version" int not null, primary key ("room_id"))`,
  'create index "room_retention_district" on "room_retention" ("district_id", "started_at", "room_id")',
  'create index room_retention_closing on room_retention (closes_at) where closed_at is null',
  `create table "legal_hold" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "reason" text not null, "set_by" uuid not null, "set_by_name" text not null, "set_at" timestamptz(3) not null, "lift_reason" text null, "lifted_by" uuid null, "lifted_by_name" text null, "lifted_at" timestamptz(3) null, primary key ("id"))`,
  'create unique index legal_hold_one on legal_hold (room_id) where lifted_at is null',
  'create index "legal_hold_room" on "legal_hold" ("room_id", "set_at")',
  ...['room_retention', 'legal_hold'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const functions = [
  /** What a district has set by now for a key that is a number, else what is usual. */
  `create function district_number(d uuid, wanted text, usual int, at timestamptz) returns int language sql stable ${definer} as $$
     select coalesce((select (c.value #>> '{}')::int from district_setting_change c
       where c.district_id = d and c.key = wanted and c.valid_from <= at and jsonb_typeof(c.value) = 'number' order by c.version desc limit 1), usual) $$`,
  /** Whichever way a room begins to close, from then on it has a day on which it is closed. */
  `create function begin_retention() returns trigger language plpgsql ${definer} as $$
   begin
     insert into room_retention (room_id, district_id, patient_id, room_number, closure_reason, started_at, closes_at, version)
     values (new.id, new.district_id, new.patient_id, new.room_number,
       (select a.closure_reason from room_application a where a.room_id = new.id and a.form = 'FORM_4_3' and a.status in ('APPROVED', 'COMPLETED')
         order by a.submitted_at desc limit 1),
       statement_timestamp(), statement_timestamp() + make_interval(days => district_number(new.district_id, 'roomClosingDays', 30, statement_timestamp())), 1)
     on conflict (room_id) do nothing;
     return null;
   end $$`,
  `create trigger begin_retention after update of status on room for each row when (new.status = 'CLOSING' and old.status <> 'CLOSING') execute function begin_retention()`,
  /** Medical records where a physician, dentist or pharmacist has taken part, else records of care. */
  `create function record_class(r uuid) returns text language sql stable ${definer} as $$
     select case when exists (select 1 from room_membership m where m.room_id = r and m.role = 'CARE_TEAM' and m.profession in ('PHYSICIAN', 'DENTIST', 'PHARMACIST'))
       then 'CHART' else 'CARE_RECORD' end $$`,
  /** Closes what is due, for the service alone: the hold is that of the class of its records in its district. */
  `create function close_rooms(at timestamptz, at_most int) returns setof room_retention language plpgsql volatile ${definer} as $$
   declare due uuid[];
   begin
     if not (${isService}) then return; end if;
     select array_agg(room_id) into due from (
       select t.room_id from room_retention t where t.closed_at is null and t.closes_at <= at order by t.closes_at, t.room_id limit at_most for update skip locked) d;
     update room x set status = 'CLOSED', closed_at = at where x.id = any(due) and x.status = 'CLOSING';
     return query update room_retention t set closed_at = at, record_class = k.class, years = k.years, version = t.version + 1,
            hold_ends_on = ((at at time zone 'Asia/Tokyo')::date + make_interval(years => k.years))::date
       from (select d.id, c.class, district_number(q.district_id, case c.class when 'CHART' then 'chartRetentionYears' else 'careRetentionYears' end, 5, at) as years
               from unnest(due) as d(id) join room_retention q on q.room_id = d.id cross join lateral (select record_class(d.id) as class) c) k
      where t.room_id = k.id returning t.*;
   end $$`,
  /** Each change of a hold is a new version of what is shown. */
  `create function legal_hold_changed() returns trigger language plpgsql ${definer} as $$
   begin
     update room_retention set version = version + 1 where room_id = new.room_id;
     return null;
   end $$`,
  'create trigger legal_hold_changed after insert or update on legal_hold for each row execute function legal_hold_changed()',
  `create function holdable(r uuid) returns boolean language sql stable ${definer} as $$
     select exists (select 1 from room_retention t join room x on x.id = t.room_id where t.room_id = r and t.district_id = viewer_district() and x.status in ('CLOSING', 'CLOSED')) $$`,
];

const policies = [
  `create policy shown on room_retention for select using ((${isOfficerHere}) or member_role(room_id) is not null or ${isService})`,
  `create policy shown on legal_hold for select using ((${isOfficerHere}) or member_role(room_id) is not null or ${isService})`,
  `create policy placed on legal_hold for insert with check ((${isOfficerHere}) and set_by = viewer_id() and lifted_at is null and holdable(room_id))`,
  `create policy lifted on legal_hold for update using ((${isOfficerHere}) and lifted_at is null)
     with check ((${isOfficerHere}) and lifted_by = viewer_id() and lifted_at is not null and lift_reason is not null)`,
];

const grants = [
  'revoke insert, update, delete, truncate on room_retention from heya_room',
  'revoke update, delete, truncate on legal_hold from heya_room',
  'grant update (lift_reason, lifted_by, lifted_by_name, lifted_at) on legal_hold to heya_room',
  'grant insert, update on room_retention to heya_policy',
  'grant update (closed_at) on room to heya_policy',
  // Rooms that were being closed before there was a day for it. The owner of the tables sees none of their rows by itself.
  'alter table room no force row level security',
  'alter table room_retention no force row level security',
  `insert into room_retention (room_id, district_id, patient_id, room_number, closure_reason, started_at, closes_at, version)
     select id, district_id, patient_id, room_number, null, statement_timestamp(), statement_timestamp() + interval '30 days', 1 from room where status = 'CLOSING'`,
  'alter table room force row level security',
  'alter table room_retention force row level security',
];

const owned = [
  'district_number(uuid, text, int, timestamptz)', 'begin_retention()', 'record_class(uuid)', 'close_rooms(timestamptz, int)', 'legal_hold_changed()',
  'holdable(uuid)',
];

export class Migration20261123055500_retention extends Migration {
  override name = 'Migration20261123055500_retention';

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
