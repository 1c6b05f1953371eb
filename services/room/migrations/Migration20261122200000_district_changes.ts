/** What a district sets at identity (R8), as far as rooms go by it: every change with the time from which it holds. */
import { Migration } from '@mikro-orm/migrations';

const statements = [
  `create table "district_setting_change" ("district_id" uuid not null, "key" text not null, "version" int not null, "value" jsonb not null, "valid_from" timestamptz not null, primary key ("district_id", "key", "version"))`,
  'alter table "district_setting_change" enable row level security',
  'alter table "district_setting_change" force row level security',
  `create policy service on district_setting_change for all using (viewer_type() = 'service') with check (viewer_type() = 'service')`,
  `create policy own on district_setting_change for select using (viewer_type() = 'person' and district_id = viewer_district())`,
  'revoke update, delete, truncate on district_setting_change from heya_room',
];

export class Migration20261122200000_district_changes extends Migration {
  override name = 'Migration20261122200000_district_changes';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
