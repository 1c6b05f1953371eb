/** Likely doubles are looked for among the viewer's own patients: a common name in a large district costs nothing. */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122131500_likeness extends Migration {
  override name = 'Migration20261122131500_likeness';

  override up(): void {
    this.addSql(`create function viewer_patients() returns table (patient_id uuid) language sql stable security definer rows 50 set search_path = public, pg_temp as $$
      select p.id from patient p where viewer_type() = 'person' and p.registered_by = viewer_id()
      union select m.patient_id from room_membership m where viewer_type() = 'person' and m.user_id = viewer_id() and m.status = 'ACTIVE' $$`);
    this.addSql('alter function viewer_patients owner to heya_policy');
    this.addSql('drop index patient_profile_likeness');
  }
}
