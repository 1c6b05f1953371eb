/**
 * When somebody was in a room before this visit (R30): what they have missed is counted from there. Reading again after half an hour, the time after
 * which a device signs out (R6), is another visit. Posts are found by when they arrived.
 */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261123193100_visits extends Migration {
  override name = 'Migration20261123193100_visits';

  override up(): void {
    this.addSql('alter table "reading_position" add column "before_visit_at" timestamptz null');
    this.addSql('create index post_arrived on post (room_id, audience, created_at)');
  }
}
