import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;
const isOfficer = `(select current_setting('app.viewer_type', true)) = 'person' and (select current_setting('app.user_kind', true)) = 'CENTER_OFFICER'`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;
/** One form of widths, case, blanks and dashes, as inbox/search.policy.ts writes it for what is opened from now on. */
const searchable = `translate(lower(normalize(title, nfkc)), ' -()', '')`;

/** Applications for IDs (R2), and what the inbox is searched by. */
export class Migration20261122193000_id_application extends Migration {
  override name = 'Migration20261122193000_id_application';

  override up(): void {
    this.addSql(
      `create table "id_application" ("id" uuid not null, "district_id" uuid not null, "form" varchar(255) not null, "receipt_number" varchar(20) not null, "status" varchar(255) not null, "channel" varchar(255) not null, "institution_code" varchar(10) not null, "facility_id" uuid null, "details" jsonb not null, "pledge_id" uuid null, "body_hash" varchar(64) not null, "inquiry_hash" varchar(64) not null, "comments" jsonb not null, "entries" jsonb not null, "issued" jsonb not null, "submitted_at" timestamptz not null, "expected_by" date not null, "checked_by" uuid null, "decided_by" uuid null, "decided_at" timestamptz null, "decision_reason" text null, "version" int not null, primary key ("id"));`,
    );
    this.addSql(`alter table "id_application" add constraint "id_application_receipt_number_unique" unique ("receipt_number");`);
    this.addSql(`create index "id_application_facility" on "id_application" ("facility_id", "submitted_at", "id");`);
    this.addSql(`create index "id_application_code" on "id_application" ("district_id", "institution_code");`);
    // What two people have not looked at is not approved, whoever writes it (R12).
    this.addSql(
      `alter table "id_application" add constraint "id_application_two_people" check (status not in ('APPROVED', 'COMPLETED') or (checked_by is not null and decided_by is not null and checked_by <> decided_by));`,
    );
    // Nor are IDs issued without the pledge of the facility (R1).
    this.addSql(
      `alter table "id_application" add constraint "id_application_pledged" check (status not in ('APPROVED', 'COMPLETED') or pledge_id is not null);`,
    );
    this.addSql(`alter table "id_application" enable row level security;`);
    this.addSql(`alter table "id_application" force row level security;`);
    this.addSql(`create policy by_service on "id_application" for all using (${isService}) with check (${isService});`);
    this.addSql(`create policy by_officer on "id_application" for select using (${isOfficer} and district_id = ${districtId});`);

    this.addSql(`alter table "review_task" add "search_text" text not null default '', add "search_grams" text[] not null default '{}';`);
    this.addSql(`update "review_task" set search_text = ${searchable};`);
    this.addSql(
      `update "review_task" set search_grams = array(select distinct substr(search_text, place, size) from generate_series(1, length(search_text)) as place, generate_series(1, 2) as size where place + size - 1 <= length(search_text));`,
    );
    this.addSql(`create index review_task_waiting on review_task (district_id, due_on, id) where state in ('OPEN', 'CLAIMED');`);
    this.addSql(`create index review_task_search on review_task using gin (search_grams);`);
  }
}
