import { Migration } from '@mikro-orm/migrations';

const viewerType = `(select current_setting('app.viewer_type', true))`;
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;
const userKind = `(select current_setting('app.user_kind', true))`;
const isService = `${viewerType} = 'service'`;
const isPerson = `${viewerType} = 'person' and district_id = ${districtId}`;
const today = `(select (now() at time zone 'Asia/Tokyo')::date)`;

/** Yearly rosters of facilities, and the center's notices about those that are late (R15); the last sign-in of each ID. */
export class Migration20261122201500_roster extends Migration {
  override name = 'Migration20261122201500_roster';

  override up(): void {
    this.addSql(`create table "roster_confirmation" ("id" uuid not null, "district_id" uuid not null, "facility_id" uuid not null, "year" int not null, "version" int not null, "due_on" date null, "entries" jsonb not null, "confirmed_by" uuid not null, "confirmed_by_name" varchar(255) not null, "confirmed_at" timestamptz not null, "body_hash" varchar(64) not null, primary key ("id"));`);
    this.addSql(`alter table "roster_confirmation" add constraint "roster_confirmation_version" unique ("facility_id", "year", "version");`);
    this.addSql(`alter table "roster_confirmation" add constraint "roster_confirmation_facility_id_foreign" foreign key ("facility_id") references "facility" ("id") on delete restrict;`);
    this.addSql(`create table "roster_reminder" ("id" uuid not null, "district_id" uuid not null, "facility_id" uuid not null, "year" int not null, "due_on" date not null, "reminded_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`alter table "roster_reminder" add constraint "roster_reminder_once" unique ("facility_id", "year");`);
    this.addSql(`alter table "roster_reminder" add constraint "roster_reminder_facility_id_foreign" foreign key ("facility_id") references "facility" ("id") on delete restrict;`);
    this.addSql(`create index sign_in_session_last on sign_in_session (user_id, started_at desc);`);
    for (const table of ['roster_confirmation', 'roster_reminder']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
      this.addSql(`create policy by_officer on "${table}" for select using (${isPerson} and ${userKind} = 'CENTER_OFFICER');`);
    }
    this.addSql(`create policy by_administrator on roster_confirmation for select using (${isPerson} and exists (select from affiliation a
      join practitioner p on p.id = a.practitioner_id where a.facility_id = roster_confirmation.facility_id and p.user_id = ${userId}
        and a.is_facility_admin and a.since <= ${today} and (a.until is null or a.until >= ${today})));`);
  }
}
