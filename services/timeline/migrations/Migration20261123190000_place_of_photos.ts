/** A refused look at a photo, or at what was announced of one, is recorded with the room and the patient that it was aimed at (R25, R32). */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261123190000_place_of_photos extends Migration {
  override name = 'Migration20261123190000_place_of_photos';

  override up(): void {
    this.addSql(`create or replace function record_place(wanted uuid) returns table (room_id uuid, patient_id uuid, district_id uuid)
     language sql stable security definer rows 1 set search_path = public, pg_temp as $$
     select s.room_id, s.patient_id, s.district_id from room_state s
      where s.room_id = wanted or s.room_id = (select p.room_id from post p where p.id = wanted)
         or s.room_id = (select v.room_id from vitals_record v where v.id = wanted)
         or s.room_id = (select a.room_id from attachment a where a.id = wanted)
         or s.room_id = (select u.room_id from upload u where u.id = wanted) or s.patient_id = wanted
      limit 1 $$`);
  }
}
