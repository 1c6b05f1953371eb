import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;
const isOfficer = `(select current_setting('app.viewer_type', true)) = 'person' and (select current_setting('app.user_kind', true)) = 'CENTER_OFFICER'`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;

/** When and from which network sign-ins were in use, for some days; and IDs that may be shared, put to the center (R3). */
export class Migration20261122224500_shared_id extends Migration {
  override name = 'Migration20261122224500_shared_id';

  override up(): void {
    this.addSql(`create table "sign_in_use" ("id" uuid not null, "user_id" uuid not null, "district_id" uuid not null, "session_id" uuid not null, "network_mark" varchar(22) not null, "network_hint" varchar(255) null, "at" timestamptz not null, "weighed" boolean not null default false, primary key ("id"));`);
    this.addSql(`create index "sign_in_use_session_id_index" on "sign_in_use" ("session_id");`);
    this.addSql(`create index "sign_in_use_user" on "sign_in_use" ("user_id", "at");`);
    this.addSql(`create index "sign_in_use_age" on "sign_in_use" ("district_id", "at");`);
    this.addSql(`create index sign_in_use_due on sign_in_use (user_id) where not weighed;`);
    this.addSql(`alter table "sign_in_use" add constraint "sign_in_use_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;`);
    this.addSql(`alter table "sign_in_use" add constraint "sign_in_use_session_id_foreign" foreign key ("session_id") references "sign_in_session" ("id") on delete cascade;`);
    this.addSql(`create table "shared_id_case" ("id" uuid not null, "user_id" uuid not null, "district_id" uuid not null, "reasons" jsonb not null, "opened_at" timestamptz not null, "last_seen_at" timestamptz not null, "outcome" varchar(20) null, "note" text null, "decided_at" timestamptz null, "decided_by" uuid null, "version" int not null, primary key ("id"));`);
    this.addSql(`create unique index shared_id_case_open on shared_id_case (user_id) where decided_at is null;`);
    this.addSql(`create index "shared_id_case_user" on "shared_id_case" ("user_id", "decided_at");`);
    this.addSql(`alter table "shared_id_case" add constraint "shared_id_case_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;`);

    for (const table of ['sign_in_use', 'shared_id_case']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
    }
    // Nobody looks into what is about themselves.
    this.addSql(`create policy by_officer on shared_id_case for select using (${isOfficer} and district_id = ${districtId} and user_id <> ${userId});`);
  }
}
