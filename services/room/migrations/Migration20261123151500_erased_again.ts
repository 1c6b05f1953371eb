/**
 * A backup brings back a room that was erased (R16, threats 29, 30). The ledger knows of it, so nobody is asked again: neither hold nor
 * legal hold nor officers of the time of the backup, all of which were heard before it was erased.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const restored = `purge_again(jsonb, jsonb)`;

export class Migration20261123151500_erased_again extends Migration {
  override name = 'Migration20261123151500_erased_again';

  override up(): void {
    // The room's own row stays as the backup has it, or lacks it: its number may be another room's by now.
    this.addSql(`create function ${restored.replace('jsonb, jsonb', 'kept jsonb, said jsonb')} returns boolean language plpgsql volatile ${definer} as $$
      declare t room_retention; u room_purge;
      begin
        t := jsonb_populate_record(null::room_retention, kept);
        u := jsonb_populate_record(null::room_purge, said || '{"finished_at": null}');
        if viewer_type() <> 'service' or t.room_id <> u.room_id or u.begun_at is null or u.second_by is null then return false; end if;
        perform pg_advisory_xact_lock(hashtextextended('room-retention:' || u.room_id, 0));
        if exists (select 1 from room_purge k where k.room_id = u.room_id and k.begun_at is not null) then return false; end if;
        update room set status = 'PURGED', closed_at = t.closed_at where id = u.room_id;
        delete from room_purge k where k.room_id = u.room_id;
        insert into room_purge select u.*;
        insert into room_retention select t.* on conflict (room_id) do nothing;
        update room_retention k set closure_reason = null, application_number = t.application_number, started_at = t.started_at, closes_at = t.closes_at,
               closed_at = t.closed_at, record_class = t.record_class, years = t.years, hold_ends_on = t.hold_ends_on, version = greatest(k.version, t.version)
         where k.room_id = t.room_id;
        return true;
      end $$`);
    this.addSql(`alter function ${restored} owner to heya_policy`);
    this.addSql(`revoke all on function ${restored} from public`);
    this.addSql(`grant execute on function ${restored} to heya_room, heya_policy`);
    this.addSql('grant insert on room_purge to heya_policy');
  }
}
