import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;
const isPerson = `(select current_setting('app.viewer_type', true)) = 'person'`;
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;

/** Passkeys beside codes, recovery in person, suspension, and what a session knows of its device and its last proof. */
export class Migration20261122152000_sign_in_safety extends Migration {

  override name = 'Migration20261122152000_sign_in_safety';

  override up(): void {
    this.addSql(`create table "passkey" ("id" uuid not null, "user_id" uuid not null, "credential_id" text not null, "public_key" bytea not null, "counter" bigint not null, "transports" text[] not null, "label" varchar(80) not null, "backed_up" boolean not null, "created_at" timestamptz not null, "last_used_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "passkey_user_id_index" on "passkey" ("user_id");`);
    this.addSql(`alter table "passkey" add constraint "passkey_credential_id_unique" unique ("credential_id");`);
    this.addSql(`create table "passkey_challenge" ("challenge" varchar(255) not null, "purpose" varchar(20) not null, "subject" varchar(255) not null, "user_id" uuid null, "expires_at" timestamptz not null, primary key ("challenge"));`);
    this.addSql(`create index "passkey_challenge_expires_at_index" on "passkey_challenge" ("expires_at");`);
    this.addSql(`create table "account_recovery" ("id" uuid not null, "user_id" uuid not null, "district_id" uuid not null, "started_by" uuid not null, "authority" varchar(20) not null, "reason" text not null, "code_hash" varchar(255) not null, "wrong_codes" int not null default 0, "started_at" timestamptz not null, "effective_at" timestamptz not null, "expires_at" timestamptz not null, "cancelled_at" timestamptz null, "cancelled_by" uuid null, "completed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "account_recovery_user_id_index" on "account_recovery" ("user_id");`);
    this.addSql(`create unique index account_recovery_open on account_recovery (user_id) where cancelled_at is null and completed_at is null;`);
    this.addSql(`create table "suspension" ("id" uuid not null, "user_id" uuid not null, "district_id" uuid not null, "reason" text not null, "started_at" timestamptz not null, "started_by" uuid not null, "ended_at" timestamptz null, "ended_by" uuid null, primary key ("id"));`);
    this.addSql(`create index "suspension_user_id_index" on "suspension" ("user_id");`);
    for (const table of ['passkey', 'account_recovery', 'suspension'])
      this.addSql(`alter table "${table}" add constraint "${table}_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;`);
    this.addSql(`alter table "sign_in_session" add "device" varchar(80) null, add "proved_at" timestamptz not null default now(), add "proved_passkey_id" uuid null;`);
    this.addSql(`alter table "review_task" add "close_note" text null, add "closed_by" uuid null;`);

    for (const table of ['passkey', 'passkey_challenge', 'account_recovery', 'suspension']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
    }
    // Whoever is being recovered sees it on every screen (threat 20); the rest goes through the service's own decisions.
    this.addSql(`create policy by_owner on account_recovery for select using (${isPerson} and user_id = ${userId});`);
  }

}
