/** Wrong recovery codes are throttled and stand in the access record (R32, V07): nobody read the count beside them. */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122174000_wrong_codes extends Migration {
  override name = 'Migration20261122174000_wrong_codes';

  override up(): void {
    this.addSql(`alter table "account_recovery" drop column "wrong_codes"`);
  }
}
