/** Erasing a room (R16): its first answer is kept, and whoever began to write before it does not write behind it. */
import { eraseFunction, erasedOnceStatements } from '@heya/service-common/erasure';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261123143000_erased_once extends Migration {
  override name = 'Migration20261123143000_erased_once';

  override up(): void {
    this.addSql(eraseFunction(['audit_entry', 'room_state', 'erased_room'], {}));
    const shut = {
      post: 'room_id',
      vitals_record: 'room_id',
      vital_measurement: 'room_id',
      read_receipt: 'room_id',
      reading_position: 'room_id',
    } as const;
    for (const statement of erasedOnceStatements('heya_timeline', shut)) this.addSql(statement);
  }
}
