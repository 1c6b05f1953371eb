import { Migration } from '@mikro-orm/migrations';

const isService = `(select current_setting('app.viewer_type', true)) = 'service'`;

/** Form 2-2 (R7): when a change takes effect, and who holds a steward's seat as the rooms tell it. */
export class Migration20261122224000_id_change extends Migration {
  override name = 'Migration20261122224000_id_change';

  override up(): void {
    this.addSql(`alter table "id_application" add "filed_by" uuid null;`);
    // Nobody pledges anew with form 2-2; two officers stand before it like before every other.
    this.addSql(`drop policy approved_by_two on "id_application";`);
    this.addSql(`create policy approved_by_two on "id_application" as restrictive for all using (true) with check (
      status not in ('APPROVED', 'COMPLETED') or (checked_by is not null and decided_by is not null and checked_by <> decided_by
        and (pledge_id is not null or (form = 'FORM_2_2' and filed_by is not null))));`);
    this.addSql(
      `create table "id_change" ("application_id" uuid not null, "district_id" uuid not null, "user_id" uuid not null, "facility_id" uuid not null, "kind" varchar(10) not null, "effective_at" timestamptz null, "ended_at" timestamptz null, "affiliation_id" uuid null, "affiliation_until" date null, "suspension_id" uuid null, "done_at" timestamptz null, primary key ("application_id"));`,
    );
    this.addSql(`create index "id_change_user_id_index" on "id_change" ("user_id");`);
    this.addSql(`create index id_change_due on id_change (effective_at, application_id) where done_at is null;`);
    this.addSql(
      `create table "room_seat" ("membership_id" uuid not null, "room_id" uuid not null, "room_number" varchar(40) null, "user_id" uuid not null, "facility_id" uuid null, "is_steward" boolean not null, "status" varchar(10) not null, "seq" int not null, primary key ("membership_id"));`,
    );
    this.addSql(`create index "room_seat_room_id_index" on "room_seat" ("room_id");`);
    this.addSql(`create index "room_seat_user_id_index" on "room_seat" ("user_id");`);
    for (const table of ['id_change', 'room_seat']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
    }
  }
}
