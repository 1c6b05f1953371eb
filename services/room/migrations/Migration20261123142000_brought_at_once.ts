/**
 * What was brought along is asked of rights once, not row by row: identifiers of a block lie in one row a package, and of posts the rooms
 * that the viewer may read are found once a statement. Twenty thousand posts of the care team kept family waiting for five seconds.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';
const isOwn = `viewer_type() = 'person' and brought_by = viewer_id()`;

const entries = [
  'drop table "brought_entry"',
  `create table "brought_entry" ("patient_id" uuid not null, "block" text not null, "import_id" uuid not null, "category" text not null, "entries" jsonb not null, "package_id" uuid not null, "source_room_number" text not null, "source_district_name" text null, "brought_by" uuid not null, "brought_by_name" text not null, "brought_at" timestamptz(3) not null, primary key ("patient_id", "block", "import_id"))`,
  'alter table "brought_entry" enable row level security',
  'alter table "brought_entry" force row level security',
  `create policy consented on brought_entry for select using (patient_right(patient_id, category) is not null)`,
  `create policy brought on brought_entry for insert with check (${isOwn} and edits_profile(patient_id, category))`,
  'revoke update, delete, truncate on brought_entry from heya_room',
];

const posts = [
  /* Of the rooms that the viewer is in or looks into, and that have been brought anything. */
  `create function rooms_brought(wanted text) returns uuid[] ${definer} as $$
     select coalesce(array_agg(r.id), '{}') from room r
      where r.id in (select m.room_id from room_membership m where m.user_id = viewer_id() union
                     select i.room_id from room_inspection i where i.officer_id = viewer_id() and i.ended_at is null)
        and exists (select 1 from brought_post b where b.room_id = r.id) and reads_brought(r.id, r.patient_id, wanted) $$`,
  /* Posts come in with a package of one's own that waits for its room. */
  `create function imports_open() returns text[] ${definer} as $$
     select coalesce(array_agg(i.room_id || ' ' || i.id), '{}') from room_import i
      where viewer_type() = 'person' and i.brought_by = viewer_id() and i.state = 'CHECKED' and may_import(i.room_id)
        and edits_profile(i.patient_id, 'DAILY_CONDITION') $$`,
  ...['rooms_brought(text)', 'imports_open()'].flatMap((name) => [
    `alter function ${name} owner to heya_policy`,
    `revoke all on function ${name} from public`,
    `grant execute on function ${name} to heya_room, heya_policy`,
  ]),
  `alter policy consented on brought_post using (case audience
     when 'EVERYONE' then room_id = any ((select rooms_brought('EVERYONE'))::uuid[])
     else room_id = any ((select rooms_brought('CARE_TEAM'))::uuid[]) end)`,
  `alter policy brought on brought_post with check (room_id || ' ' || import_id = any ((select imports_open())::text[]))`,
];

export class Migration20261123142000_brought_at_once extends Migration {
  override name = 'Migration20261123142000_brought_at_once';

  override up(): void {
    for (const statement of [...entries, ...posts]) this.addSql(statement);
  }
}
