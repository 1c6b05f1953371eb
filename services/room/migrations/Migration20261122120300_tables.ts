/** Generated from the entities. */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122120300_tables extends Migration {
  override name = 'Migration20261122120300_tables';

  override up(): void {
    this.addSql(`create table "audit_entry" ("seq" bigserial primary key, "id" uuid not null, "patient_id" uuid null, "line" jsonb not null, "at" timestamptz not null, "shipped" boolean not null default false)`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_id_unique" unique ("id")`);
    this.addSql(`create index "audit_entry_patient_id_index" on "audit_entry" ("patient_id")`);
    this.addSql(`create index audit_entry_waiting on audit_entry (seq) where not shipped`);
    this.addSql(`create table "consent_grant" ("patient_id" uuid not null, "consent_id" uuid not null, "district_id" uuid not null, "status" text not null, "version" int not null, "epoch" int not null, "grants" jsonb not null, "expires_on" date null, primary key ("patient_id"))`);
    this.addSql(`create table "consumer_offset" ("name" varchar(255) not null, "position" bigint not null, primary key ("name"))`);
    this.addSql(`create table "district_setting" ("district_id" uuid not null, "applicant_professions" text[] not null, "promise_days" int not null, primary key ("district_id"))`);
    this.addSql(`create table "outbox_event" ("id" bigserial primary key, "event_id" uuid not null, "topic" varchar(255) not null, "stream" varchar(255) not null, "seq" bigint not null, "payload" jsonb not null, "occurred_at" timestamptz not null, "position" bigint null)`);
    this.addSql(`alter table "outbox_event" add constraint "outbox_event_event_id_unique" unique ("event_id")`);
    this.addSql(`create index outbox_event_waiting on outbox_event (id) where position is null`);
    this.addSql(`create table "patient" ("id" uuid not null, "district_id" uuid not null, "registered_by" uuid not null, "body_hash" text not null, "version" int not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, primary key ("id"))`);
    this.addSql(`create index "patient_registered_by_index" on "patient" ("registered_by")`);
    this.addSql(`create table "patient_history" ("patient_id" uuid not null, "version" int not null, "changed_by" uuid not null, "changed_at" timestamptz(3) not null, "profile" jsonb not null, primary key ("patient_id", "version"))`);
    this.addSql(`create table "patient_profile" ("patient_id" uuid not null, "name" text not null, "name_kana" text not null, "sex" text not null, "birth_date" date not null, "postal_code" text null, "address" text not null, "phone" text null, primary key ("patient_id"))`);
    this.addSql(`create index "patient_profile_likeness" on "patient_profile" ("name_kana", "birth_date")`);
    this.addSql(`create table "proposed_member" ("application_id" uuid not null, "user_id" uuid not null, "place" int not null, "display_name" text not null, "profession" text null, "facility_id" uuid null, "facility_name" text null, "role" text not null, "is_steward" boolean not null, primary key ("application_id", "user_id"))`);
    this.addSql(`create table "room" ("id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "room_number" text not null, "status" text not null, "opened_at" timestamptz(3) null, "closed_at" timestamptz(3) null, primary key ("id"))`);
    this.addSql(`alter table "room" add constraint "room_patient_id_unique" unique ("patient_id")`);
    this.addSql(`alter table "room" add constraint "room_number_once" unique ("district_id", "room_number")`);
    this.addSql(`create table "room_application" ("id" uuid not null, "district_id" uuid not null, "form" text not null, "receipt_number" text not null, "status" text not null, "channel" text not null, "patient_id" uuid not null, "room_id" uuid null, "applicant_id" uuid not null, "applicant_name" text not null, "facility_id" uuid null, "consent_id" uuid not null, "situation" text null, "reason" text null, "body_hash" text not null, "submitted_at" timestamptz(3) not null, "expected_by" date not null, "checked_by" uuid null, "checked_at" timestamptz(3) null, "decided_by" uuid null, "decided_at" timestamptz(3) null, "decision_reason" text null, "version" int not null, primary key ("id"))`);
    this.addSql(`create index "room_application_patient_id_index" on "room_application" ("patient_id")`);
    this.addSql(`create index "room_application_applicant" on "room_application" ("applicant_id", "submitted_at")`);
    this.addSql(`alter table "room_application" add constraint "room_application_receipt" unique ("district_id", "receipt_number")`);
    this.addSql(`create table "room_membership" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "user_id" uuid not null, "display_name" text not null, "profession" text null, "facility_id" uuid null, "facility_name" text null, "role" text not null, "is_steward" boolean not null, "status" text not null, "invited_by" uuid not null, "invited_at" timestamptz(3) not null, "joined_at" timestamptz(3) null, "left_at" timestamptz(3) null, primary key ("id"))`);
    this.addSql(`create index "room_membership_room" on "room_membership" ("room_id", "invited_at", "id")`);
    this.addSql(`create index "room_membership_user" on "room_membership" ("user_id", "patient_id")`);
    this.addSql(`create unique index room_membership_one_steward on room_membership (room_id) where is_steward and status <> 'LEFT'`);
    this.addSql(`create unique index room_membership_once on room_membership (room_id, user_id) where status <> 'LEFT'`);
    this.addSql(`create table "stream_counter" ("stream" varchar(255) not null, "seq" bigint not null, primary key ("stream"))`);
    this.addSql(`alter table "consent_grant" enable row level security`);
    this.addSql(`alter table "consent_grant" force row level security`);
    this.addSql(`alter table "patient" enable row level security`);
    this.addSql(`alter table "patient" force row level security`);
    this.addSql(`alter table "patient_history" enable row level security`);
    this.addSql(`alter table "patient_history" force row level security`);
    this.addSql(`alter table "patient_profile" enable row level security`);
    this.addSql(`alter table "patient_profile" force row level security`);
    this.addSql(`alter table "proposed_member" enable row level security`);
    this.addSql(`alter table "proposed_member" force row level security`);
    this.addSql(`alter table "room" enable row level security`);
    this.addSql(`alter table "room" force row level security`);
    this.addSql(`alter table "room_application" enable row level security`);
    this.addSql(`alter table "room_application" force row level security`);
    this.addSql(`alter table "room_membership" enable row level security`);
    this.addSql(`alter table "room_membership" force row level security`);
  }
}
