/** What an officer says of one field when a form goes back stays with that step, so that who said it and when is known (R11, R19). */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261123063500_review_comments extends Migration {
  override name = 'Migration20261123063500_review_comments';

  override up(): void {
    this.addSql(`alter table "application_entry" add column "comments" jsonb not null default '[]'`);
  }
}
