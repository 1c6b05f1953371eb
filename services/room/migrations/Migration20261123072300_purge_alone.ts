/**
 * Nothing is ordered from or put into a room while it is being erased (R16): whoever began before is waited for, and their rows are seen;
 * whoever comes after finds that there is no room.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';

export class Migration20261123072300_purge_alone extends Migration {
  override name = 'Migration20261123072300_purge_alone';

  override up(): void {
    this.addSql(`create function keep_from_erased() returns trigger language plpgsql ${definer} as $$
      declare is_erased boolean;
      begin
        select x.status = 'PURGED' into is_erased from room x where x.id = (to_jsonb(new)->>tg_argv[0])::uuid for share;
        if is_erased then return null; end if;
        return new;
      end $$`);
    this.addSql(`alter function keep_from_erased() owner to heya_policy`);
    this.addSql(`revoke all on function keep_from_erased() from public`);
    this.addSql(`grant execute on function keep_from_erased() to heya_room, heya_policy`);
    for (const [table, column] of [
      ['room_export', 'room_id'],
      ['data_key', 'scope'],
    ])
      this.addSql(`create trigger keep_from_erased before insert on ${table} for each row execute function keep_from_erased('${column}')`);
    // A package that is being stored right now is waited for, so that its pieces go as well.
    this.addSql(`create function wait_for_exports() returns trigger language plpgsql ${definer} as $$
      begin
        perform from room_export e where e.room_id = new.id for update;
        return null;
      end $$`);
    this.addSql(`alter function wait_for_exports() owner to heya_policy`);
    this.addSql(`revoke all on function wait_for_exports() from public`);
    this.addSql(`grant execute on function wait_for_exports() to heya_room, heya_policy`);
    this.addSql(
      `create trigger wait_for_exports after update of status on room for each row when (new.status = 'PURGED') execute function wait_for_exports()`,
    );
    this.addSql('grant update (state) on room_export to heya_policy');
  }
}
