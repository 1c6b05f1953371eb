import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;

/** The first sign-in (R4): enrolment by a code, backup codes, and whose ID is not in use yet (R1, R2). */
export class Migration20261122190000_enrolment extends Migration {
  override name = 'Migration20261122190000_enrolment';

  override up(): void {
    // Whoever is in already has come in; who is added from now on has not.
    this.addSql(`alter table "app_user" add "enrolled_at" timestamptz null default now();`);
    this.addSql(`alter table "app_user" alter column "enrolled_at" drop default;`);
    this.addSql(`alter table "credential" alter column "totp_secret" drop not null;`);
    this.addSql(
      `create table "enrolment" ("id" uuid not null, "user_id" uuid not null, "district_id" uuid not null, "code_hash" varchar(255) null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "step" varchar(20) not null, "visit_hash" varchar(255) null, "visit_until" timestamptz null, "opened_at" timestamptz null, "completed_at" timestamptz null, "replaced_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "enrolment_user_id_index" on "enrolment" ("user_id");`);
    this.addSql(`create unique index enrolment_open on enrolment (user_id) where completed_at is null and replaced_at is null;`);
    this.addSql(`create unique index enrolment_visit on enrolment (visit_hash) where visit_hash is not null;`);
    this.addSql(
      `create table "backup_code" ("user_id" uuid not null, "code_hash" varchar(255) not null, "created_at" timestamptz not null, "used_at" timestamptz null, primary key ("user_id", "code_hash"));`,
    );
    for (const table of ['enrolment', 'backup_code']) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;`,
      );
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
    }
  }
}
