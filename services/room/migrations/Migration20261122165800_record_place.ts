/** For the access record only: where a refused look was aimed at, so that the patient sees it among those who looked (R32, R33). */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122165800_record_place extends Migration {
  override name = 'Migration20261122165800_record_place';

  override up(): void {
    this.addSql(`create function record_place(wanted uuid) returns table (room_id uuid, patient_id uuid, district_id uuid)
      language sql stable security definer rows 1 set search_path = public, pg_temp as $$
      select x.id, x.patient_id, x.district_id from room x where x.id = wanted
      union all select m.room_id, m.patient_id, m.district_id from room_membership m where m.id = wanted
      union all select i.room_id, i.patient_id, i.district_id from room_inspection i where i.id = wanted
      union all select a.room_id, a.patient_id, a.district_id from room_application a where a.id = wanted
      union all select x.id, q.id, q.district_id from patient q left join room x on x.patient_id = q.id where q.id = wanted
      limit 1 $$`);
    this.addSql('revoke all on function record_place(uuid) from public');
    this.addSql('grant execute on function record_place(uuid) to heya_room, heya_policy');
    this.addSql('alter function record_place(uuid) owner to heya_policy');
  }
}
