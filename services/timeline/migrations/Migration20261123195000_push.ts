/**
 * Telling a device (R28): which devices a person chose, and a row for each notification that is to go out to them. The addresses are the
 * person's own and the service's, nobody else's; what goes out is the service's alone, and ends with the room.
 */
import { Migration } from '@mikro-orm/migrations';

const person = `(select viewer_type()) = 'person'`;
const service = `(select viewer_type()) = 'service'`;
const own = `${person} and user_id = (select viewer_user())`;

const tables = {
  push_subscription: `"id" uuid not null, "user_id" uuid not null, "endpoint" varchar(1024) not null, "p256dh" varchar(255) not null, "auth" varchar(255) not null, "device_id" uuid null, "locale" varchar(255) not null, "created_at" timestamptz not null default clock_timestamp(), primary key ("id")`,
  notification_delivery: `"notification_id" uuid not null, "channel" varchar(255) not null, "user_id" uuid not null, "room_id" uuid null, "patient_id" uuid null, "state" varchar(255) not null default 'QUEUED', "reason" varchar(255) null, "attempts" int not null default 0, "reached" jsonb not null default '[]', "due_at" timestamptz not null default clock_timestamp(), "settled_at" timestamptz null, primary key ("notification_id", "channel")`,
} as const;

const rest = [
  'alter table "push_subscription" add constraint "push_subscription_user_id_endpoint_unique" unique ("user_id", "endpoint")',
  'create index "push_subscription_endpoint_index" on "push_subscription" ("endpoint")',
  `create index notification_delivery_due on notification_delivery (due_at) where state = 'QUEUED'`,
  'create index "notification_delivery_room_id_index" on "notification_delivery" ("room_id")',
  `create policy own on push_subscription using (${own}) with check (${own})`,
  `create policy reach on push_subscription for select using (${service})`,
  `create policy forget on push_subscription for delete using (${service})`,
  `create policy carry on notification_delivery using (${service}) with check (${service})`,
  'revoke update, truncate on push_subscription from heya_timeline',
  'revoke update, delete, truncate on notification_delivery from heya_timeline',
  'grant update (state, reason, attempts, reached, due_at, settled_at) on notification_delivery to heya_timeline',
  'create trigger keep_out_of_erased before insert on notification_delivery for each row execute function keep_out_of_erased_room_id()',
];

export class Migration20261123195000_push extends Migration {
  override name = 'Migration20261123195000_push';

  override up(): void {
    for (const [table, columns] of Object.entries(tables)) {
      this.addSql(`create table "${table}" (${columns})`);
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
    }
    for (const statement of rest) this.addSql(statement);
  }
}
