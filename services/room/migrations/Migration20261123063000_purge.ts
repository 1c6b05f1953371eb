/**
 * Erasing a room whose hold is over (R16): two officers say so, neither twice, and no legal hold stands; each is asked again when it begins.
 * This service erases what it holds in the transaction that makes the room PURGED; the others are asked then, and what they answer is the
 * certificate. Room, dates, who decided and the numbers stay: ids alone.
 */
import { erasingStatements } from '@heya/service-common/erasure';
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;
const isOfficerHere = `${isPerson} and viewer_kind() = 'CENTER_OFFICER' and district_id = viewer_district()`;
const today = `(statement_timestamp() at time zone 'Asia/Tokyo')::date`;

const tables = [
  `create table "room_purge" ("room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "first_by" uuid not null, "first_by_name" text not null, "first_at" timestamptz(3) not null, "second_by" uuid null, "second_by_name" text null, "second_at" timestamptz(3) null, "begun_at" timestamptz(3) null, "finished_at" timestamptz(3) null, primary key ("room_id"))`,
  'create index room_purge_open on room_purge (second_at) where finished_at is null',
  `create table "room_purge_part" ("room_id" uuid not null, "service" text not null, "district_id" uuid not null, "asked_at" timestamptz(3) null, "erased_at" timestamptz(3) null, "counts" jsonb null, "sha256" text null, "subject_ids" uuid[] not null, primary key ("room_id", "service"))`,
  ...['room_purge', 'room_purge_part'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const functions = [
  /** Whether nothing but the word of officers stands between a room and its erasure on this day. */
  `create function purgeable(r uuid, day date) returns boolean language sql stable ${definer} as $$
     select exists (select 1 from room_retention t join room x on x.id = t.room_id and x.status = 'CLOSED'
       where t.room_id = r and t.hold_ends_on < day and (${isService} or t.district_id = viewer_district()))
       and not exists (select 1 from legal_hold l where l.room_id = r and l.lifted_at is null) $$`,
  `create function room_purge_changed() returns trigger language plpgsql ${definer} as $$
   begin
     update room_retention set version = version + 1 where room_id = new.room_id;
     return null;
   end $$`,
  'create trigger room_purge_changed after insert or update on room_purge for each row execute function room_purge_changed()',
  /** A hold that comes takes back what officers had said before. */
  `create or replace function legal_hold_changed() returns trigger language plpgsql ${definer} as $$
   begin
     delete from room_purge where room_id = new.room_id and begun_at is null;
     update room_retention set version = version + 1 where room_id = new.room_id;
     return null;
   end $$`,
  /** For the service alone. @returns whether it is this call that began; from here on nobody reads the room */
  `create function begin_purge(r uuid, at timestamptz) returns boolean language plpgsql volatile ${definer} as $$
   begin
     if not (${isService}) or not purgeable(r, (at at time zone 'Asia/Tokyo')::date) then return false; end if;
     update room_purge set begun_at = at where room_id = r and begun_at is null and second_by is not null and second_by <> first_by;
     if not found then return false; end if;
     update room set status = 'PURGED' where id = r;
     update room_retention set closure_reason = null where room_id = r;
     return true;
   end $$`,
];

const policies = [
  `create policy shown on room_purge for select using ((${isOfficerHere}) or ${isService})`,
  `create policy first on room_purge for insert with check ((${isOfficerHere}) and first_by = viewer_id() and second_by is null and begun_at is null
     and purgeable(room_id, ${today}))`,
  `create policy second on room_purge for update using ((${isOfficerHere}) and second_by is null and first_by <> viewer_id())
     with check ((${isOfficerHere}) and second_by = viewer_id() and begun_at is null and purgeable(room_id, ${today}))`,
  `create policy finished on room_purge for update using (${isService} and begun_at is not null) with check (${isService} and begun_at is not null)`,
  `create policy shown on room_purge_part for select using ((${isOfficerHere}) or ${isService})`,
  `create policy asked on room_purge_part for insert with check (${isService})`,
  `create policy answered on room_purge_part for update using (${isService} and erased_at is null) with check (${isService})`,
];

const grants = [
  'revoke update, delete, truncate on room_purge, room_purge_part from heya_room',
  'grant update (second_by, second_by_name, second_at, finished_at) on room_purge to heya_room',
  'grant update (asked_at, erased_at, counts, sha256, subject_ids) on room_purge_part to heya_room',
  'grant delete on room_purge to heya_policy',
  'grant update (begun_at) on room_purge to heya_policy',
];

const erasing = erasingStatements({
  role: 'heya_room',
  kept: ['audit_entry', 'room', 'room_retention', 'room_purge', 'room_purge_part'],
  also: {
    patient: 'x.id = $2',
    dormancy_entry: 'x.review_id in (select d.id from dormancy_review d where d.room_id = $1)',
    room_export_piece: 'x.export_id in (select e.id from room_export e where e.room_id = $1)',
    data_key: 'x.scope in ($1, $2)',
  },
  isErased: `exists (select 1 from room k where k.status = 'PURGED' and (k.id = x.room_id or k.patient_id = x.patient_id))`,
  filledByEvents: ['consent_grant', 'room_activity'],
});

const owned = ['purgeable(uuid, date)', 'room_purge_changed()', 'begin_purge(uuid, timestamptz)'];

export class Migration20261123063000_purge extends Migration {
  override name = 'Migration20261123063000_purge';

  override up(): void {
    for (const statement of [...tables, ...functions, ...erasing]) this.addSql(statement);
    for (const name of owned) {
      this.addSql(`alter function ${name} owner to heya_policy`);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
    }
    for (const statement of [...policies, ...grants]) this.addSql(statement);
  }
}
