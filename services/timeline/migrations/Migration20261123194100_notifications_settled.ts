/** Whoever has done what they were told of need not be told any more (R28): the service marks it as read, on every device. */
import { Migration } from '@mikro-orm/migrations';

const service = `(select viewer_type()) = 'service'`;

export class Migration20261123194100_notifications_settled extends Migration {
  override name = 'Migration20261123194100_notifications_settled';

  override up(): void {
    this.addSql(`create policy settle on notification for update using (${service}) with check (${service})`);
  }
}
