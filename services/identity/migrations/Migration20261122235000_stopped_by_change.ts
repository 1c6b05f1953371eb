import { Migration } from '@mikro-orm/migrations';

/** Whom form 2-2 has stopped, only form 2-2 lets in again: it is no suspension (R7). */
export class Migration20261122235000_stopped_by_change extends Migration {
  override name = 'Migration20261122235000_stopped_by_change';

  override up(): void {
    this.addSql(`alter table "id_change" drop column "suspension_id", add "has_stopped_id" boolean not null default false;`);
  }
}
