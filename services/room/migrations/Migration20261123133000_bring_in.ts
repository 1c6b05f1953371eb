/**
 * A package from elsewhere is brought into a room (R35) by its steward or whoever applied for it, while the room is in use and the consent
 * stands: asked when it is brought and when it is taken in. What it holds lies sealed until then, for who brought it alone. Entries of the
 * profile and posts that came in keep the identifiers they had; each is read by its data class, posts by their audience too (R10).
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;
const isOwn = `${isPerson} and brought_by = viewer_id()`;

const tables = [
  `create table "room_import" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "brought_by" uuid not null, "brought_by_name" text not null, "brought_at" timestamptz(3) not null, "state" text not null, "sha256" text not null, "package_id" uuid not null, "source_room_id" uuid not null, "source_room_number" text not null, "source_district_name" text null, "made_at" timestamptz(3) not null, "made_by_name" text not null, "made_by_facility" text null, "purpose" text not null, "signing_key" text not null, "is_known_key" boolean not null, "entries" bytea null, "posts" bytea null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "choice_hash" text null, "taken" jsonb null, primary key ("id"))`,
  'create index "room_import_room" on "room_import" ("room_id")',
  `create index room_import_waiting on room_import (expires_at) where state = 'CHECKED'`,
  `create table "brought_entry" ("patient_id" uuid not null, "block" text not null, "system" text not null, "value" text not null, "entry_key" text not null, "category" text not null, "import_id" uuid not null, "package_id" uuid not null, "source_room_number" text not null, "source_district_name" text null, "brought_by" uuid not null, "brought_by_name" text not null, "brought_at" timestamptz(3) not null, primary key ("patient_id", "block", "system", "value", "entry_key"))`,
  `create table "brought_post" ("room_id" uuid not null, "source_id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "import_id" uuid not null, "source_room_id" uuid not null, "source_room_number" text not null, "audience" text not null, "is_important" boolean not null, "author_label" text not null, "body" text null, "readings" text[] not null, "observed_at" timestamptz(3) not null, "written_at" timestamptz(3) not null, primary key ("room_id", "source_id"))`,
  'create index brought_post_order on brought_post (room_id, observed_at desc, source_id desc)',
  ...['room_import', 'brought_entry', 'brought_post'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const functions = [
  `create function may_import(r uuid) returns boolean ${definer} as $$
     select ${isPerson} and exists (
       select 1 from room x join room_membership m on m.room_id = x.id and m.user_id = viewer_id() and holds_now(m.status, m.joined_at, m.left_at)
        where x.id = r and x.status in ('ACTIVE', 'DORMANT') and m.role = 'CARE_TEAM'
          and consent_in_force(x.patient_id) and edits_profile(x.patient_id, 'DEMOGRAPHICS')
          and (steward_now(m.is_steward, m.seat_from, m.seat_until)
            or exists (select 1 from room_application a where a.room_id = r and a.form = 'FORM_4_1' and a.status = 'COMPLETED' and a.applicant_id = viewer_id()))) $$`,
  `create function room_import_place(i uuid) returns table (room_id uuid, patient_id uuid, district_id uuid) ${definer} rows 1 as $$
     select x.room_id, x.patient_id, x.district_id from room_import x where x.id = i $$`,
  /* Of which district of this house a key is; it says nothing else of it. */
  `create function export_key_district(wanted text) returns uuid ${definer} as $$ select k.district_id from export_key k where k.kid = wanted $$`,
  /* Care team and looks of the center read every post, family and patient those for everyone; each while the class is open to them. */
  `create function reads_brought(r uuid, p uuid, audience text) returns boolean ${definer} as $$
     select patient_right(p, 'DAILY_CONDITION') in ('MEMBERSHIP', 'INSPECTION')
        and (audience = 'EVERYONE' or member_role(r) = 'CARE_TEAM' or inspects(r)) $$`,
];

const policies = [
  `create policy own on room_import for select using ((${isOwn}) or ${isService} or (state = 'TAKEN' and member_role(room_id) = 'CARE_TEAM'))`,
  `create policy brought on room_import for insert with check (${isOwn} and state = 'CHECKED' and may_import(room_id))`,
  `create policy own_change on room_import for update using (${isOwn}) with check (${isOwn} and (state <> 'TAKEN' or may_import(room_id)))`,
  `create policy over on room_import for update using (${isService}) with check (${isService} and state = 'EXPIRED')`,
  `create policy consented on brought_entry for select using (patient_right(patient_id, category) is not null)`,
  `create policy brought on brought_entry for insert with check (${isOwn} and edits_profile(patient_id, category))`,
  `create policy consented on brought_post for select using (reads_brought(room_id, patient_id, audience))`,
  `create policy brought on brought_post for insert with check (may_import(room_id) and edits_profile(patient_id, 'DAILY_CONDITION'))`,
];

const grants = [
  'revoke update, delete, truncate on room_import from heya_room',
  'grant update (state, entries, posts, ended_at, choice_hash, taken) on room_import to heya_room',
  'revoke update, delete, truncate on brought_entry, brought_post from heya_room',
];

const owned = ['may_import(uuid)', 'room_import_place(uuid)', 'export_key_district(text)', 'reads_brought(uuid, uuid, text)'];

export class Migration20261123133000_bring_in extends Migration {
  override name = 'Migration20261123133000_bring_in';

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
