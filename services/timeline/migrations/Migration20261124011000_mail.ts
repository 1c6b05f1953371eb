/**
 * Telling by mail (R28): the address somebody confirmed, the codes with which they did, and each day's summary. An address is its person's
 * own and the service's, sealed, nobody else's; codes stay a while, so that who asks for many is known.
 */
import { Migration } from '@mikro-orm/migrations';

const service = `(select viewer_type()) = 'service'`;
const own = `(select viewer_type()) = 'person' and user_id = (select viewer_user())`;

const tables = {
  mail_address: `"user_id" uuid not null, "sealed" bytea not null, "confirmed_at" timestamptz not null default clock_timestamp(), "refused_at" timestamptz null, "tried_at" timestamptz null, primary key ("user_id")`,
  mail_code: `"id" uuid not null, "user_id" uuid not null, "sealed" bytea not null, "hash" bytea not null, "created_at" timestamptz not null default clock_timestamp(), "tries" int not null default 0, "ended_at" timestamptz null, primary key ("id")`,
  mail_digest: `"user_id" uuid not null, "day" date not null, "state" varchar(255) not null default 'QUEUED', "reason" varchar(255) null, "attempts" int not null default 0, "due_at" timestamptz not null default clock_timestamp(), "settled_at" timestamptz null, primary key ("user_id", "day")`,
} as const;

const rest = [
  'create index "mail_code_user_id_created_at_index" on "mail_code" ("user_id", "created_at")',
  `create index mail_digest_due on mail_digest (due_at) where state = 'QUEUED'`,
  `alter table "notification_preference" add column "digest_at" varchar(255) null default '07:30'`,
  `create policy own on mail_address using (${own}) with check (${own})`,
  `create policy reach on mail_address for select using (${service})`,
  `create policy refuse on mail_address for update using (${service}) with check (${service})`,
  `create policy own on mail_code using (${own}) with check (${own})`,
  `create policy see on mail_code for select using (${service})`,
  `create policy forget on mail_code for delete using (${service})`,
  `create policy carry on mail_digest using (${service}) with check (${service})`,
  'revoke update, truncate on mail_address from heya_timeline',
  'grant update (sealed, confirmed_at, refused_at, tried_at) on mail_address to heya_timeline',
  'revoke update, truncate on mail_code from heya_timeline',
  'grant update (tries, ended_at) on mail_code to heya_timeline',
  'revoke update, truncate on mail_digest from heya_timeline',
  'grant update (state, reason, attempts, due_at, settled_at) on mail_digest to heya_timeline',
];

export class Migration20261124011000_mail extends Migration {
  override name = 'Migration20261124011000_mail';

  override up(): void {
    for (const [table, columns] of Object.entries(tables)) {
      this.addSql(`create table "${table}" (${columns})`);
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
    }
    for (const statement of rest) this.addSql(statement);
  }
}
