/** Signatures are sealed with the patient's own data key, which lies here only wrapped (threat 29). Rows of before are moved at the next start. */
import { Migration } from '@mikro-orm/migrations';

const isService = `viewer_type() = 'service'`;

const statements = [
  'create table "data_key" ("scope" uuid not null, "version" smallint not null, "district_id" uuid not null, "wrapped" bytea null, "key_id" text not null, "created_at" timestamptz not null, "destroyed_at" timestamptz null, primary key ("scope", "version"))',
  'revoke update, delete, truncate on data_key from heya_consent',
  'grant update (wrapped, key_id, destroyed_at) on data_key to heya_consent',

  `alter table "consent_signature" add column "sealing" text not null default 'SERVICE_KEY'`,
  `alter table "consent_signature" alter column "sealing" drop default`,
  `create policy service on consent_signature for select using (${isService})`,
  `create policy resealed on consent_signature for update using (sealing = 'SERVICE_KEY' and ${isService}) with check (sealing = 'DATA_KEY' and ${isService})`,
  'grant update (sealed, sealing) on consent_signature to heya_consent',
];

export class Migration20261122150400_keys extends Migration {
  override name = 'Migration20261122150400_keys';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
