/** Pledges 1-1 and 1-2 (R1): wordings as data with their hash, who accepted which, and the sealed signature. */
import { createHash } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';
import { clauses, validFrom, version } from './pledge-text-2026-11.ts';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;
const isPerson = `(select current_setting('app.viewer_type', true)) = 'person'`;
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;
const isOfficer = `${isPerson} and (select current_setting('app.user_kind', true)) = 'CENTER_OFFICER'`;
const today = `(now() at time zone 'Asia/Tokyo')::date`;

const modelDistrict = '00000000-0000-0000-0000-000000000000';

const tables = [
  `create table "pledge_text" ("id" uuid not null, "district_id" uuid not null, "form" varchar(255) not null, "version" varchar(40) not null, "clauses" jsonb not null, "sha256" varchar(64) not null, "valid_from" date not null, "blocks_from" date null, "published_at" timestamptz not null, "published_by" uuid null, primary key ("id"))`,
  `alter table "pledge_text" add constraint "pledge_text_version" unique ("district_id", "form", "version")`,
  `create table "pledge" ("id" uuid not null, "district_id" uuid not null, "form" varchar(255) not null, "text_id" uuid not null, "text_sha256" varchar(64) not null, "accepted_clauses" text[] not null, "facility_id" uuid null, "signer_user_id" uuid null, "signer_name" varchar(80) not null, "signed_on" date not null, "accepted_at" timestamptz not null, "channel" varchar(255) not null, "registered_by" uuid null, "body_hash" varchar(64) not null, "revoked_at" timestamptz null, primary key ("id"))`,
  `alter table "pledge" add constraint "pledge_text_id_foreign" foreign key ("text_id") references "pledge_text" ("id") on delete restrict`,
  `create index "pledge_signer" on "pledge" ("signer_user_id", "form")`,
  `create index "pledge_facility" on "pledge" ("facility_id", "form")`,
  `create table "pledge_signature" ("pledge_id" uuid not null, "content_type" varchar(255) not null, "sha256" varchar(64) not null, "sealed" bytea not null, primary key ("pledge_id"))`,
  `alter table "pledge_signature" add constraint "pledge_signature_pledge_id_foreign" foreign key ("pledge_id") references "pledge" ("id") on delete restrict`,
  `create table "data_key" ("scope" uuid not null, "version" smallint not null, "district_id" uuid not null, "wrapped" bytea null, "key_id" text not null, "created_at" timestamptz not null, "destroyed_at" timestamptz null, primary key ("scope", "version"))`,
  // What was signed is not changed: a pledge is only bound to its facility or revoked.
  'revoke update, delete, truncate on pledge_text, pledge, pledge_signature, data_key from heya_identity',
  'grant update (facility_id, revoked_at) on pledge to heya_identity',
  'grant update (wrapped, key_id, destroyed_at) on data_key to heya_identity',
];

const policies = [
  ...['pledge_text', 'pledge', 'pledge_signature'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    `create policy by_service on "${table}" for all using (${isService}) with check (${isService})`,
  ]),
  // Who applies reads the wording before they have an ID.
  'create policy public_wording on pledge_text for select using (true)',
  `create policy by_officer on pledge_text for insert with check (${isOfficer} and district_id = ${districtId} and published_by = ${userId})`,
  `create policy by_signer on pledge for select using (${isPerson} and district_id = ${districtId} and signer_user_id = ${userId})`,
  `create policy by_officer on pledge for select using (${isOfficer} and district_id = ${districtId})`,
  `create policy by_facility_admin on pledge for select using (${isPerson} and district_id = ${districtId} and facility_id in (
     select a.facility_id from affiliation a join practitioner p on p.id = a.practitioner_id
      where p.user_id = ${userId} and a.is_facility_admin and a.since <= ${today} and (a.until is null or a.until >= ${today})))`,
];

export class Migration20261122191600_pledges extends Migration {
  override name = 'Migration20261122191600_pledges';

  override up(): void {
    for (const statement of [...tables, wording('FORM_1_1'), wording('FORM_1_2'), ...policies]) this.addSql(statement);
  }
}

function wording(form: 'FORM_1_1' | 'FORM_1_2'): string {
  const told = clauses[form].map(({ id, ja, en }) => ({ id, ja, en }));
  const sha256 = createHash('sha256')
    .update(JSON.stringify([form, version, told.map(({ id, ja, en }) => [id, ja, en])]))
    .digest('hex');
  return `insert into pledge_text (id, district_id, form, version, clauses, sha256, valid_from, published_at)
    values (gen_random_uuid(), '${modelDistrict}', '${form}', '${version}', '${JSON.stringify(told).replaceAll("'", "''")}'::jsonb,
      '${sha256}', '${validFrom}', '${validFrom}T00:00:00+09:00')`;
}
