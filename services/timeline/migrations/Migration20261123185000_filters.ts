/**
 * Posts of some kind, of somebody, or raised, in the order of the timeline (R27). A statement that is planned once does not know the value that
 * an index for one value alone would need, so the kind is part of the index, and whatever is raised has one.
 */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261123185000_filters extends Migration {
  override name = 'Migration20261123185000_filters';

  override up(): void {
    this.addSql('create index post_timeline_kind on post (room_id, audience, kind, seq)');
    this.addSql('create index post_timeline_author on post (room_id, audience, author_id, seq)');
    this.addSql("create index post_timeline_raised on post (room_id, audience, seq) where importance <> 'NORMAL'");
    for (const name of ['vitals', 'important', 'urgent']) this.addSql(`drop index post_timeline_${name}`);
  }
}
