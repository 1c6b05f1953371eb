import { Migration } from '@mikro-orm/migrations';

/** What was recorded is not unrecorded (R32): the runtime role may add lines and mark them as told, nothing else. */
export class Migration20261122133800_audit_grants extends Migration {
  override name = 'Migration20261122133800_audit_grants';

  override up(): void {
    this.addSql('revoke update, delete, truncate on audit_entry from heya_identity;');
    this.addSql('grant update (shipped) on audit_entry to heya_identity;');
  }

  override down(): void {
    this.addSql('grant update, delete on audit_entry to heya_identity;');
  }
}
