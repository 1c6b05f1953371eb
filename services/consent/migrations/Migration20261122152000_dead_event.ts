/** Events that could not be applied however often they were tried (threat 26). */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122152000_dead_event extends Migration {
  override name = 'Migration20261122152000_dead_event';

  override up(): void {
    this.addSql(
      'create table "dead_event" ("event_id" uuid not null, "topic" varchar(255) not null, "position" bigint not null, "code" varchar(255) not null, "died_at" timestamptz not null, primary key ("event_id"))',
    );
  }
}
