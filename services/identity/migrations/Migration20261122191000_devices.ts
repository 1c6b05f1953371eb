import { Migration } from '@mikro-orm/migrations';

const viewerType = `(select current_setting('app.viewer_type', true))`;
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;
const userKind = `(select current_setting('app.user_kind', true))`;
const isService = `${viewerType} = 'service'`;
const isPerson = `${viewerType} = 'person' and district_id = ${districtId}`;
const today = `(select (now() at time zone 'Asia/Tokyo')::date)`;

/** Devices, the personal ones that the center allowed, and the device of a sign-in (R6). */
export class Migration20261122191000_devices extends Migration {
  override name = 'Migration20261122191000_devices';

  override up(): void {
    this.addSql(`create table "device" ("id" uuid not null, "district_id" uuid not null, "user_id" uuid not null, "facility_id" uuid null, "label" varchar(80) not null, "platform" varchar(20) not null, "ownership" varchar(20) not null, "security_software_attested" boolean not null, "public_key" jsonb not null, "thumbprint" varchar(43) not null, "status" varchar(10) not null, "registered_at" timestamptz not null, "approved_by" uuid null, "approved_at" timestamptz null, "revoked_by" uuid null, "revoked_at" timestamptz null, "revoke_reason" text null, "personal_until" timestamptz null, "last_seen_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "device_user_id_index" on "device" ("user_id");`);
    this.addSql(`create index "device_facility_id_index" on "device" ("facility_id");`);
    this.addSql(`alter table "device" add constraint "device_thumbprint_unique" unique ("thumbprint");`);
    this.addSql(`alter table "device" add constraint "device_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;`);
    this.addSql(`alter table "device" add constraint "device_facility_id_foreign" foreign key ("facility_id") references "facility" ("id") on delete restrict;`);
    this.addSql(`create table "personal_device_allowance" ("id" uuid not null, "user_id" uuid not null, "district_id" uuid not null, "until" timestamptz not null, "reason" text not null, "allowed_by" uuid not null, "allowed_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "personal_device_allowance_user_id_index" on "personal_device_allowance" ("user_id");`);
    this.addSql(`alter table "personal_device_allowance" add constraint "personal_device_allowance_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;`);
    this.addSql(`alter table "sign_in_session" add "device_id" uuid null;`);
    this.addSql(`create index sign_in_session_device on sign_in_session (device_id) where ended_at is null;`);

    for (const table of ['device', 'personal_device_allowance']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
      this.addSql(`create policy by_officer on "${table}" for select using (${isPerson} and ${userKind} = 'CENTER_OFFICER');`);
      this.addSql(`create policy by_owner on "${table}" for select using (${isPerson} and user_id = ${userId});`);
    }
    // A facility's devices are seen by its staff; which of them may decide about one is the policy's.
    this.addSql(`create policy by_colleague on device for select using (${isPerson} and exists (select from affiliation a
      join practitioner p on p.id = a.practitioner_id where a.facility_id = device.facility_id and p.user_id = ${userId}
        and a.since <= ${today} and (a.until is null or a.until >= ${today})));`);
  }
}
