/** Basics are changed by the care team, or before there is a room by who registered them; never by family (R20). */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122124000_patient_change extends Migration {
  override name = 'Migration20261122124000_patient_change';

  override up(): void {
    this.addSql(`create function edits_patient(p uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(case patient_right(p, 'DEMOGRAPHICS')
        when 'REGISTRAR' then true
        when 'MEMBERSHIP' then exists (select 1 from room_membership m
          where m.patient_id = p and m.user_id = viewer_id() and m.status = 'ACTIVE' and m.role = 'CARE_TEAM')
      end, false) $$`);
    this.addSql('alter function edits_patient owner to heya_policy');
    this.addSql('alter policy change on patient using (edits_patient(id)) with check (edits_patient(id))');
    this.addSql('alter policy change on patient_profile using (edits_patient(patient_id)) with check (edits_patient(patient_id))');
    this.addSql(`alter policy own_change on patient_history with check (changed_by = viewer_id() and (registers(patient_id) or edits_patient(patient_id)))`);
  }
}
