/** Generated from the entities. */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122120000_tables extends Migration {
  override up(): void {
    this.addSql(`create table "audit_entry" ("seq" bigserial primary key, "id" uuid not null, "patient_id" uuid null, "line" jsonb not null, "at" timestamptz not null, "shipped" boolean not null default false)`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_id_unique" unique ("id")`);
    this.addSql(`create index "audit_entry_patient_id_index" on "audit_entry" ("patient_id")`);
    this.addSql(`create index audit_entry_waiting on audit_entry (seq) where not shipped`);
    this.addSql(`create table "consent_state" ("patient_id" uuid not null, "consent_id" uuid not null, "district_id" uuid not null, "status" varchar(255) not null, "decided_epoch" int not null, "epoch" int not null, "categories" text[] not null, "family_categories" text[] not null, "expires_on" date null, primary key ("patient_id"))`);
    this.addSql(`create table "consumer_offset" ("name" varchar(255) not null, "position" bigint not null, primary key ("name"))`);
    this.addSql(`create table "outbox_event" ("id" bigserial primary key, "event_id" uuid not null, "topic" varchar(255) not null, "stream" varchar(255) not null, "seq" bigint not null, "payload" jsonb not null, "occurred_at" timestamptz not null, "position" bigint null)`);
    this.addSql(`alter table "outbox_event" add constraint "outbox_event_event_id_unique" unique ("event_id")`);
    this.addSql(`create index outbox_event_waiting on outbox_event (id) where position is null`);
    this.addSql(`create table "reading_position" ("room_id" uuid not null, "user_id" uuid not null, "up_to_seq" bigint not null, "last_read_at" timestamptz not null, primary key ("room_id", "user_id"))`);
    this.addSql(`create table "room_member" ("membership_id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "user_id" uuid not null, "role" varchar(255) not null, "profession" varchar(255) null, "is_steward" boolean not null, "status" varchar(255) not null, "valid_from" timestamptz null, "valid_until" timestamptz null, "seq" bigint not null, primary key ("membership_id"))`);
    this.addSql(`create index "room_member_user_id_room_id_index" on "room_member" ("user_id", "room_id")`);
    this.addSql(`create index "room_member_room_id_user_id_index" on "room_member" ("room_id", "user_id")`);
    this.addSql(`create table "room_state" ("room_id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "status" varchar(255) not null, "seq" bigint not null, primary key ("room_id"))`);
    this.addSql(`create index "room_state_patient_id_index" on "room_state" ("patient_id")`);
    this.addSql(`create table "stream_counter" ("stream" varchar(255) not null, "seq" bigint not null, primary key ("stream"))`);
    this.addSql(`create table "vitals_record" ("id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "audience" varchar(255) not null, "taken_at" timestamptz not null, "taken_by_id" uuid not null, "taken_by_name" varchar(255) not null, "oxygen_liters_per_minute" double precision null, "note" text null, "source" varchar(255) not null, "worst_flag" varchar(255) not null, "created_at" timestamptz not null default clock_timestamp(), primary key ("id"))`);
    this.addSql(`create index "vitals_record_patient_id_taken_at_id_index" on "vitals_record" ("patient_id", "taken_at", "id")`);
    this.addSql(`create index "vitals_record_room_id_index" on "vitals_record" ("room_id")`);
    this.addSql(`create table "vital_measurement" ("record_id" uuid not null, "kind" varchar(255) not null, "ordinal" smallint not null, "room_id" uuid not null, "patient_id" uuid not null, "audience" varchar(255) not null, "taken_at" timestamptz not null, "value" double precision not null, "unit" varchar(255) not null, "loinc_code" varchar(255) not null, "flag" varchar(255) not null, "context" varchar(255) null, primary key ("record_id", "kind"))`);
    this.addSql(`create index "vital_measurement_patient_id_kind_audience_taken_at_index" on "vital_measurement" ("patient_id", "kind", "audience", "taken_at")`);
    this.addSql(`create table "post" ("id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "seq" bigint not null, "author_id" uuid not null, "author_name" varchar(255) not null, "author_profession_label" varchar(255) null, "author_facility_name" varchar(255) null, "kind" varchar(255) not null, "audience" varchar(255) not null, "importance" varchar(255) not null, "body" text null, "vitals_id" uuid null, "observed_at" timestamptz not null, "created_at" timestamptz not null default clock_timestamp(), "version" int not null default 1, "fingerprint" varchar(255) not null, primary key ("id"))`);
    this.addSql(`alter table "post" add constraint "post_vitals_id_unique" unique ("vitals_id")`);
    this.addSql(`create index post_timeline on post (room_id, audience, seq) include (id)`);
    this.addSql(`create index post_timeline_vitals on post (room_id, audience, seq) where kind = 'VITALS'`);
    this.addSql(`create index post_timeline_important on post (room_id, audience, seq) where importance = 'IMPORTANT'`);
    this.addSql(`alter table "post" add constraint "post_room_id_seq_unique" unique ("room_id", "seq")`);
    this.addSql(`create table "read_receipt" ("post_id" uuid not null, "user_id" uuid not null, "room_id" uuid not null, "audience" varchar(255) not null, "user_name" varchar(255) not null, "read_at" timestamptz not null, primary key ("post_id", "user_id"))`);
    this.addSql(`create index "read_receipt_post_id_read_at_user_id_index" on "read_receipt" ("post_id", "read_at", "user_id")`);
    this.addSql(`alter table "vital_measurement" add constraint "vital_measurement_record_id_foreign" foreign key ("record_id") references "vitals_record" ("id") on update restrict on delete restrict`);
    this.addSql(`alter table "post" add constraint "post_vitals_id_foreign" foreign key ("vitals_id") references "vitals_record" ("id") on update restrict on delete restrict`);
    this.addSql(`alter table "read_receipt" add constraint "read_receipt_post_id_foreign" foreign key ("post_id") references "post" ("id") on update restrict on delete restrict`);
    this.addSql(`alter table "consent_state" enable row level security`);
    this.addSql(`alter table "consent_state" force row level security`);
    this.addSql(`alter table "reading_position" enable row level security`);
    this.addSql(`alter table "reading_position" force row level security`);
    this.addSql(`alter table "room_member" enable row level security`);
    this.addSql(`alter table "room_member" force row level security`);
    this.addSql(`alter table "room_state" enable row level security`);
    this.addSql(`alter table "room_state" force row level security`);
    this.addSql(`alter table "vitals_record" enable row level security`);
    this.addSql(`alter table "vitals_record" force row level security`);
    this.addSql(`alter table "vital_measurement" enable row level security`);
    this.addSql(`alter table "vital_measurement" force row level security`);
    this.addSql(`alter table "post" enable row level security`);
    this.addSql(`alter table "post" force row level security`);
    this.addSql(`alter table "read_receipt" enable row level security`);
    this.addSql(`alter table "read_receipt" force row level security`);
  }
}
