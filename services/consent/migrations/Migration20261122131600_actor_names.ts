/** A name is shown beside the entries of one's own patients: somebody who has looked at thousands of others costs nothing more. */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122131600_actor_names extends Migration {
  override name = 'Migration20261122131600_actor_names';

  override up(): void {
    this.addSql('drop index access_log_entry_actor');
    this.addSql('create index "access_log_entry_actor" on "access_log_entry" ("patient_id", "actor_id")');
    this.addSql(`create function names_actor(u uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select 1 from viewer_patients() v where reads_log(v.patient_id)
        and exists (select 1 from access_log_entry e where e.patient_id = v.patient_id and e.actor_id = u)) $$`);
    this.addSql('alter function names_actor owner to heya_policy');
    this.addSql('alter policy shown on actor_name using (names_actor(user_id))');
  }
}
