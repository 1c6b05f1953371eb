import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;
const isOfficer = `(select current_setting('app.viewer_type', true)) = 'person' and (select current_setting('app.user_kind', true)) = 'CENTER_OFFICER'`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;

/** Sentences for reasons as a district writes them; and the inbox is searched far more often than something comes into it. */
export class Migration20261122195000_reason_template extends Migration {
  override name = 'Migration20261122195000_reason_template';

  override up(): void {
    this.addSql(
      `create table "reason_template" ("id" uuid not null, "district_id" uuid not null, "decision" varchar(10) not null, "label" varchar(40) not null, "text" text not null, "created_by" uuid not null, "created_at" timestamptz not null, "removed_at" timestamptz null, "removed_by" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "reason_template_district" on "reason_template" ("district_id", "created_at", "id");`);
    this.addSql(`alter table "reason_template" enable row level security;`);
    this.addSql(`alter table "reason_template" force row level security;`);
    this.addSql(`create policy by_service on "reason_template" for all using (${isService}) with check (${isService});`);
    this.addSql(`create policy by_officer on "reason_template" for select using (${isOfficer} and district_id = ${districtId});`);
    this.addSql(`alter index review_task_search set (fastupdate = off);`);
  }
}
