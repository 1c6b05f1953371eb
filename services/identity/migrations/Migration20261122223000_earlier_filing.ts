import { Migration } from '@mikro-orm/migrations';

/** What was returned stays beside what was filed instead, so that officers see what changed (R2). */
export class Migration20261122223000_earlier_filing extends Migration {
  override name = 'Migration20261122223000_earlier_filing';

  override up(): void {
    this.addSql(`alter table "id_application" add "earlier" jsonb null;`);
  }
}
