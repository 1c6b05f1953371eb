/** Erasing a room (R16): its first answer is kept, and whoever began to write before it does not write behind it. */
import { eraseFunction, erasedOnceStatements } from '@heya/service-common/erasure';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261123143000_erased_once extends Migration {
  override name = 'Migration20261123143000_erased_once';

  override up(): void {
    this.addSql(eraseFunction(['audit_entry', 'access_log_entry', 'room_state', 'erased_room'], {}));
    const tables = [
      'consent',
      'consent_category',
      'consent_event',
      'consent_signature',
      'consent_warning',
      'consent_paper',
      'consent_paper_page',
    ];
    const shut = Object.fromEntries(tables.map((table) => [table, 'patient_id' as const]));
    for (const statement of erasedOnceStatements('heya_consent', shut)) this.addSql(statement);
  }
}
