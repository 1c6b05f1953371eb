/**
 * A room is taken along (R35) by the patient, the steward, who applied for it, or whom form 4-3 names, as long as they take part and the
 * consent stands: asked when it is ordered, when it is stored and when it is fetched. Nobody but who ordered it sees an order or its bytes.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;
const isOwn = `${isPerson} and asked_by = viewer_id()`;

const tables = [
  'create table "data_key" ("scope" uuid not null, "version" smallint not null, "district_id" uuid not null, "wrapped" bytea null, "key_id" text not null, "created_at" timestamptz not null, "destroyed_at" timestamptz null, primary key ("scope", "version"))',
  `create table "room_export" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "room_number" text not null, "asked_by" uuid not null, "asked_by_name" text not null, "purpose" text not null, "reason" text not null, "state" text not null, "progress" smallint not null, "fault" text null, "attempts" smallint not null, "asker" bytea null, "asked_at" timestamptz(3) not null, "started_at" timestamptz(3) null, "ready_at" timestamptz(3) null, "expires_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "sha256" text null, "bytes" int null, "signing_key" text null, "link_hash" text null, "link_until" timestamptz(3) null, primary key ("id"))`,
  'create index "room_export_room" on "room_export" ("room_id")',
  `create index room_export_open on room_export (asked_at) where state in ('WAITING', 'GATHERING', 'WRITING', 'READY')`,
  `create unique index room_export_one_under_way on room_export (room_id, asked_by) where state in ('WAITING', 'GATHERING', 'WRITING')`,
  'create table "room_export_piece" ("export_id" uuid not null, "place" smallint not null, "sealed" bytea not null, primary key ("export_id", "place"))',
  'create table "export_key" ("kid" text not null, "district_id" uuid not null, "public_jwk" jsonb not null, "sealed" bytea not null, "created_at" timestamptz(3) not null, primary key ("kid"))',
  'alter table "export_key" add constraint "export_key_district_id_unique" unique ("district_id")',
  ...['room_export', 'room_export_piece', 'export_key'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const functions = [
  `create function may_export(r uuid) returns boolean ${definer} as $$
     select ${isPerson} and exists (
       select 1 from room x join room_membership m on m.room_id = x.id and m.user_id = viewer_id() and holds_now(m.status, m.joined_at, m.left_at)
        where x.id = r and x.status in ('ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED')
          and consent_in_force(x.patient_id) and patient_right(x.patient_id, 'DEMOGRAPHICS') = 'MEMBERSHIP'
          and (m.role = 'PATIENT' or (m.role = 'CARE_TEAM' and (
            steward_now(m.is_steward, m.seat_from, m.seat_until)
            or exists (select 1 from room_application a where a.room_id = r and a.form = 'FORM_4_1' and a.status = 'COMPLETED' and a.applicant_id = viewer_id())
            or exists (select 1 from room_application a where a.room_id = r and a.form = 'FORM_4_3' and a.status = 'COMPLETED' and a.export_to_id = viewer_id()))))) $$`,
  `create function room_export_place(e uuid) returns table (room_id uuid, patient_id uuid, district_id uuid) ${definer} rows 1 as $$
     select x.room_id, x.patient_id, x.district_id from room_export x where x.id = e $$`,
  `create function owns_export(e uuid) returns boolean ${definer} as $$
     select ${isPerson} and exists (select 1 from room_export x where x.id = e and x.asked_by = viewer_id()) $$`,
  `create function may_fetch_export(e uuid) returns boolean ${definer} as $$
     select exists (select 1 from room_export x where x.id = e and x.asked_by = viewer_id() and may_export(x.room_id)) $$`,
];

const policies = [
  `create policy own on room_export for select using ((${isOwn}) or ${isService})`,
  `create policy ordered on room_export for insert with check (${isOwn} and district_id is not null and state = 'WAITING' and may_export(room_id))`,
  `create policy own_change on room_export for update using (${isOwn}) with check (${isOwn})`,
  `create policy made on room_export for update using (${isService}) with check (${isService})`,
  `create policy gone on room_export for delete using (${isService})`,
  `create policy fetched on room_export_piece for select using (may_fetch_export(export_id))`,
  `create policy stored on room_export_piece for insert with check (may_fetch_export(export_id))`,
  // What is to be dropped has to be seen; nothing opens it without leave to fetch.
  `create policy seen_to_drop on room_export_piece for select using (${isService})`,
  `create policy dropped on room_export_piece for delete using (${isService} or owns_export(export_id))`,
  `create policy signing on export_key for all using (${isService}) with check (${isService})`,
];

const grants = [
  'revoke update, delete, truncate on data_key from heya_room',
  'grant update (wrapped, key_id, destroyed_at) on data_key to heya_room',
  'revoke update, truncate on room_export from heya_room',
  'grant update (state, progress, fault, attempts, asker, started_at, ready_at, expires_at, ended_at, sha256, bytes, signing_key, link_hash, link_until) on room_export to heya_room',
  'revoke update, truncate on room_export_piece from heya_room',
  'revoke update, delete, truncate on export_key from heya_room',
];

const owned = ['may_export(uuid)', 'room_export_place(uuid)', 'owns_export(uuid)', 'may_fetch_export(uuid)'];

export class Migration20261123061500_take_along extends Migration {
  override name = 'Migration20261123061500_take_along';

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
