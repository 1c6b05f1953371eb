import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;
const isPerson = `(select current_setting('app.viewer_type', true)) = 'person'`;
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;

/** By what a person is recognised, and IDs of another district that are to be used here too (R3). */
export class Migration20261122194000_issue extends Migration {
  override name = 'Migration20261122194000_issue';

  override up(): void {
    this.addSql(
      `create table "person_particular" ("user_id" uuid not null, "email" varchar(255) null, "licence_number" varchar(20) null, primary key ("user_id"));`,
    );
    this.addSql(`create index "person_particular_email_index" on "person_particular" ("email");`);
    this.addSql(`create index "person_particular_licence_number_index" on "person_particular" ("licence_number");`);
    this.addSql(
      `create table "id_link" ("id" uuid not null, "user_id" uuid not null, "application_id" uuid not null, "applicant_id" uuid not null, "district_id" uuid not null, "district_name" varchar(255) not null, "facility_id" uuid not null, "facility_name" varchar(255) not null, "title" varchar(255) null, "is_facility_admin" boolean not null, "proposed_by" uuid not null, "proposed_at" timestamptz not null, "answered_at" timestamptz null, "is_accepted" boolean null, primary key ("id"));`,
    );
    this.addSql(`create index "id_link_user_id_index" on "id_link" ("user_id");`);
    this.addSql(`create index "id_link_application_id_index" on "id_link" ("application_id");`);
    for (const table of ['person_particular', 'id_link']) {
      this.addSql(
        `alter table "${table}" add constraint "${table}_user_id_foreign" foreign key ("user_id") references "app_user" ("id") ${table === 'id_link' ? '' : 'on update cascade '}on delete cascade;`,
      );
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
    }
    // What two people have not looked at is not approved, whoever writes it (R12), nor are IDs issued without the pledge of the facility (R1).
    for (const name of ['id_application_two_people', 'id_application_pledged'])
      this.addSql(`alter table "id_application" drop constraint "${name}";`);
    this.addSql(`create policy approved_by_two on "id_application" as restrictive for all using (true) with check (
      status not in ('APPROVED', 'COMPLETED') or (checked_by is not null and decided_by is not null and checked_by <> decided_by and pledge_id is not null));`);
    this.addSql(`alter table "review_task" alter column "search_grams" drop default;`);
    this.addSql(`create policy by_owner on "id_link" for select using (${isPerson} and user_id = ${userId});`);
    // Blanks and dots between the parts of a name are written in every way.
    this.addSql(
      `create function person_name_key(name text) returns text language sql immutable parallel safe return regexp_replace(normalize(name, nfkc), '[\\s・]', '', 'g');`,
    );
    this.addSql(`create index app_user_name_key on app_user (person_name_key(display_name));`);
    this.addSql(`create index app_user_kana_key on app_user (person_name_key(display_name_kana));`);
  }
}
