/**
 * A viewer has few rooms, so their rights are looked up by key, one room at a time. While tables are small the planner would rather read
 * all of them and ask each row for the day in Japan, which cost five times as much and runs once for each policy of each statement (R13).
 */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122171000_lookups extends Migration {
  override up(): void {
    for (const way of ['seqscan', 'hashjoin', 'mergejoin']) this.addSql(`alter function viewer_rooms() set enable_${way} = off`);
  }
}
