/** How many rooms people are in through a facility: numbers alone, for its administrators, whom identity knows (R7). */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122203000_room_count extends Migration {
  override name = 'Migration20261122203000_room_count';

  override up(): void {
    this.addSql(`create function room_counts(facility uuid, people uuid[]) returns table (user_id uuid, rooms int)
      language sql stable security definer rows 20 set search_path = public, pg_temp as $$
      select m.user_id, count(distinct m.room_id)::int from room_membership m
       where viewer_type() = 'person' and viewer_kind() = 'PROFESSIONAL' and m.district_id = viewer_district()
         and m.facility_id = facility and m.user_id = any(people) and holds_now(m.status, m.joined_at, m.left_at)
       group by m.user_id $$`);
    this.addSql('revoke all on function room_counts(uuid, uuid[]) from public');
    this.addSql('grant execute on function room_counts(uuid, uuid[]) to heya_room');
    this.addSql('alter function room_counts(uuid, uuid[]) owner to heya_policy');
  }
}
