import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;
const isOfficer = `(select current_setting('app.viewer_type', true)) = 'person' and (select current_setting('app.user_kind', true)) = 'CENTER_OFFICER'`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;

/** Forms that came back on paper (R19): their pages, sealed, and to which item of the inbox each belongs. */
export class Migration20261122230500_scan extends Migration {
  override name = 'Migration20261122230500_scan';

  override up(): void {
    this.addSql(
      `create table "scan" ("id" uuid not null, "district_id" uuid not null, "sha256" varchar(64) null, "page_count" int not null, "uploaded_by" uuid not null, "uploaded_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "scan" add constraint "scan_content" unique ("district_id", "sha256");`);
    this.addSql(
      `create table "scan_page" ("id" uuid not null, "scan_id" uuid not null, "district_id" uuid not null, "number" int not null, "receipt_numbers" text[] not null, "width" int not null, "height" int not null, "sealed" bytea null, "task_id" uuid null, "filed_at" timestamptz null, "filed_by" uuid null, "discarded_at" timestamptz null, "discarded_by" uuid null, "discard_reason" text null, primary key ("id"));`,
    );
    this.addSql(`alter table "scan_page" add constraint "scan_page_number" unique ("scan_id", "number");`);
    this.addSql(
      `alter table "scan_page" add constraint "scan_page_scan_id_foreign" foreign key ("scan_id") references "scan" ("id") on delete restrict;`,
    );
    this.addSql(
      `alter table "scan_page" add constraint "scan_page_task_id_foreign" foreign key ("task_id") references "review_task" ("id") on delete restrict;`,
    );
    this.addSql(`create index "scan_page_task" on "scan_page" ("task_id", "id");`);
    this.addSql(`create index scan_page_unfiled on scan_page (district_id, id) where task_id is null and discarded_at is null;`);
    // What came in stays as it came: a page is only filed, or discarded with its picture.
    this.addSql('revoke update, delete, truncate on scan, scan_page from heya_identity;');
    this.addSql('grant update (sha256) on scan to heya_identity;');
    this.addSql(
      'grant update (task_id, filed_at, filed_by, sealed, discarded_at, discarded_by, discard_reason) on scan_page to heya_identity;',
    );
    for (const table of ['scan', 'scan_page']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
      this.addSql(`create policy by_officer on "${table}" for select using (${isOfficer} and district_id = ${districtId});`);
    }
    this.addSql(`alter table "review_task" add "receipt_number" varchar(40) null;`);
    this.addSql(`update "review_task" set receipt_number = substring(title from '受付番号 (\\S+)$');`);
    this.addSql(`create index "review_task_number" on "review_task" ("district_id", "receipt_number");`);
  }
}
