/** What runs with another's rights is for the service alone: never for whoever else may come to connect (threat 32). */
import { Migration } from '@mikro-orm/migrations';

const functions = [
  'viewer_type()',
  'viewer_kind()',
  'viewer_id()',
  'viewer_district()',
  'holds_now(text, timestamptz, timestamptz)',
  'viewer_looks()',
  'viewer_patients()',
  'viewer_standing(uuid)',
  'has_standing(uuid)',
  'takes_consent(uuid)',
  'amends_consent(uuid)',
  'ends_consent(uuid)',
  'reads_log(uuid)',
  'role_in_room_of(uuid, uuid)',
  'record_place(uuid)',
];

export class Migration20261122150500_definers extends Migration {
  override name = 'Migration20261122150500_definers';

  override up(): void {
    for (const name of functions) {
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_consent, heya_policy`);
    }
  }
}
