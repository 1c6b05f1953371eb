import { Migration } from '@mikro-orm/migrations';

/** A birth date is no password (R5). */
export class Migration20261122192000_birth_date extends Migration {
  override name = 'Migration20261122192000_birth_date';

  override up(): void {
    this.addSql(`alter table "app_user" add "birth_date" date null;`);
  }
}
