/**
 * What finds somebody in a disaster (R31): told to the timeline's service alone, of those whose consent covers DISASTER_SAFETY and
 * DEMOGRAPHICS. The address is cut short where it is given out.
 */
import { Migration } from '@mikro-orm/migrations';

const statements = [
  `create function safety_cards(patients uuid[]) returns table (room_id uuid, patient_id uuid, district_id uuid, room_number text, name text, address text)
     language sql stable security definer rows 100 set search_path = public, pg_temp as $$
     select r.id, r.patient_id, r.district_id, r.room_number, d.name, d.address from room r join patient_profile d on d.patient_id = r.patient_id
      where viewer_type() = 'service' and r.patient_id = any(patients) and r.status in ('ACTIVE', 'DORMANT')
        and consent_covers(r.patient_id, 'DISASTER_SAFETY', false) and consent_covers(r.patient_id, 'DEMOGRAPHICS', false) $$`,
  'alter function safety_cards(uuid[]) owner to heya_policy',
  'revoke all on function safety_cards(uuid[]) from public',
  'grant execute on function safety_cards(uuid[]) to heya_room, heya_policy',
];

export class Migration20261123200000_safety_card extends Migration {
  override name = 'Migration20261123200000_safety_card';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
