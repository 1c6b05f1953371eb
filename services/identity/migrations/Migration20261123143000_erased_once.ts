/** Erasing a room (R16): its first answer is kept, and whoever began to write before it does not write behind it. */
import { erasedOnceStatements } from '@heya/service-common/erasure';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261123143000_erased_once extends Migration {
  override name = 'Migration20261123143000_erased_once';

  override up(): void {
    for (const statement of erasedOnceStatements('heya_identity', {})) this.addSql(statement);
  }
}
