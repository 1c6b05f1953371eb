/**
 * The viewer's rights are found once a statement. Each policy and each join asked for them anew, six times for one page (R13).
 * What was found holds for one statement and one viewer: it bears the moment at which the statement came and
 * the snapshot it reads, and goes with the transaction. It is worth as much as the settings that say who asks, which lie beside it.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = `security definer set search_path to 'public', 'pg_temp'`;
const columns = `room_id uuid, patient_id uuid, district_id uuid, role text, audiences text[], to_family boolean, open boolean, epoch integer,
  authority text, valid_until timestamptz`;
const rights = ['seen', 'written', 'joined'];
const conditions: Record<string, string> = { seen: 'true', written: 'open', joined: `authority = 'MEMBERSHIP'` };
const audiences = ['CARE_TEAM', 'EVERYONE'];
const setting = (right: string, audience: string): string => `app.rooms_${right}_${audience.toLowerCase()}`;
const keep = rights.flatMap((right) =>
  audiences.map(
    (audience) =>
      `set_config('${setting(right, audience)}', coalesce(array_agg(room_id) filter (where ${conditions[right] ?? ''} and '${audience}' = any(audiences)), '{}')::text, true)`,
  ),
);

export class Migration20261122183000_rights_once extends Migration {
  override up(): void {
    this.addSql('alter function viewer_rooms() rename to find_viewer_rooms');
    this.addSql(`create type viewer_room as (${columns})`);
    this.addSql(`create function know_viewer_rooms() returns void language plpgsql stable ${definer} as $$
      declare
        asked constant text := concat_ws('|', statement_timestamp(), pg_current_snapshot(), current_setting('app.viewer_type', true), current_setting('app.user_id', true),
          current_setting('app.user_kind', true), current_setting('app.district_id', true), current_setting('app.room_id', true),
          current_setting('app.audience', true), current_setting('app.epoch', true));
      begin
        if current_setting('app.rooms_asked', true) = asked then return; end if;
        perform set_config('app.rooms', coalesce(array_agg(row(v.*)::viewer_room), '{}')::text, true), ${keep.join(',\n          ')} from find_viewer_rooms() v;
        perform set_config('app.rooms_asked', asked, true);
      end $$`);
    this.addSql(`create function viewer_rooms() returns table (${columns}) language plpgsql stable rows 10 ${definer} as $$
      begin
        perform know_viewer_rooms();
        return query select * from unnest(current_setting('app.rooms')::viewer_room[]);
      end $$`);
    for (const right of rights)
      this.addSql(`create or replace function rooms_${right}(wanted text) returns uuid[] language plpgsql stable ${definer} as $$
        begin
          perform know_viewer_rooms();
          return current_setting('app.rooms_${right}_' || lower(wanted))::uuid[];
        end $$`);
    // Only the policies' own role finds and keeps; the service asks what was found.
    this.addSql('revoke all on function find_viewer_rooms() from public, heya_timeline');
    this.addSql('revoke all on function know_viewer_rooms() from public');
    this.addSql('revoke all on function viewer_rooms() from public');
    this.addSql('grant execute on function viewer_rooms() to heya_timeline');
    for (const name of ['know_viewer_rooms', 'viewer_rooms']) this.addSql(`alter function ${name}() owner to heya_policy`);
  }
}
