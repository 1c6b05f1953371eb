/**
 * The rooms of a viewer were kept as text and read from it again for the same statement, which took as long as finding them. The statement
 * is handed what was found; only the few lists that the policies compare with are kept (R13).
 */
import { Migration } from '@mikro-orm/migrations';

const definer = `security definer set search_path to 'public', 'pg_temp'`;
const columns = `room_id uuid, patient_id uuid, district_id uuid, role text, audiences text[], to_family boolean, open boolean, epoch integer,
  authority text, valid_until timestamptz`;
const conditions = { seen: 'true', written: 'open', joined: `authority = 'MEMBERSHIP'` };
const keep = Object.entries(conditions).flatMap(([right, condition]) =>
  ['CARE_TEAM', 'EVERYONE'].map(
    (audience) =>
      `set_config('app.rooms_${right}_${audience.toLowerCase()}', coalesce(array_agg(room_id) filter (where ${condition} and '${audience}' = any(audiences)), '{}')::text, true)`,
  ),
);
const found = `(select coalesce(array_agg(row(v.*)::viewer_room), '{}') from find_viewer_rooms() v)`;

const functions = [
  // What was found holds for one statement and one viewer, and goes with the transaction.
  `create function rooms_question() returns text language sql stable as $$
     select concat_ws('|', statement_timestamp(), pg_current_snapshot(), current_setting('app.viewer_type', true), current_setting('app.user_id', true),
       current_setting('app.user_kind', true), current_setting('app.district_id', true), current_setting('app.room_id', true),
       current_setting('app.audience', true), current_setting('app.epoch', true)) $$`,
  `create function keep_viewer_rooms(rooms viewer_room[]) returns void language plpgsql stable as $$
     begin
       perform ${keep.join(',\n         ')} from unnest(rooms);
       perform set_config('app.rooms_asked', rooms_question(), true);
     end $$`,
  `create or replace function know_viewer_rooms() returns void language plpgsql stable ${definer} as $$
     begin
       if current_setting('app.rooms_asked', true) = rooms_question() then return; end if;
       perform keep_viewer_rooms(${found});
     end $$`,
  `create or replace function viewer_rooms() returns table (${columns}) language plpgsql stable rows 10 ${definer} as $$
     declare
       rooms constant viewer_room[] := ${found};
     begin
       if current_setting('app.rooms_asked', true) is distinct from rooms_question() then perform keep_viewer_rooms(rooms); end if;
       return query select * from unnest(rooms);
     end $$`,
];

export class Migration20261122220000_rights_in_hand extends Migration {
  override up(): void {
    for (const statement of functions) this.addSql(statement);
    // The policies' own role asks and keeps; nobody else does.
    for (const name of ['rooms_question()', 'keep_viewer_rooms(viewer_room[])']) {
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`alter function ${name} owner to heya_policy`);
    }
  }
}
