/** What a district has set, change by change (R8, R16): added to, never written over. */
import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;
const isPerson = `(select current_setting('app.viewer_type', true)) = 'person'`;
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;
const isOfficer = `${isPerson} and (select current_setting('app.user_kind', true)) = 'CENTER_OFFICER'`;

const statements = [
  `create table "district_setting" ("id" uuid not null, "district_id" uuid not null, "key" varchar(60) not null, "value" jsonb not null, "version" int not null, "valid_from" timestamptz not null, "changed_by" uuid not null, "changed_at" timestamptz not null, "body_hash" varchar(64) not null, primary key ("id"))`,
  `alter table "district_setting" add constraint "district_setting_version" unique ("district_id", "key", "version")`,
  `alter table "district_setting" enable row level security`,
  `alter table "district_setting" force row level security`,
  `create policy by_service on district_setting for all using (${isService}) with check (${isService})`,
  // What a district has set is no secret to those who belong to it; an officer of it sets it, under their own name.
  `create policy by_person on district_setting for select using (${isPerson} and district_id = ${districtId})`,
  `create policy by_officer on district_setting for insert with check (${isOfficer} and district_id = ${districtId} and changed_by = ${userId})`,
  'revoke update, delete, truncate on district_setting from heya_identity',
];

export class Migration20261122191500_district_settings extends Migration {
  override name = 'Migration20261122191500_district_settings';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
