/**
 * Names of those who looked are asked from identity when the record is read, under the reader's own authority,
 * so no service needs a right to everybody's names. Where that gives no name, the role in the room is said.
 */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122133000_names_on_reading extends Migration {
  override name = 'Migration20261122133000_names_on_reading';

  override up(): void {
    this.addSql('drop table actor_name');
    this.addSql('drop function names_actor');
    this.addSql(`create function role_in_room_of(p uuid, u uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
      select m.role from room_member m where reads_log(p) and m.patient_id = p and m.user_id = u order by m.seq desc limit 1 $$`);
    this.addSql('alter function role_in_room_of owner to heya_policy');
  }
}
