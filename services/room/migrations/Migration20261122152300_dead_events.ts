/** Where an event that cannot be applied is set aside, by its id (threat 26). */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122152300_dead_events extends Migration {
  override name = 'Migration20261122152300_dead_events';

  override up(): void {
    this.addSql(
      `create table "dead_event" ("event_id" uuid not null, "topic" varchar(255) not null, "position" bigint not null, "code" varchar(255) not null, "died_at" timestamptz not null, primary key ("event_id"))`,
    );
  }
}
