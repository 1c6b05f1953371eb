/** Generated from the entities. */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261122122500_tables extends Migration {
  override name = 'Migration20261122122500_tables';

  override up(): void {
    this.addSql(`create table "access_log_entry" ("id" uuid not null, "district_id" uuid not null, "seq" bigint not null, "at" timestamptz(3) not null, "patient_id" uuid null, "actor_id" uuid null, "action" text not null, "line" jsonb not null, "entry_hash" text not null, primary key ("id"))`);
    this.addSql(`create index "access_log_entry_actor" on "access_log_entry" ("actor_id")`);
    this.addSql(`create index "access_log_entry_patient" on "access_log_entry" ("patient_id", "at", "id")`);
    this.addSql(`alter table "access_log_entry" add constraint "access_log_entry_place" unique ("district_id", "seq")`);
    this.addSql(`create table "access_log_head" ("district_id" uuid not null, "seq" bigint not null, "hash" text not null, primary key ("district_id"))`);
    this.addSql(`create table "actor_name" ("user_id" uuid not null, "name" text not null, "facility_id" uuid null, "learnt_at" timestamptz(3) not null, primary key ("user_id"))`);
    this.addSql(`create table "audit_entry" ("seq" bigserial primary key, "id" uuid not null, "patient_id" uuid null, "line" jsonb not null, "at" timestamptz not null, "shipped" boolean not null default false)`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_id_unique" unique ("id")`);
    this.addSql(`create index "audit_entry_patient_id_index" on "audit_entry" ("patient_id")`);
    this.addSql(`create index audit_entry_waiting on audit_entry (seq) where not shipped`);
    this.addSql(`create table "consent" ("id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "status" text not null, "version" int not null, "epoch" int not null, "giver" text not null, "giver_name" text not null, "proxy_reason" text null, "method" text not null, "disaster_use" boolean not null, "expires_on" date null, "text_version" text not null, "text_hash" text not null, "explained_by" uuid not null, "explained_by_name" text not null, "explained_at" timestamptz(3) not null, "signed_at" timestamptz(3) not null, "submitted_by" uuid not null, "body_hash" text not null, "active_since" timestamptz(3) not null, "withdrawn_at" timestamptz(3) null, "withdrawal_reason" text null, primary key ("id"))`);
    this.addSql(`create index "consent_patient" on "consent" ("patient_id", "epoch")`);
    this.addSql(`create unique index consent_one_active on consent (patient_id) where status = 'ACTIVE'`);
    this.addSql(`create table "consent_category" ("consent_id" uuid not null, "category" text not null, "patient_id" uuid not null, "granted" boolean not null, "visible_to_family" boolean not null, "visible_to_partners" boolean not null, "changed_at" timestamptz(3) not null, primary key ("consent_id", "category"))`);
    this.addSql(`create table "consent_event" ("id" uuid not null, "consent_id" uuid not null, "patient_id" uuid not null, "place" int not null, "at" timestamptz(3) not null, "actor_id" uuid null, "actor_name" text not null, "kind" text not null, "note" text null, "consent_version" int not null, "body_hash" text null, primary key ("id"))`);
    this.addSql(`alter table "consent_event" add constraint "consent_event_place" unique ("consent_id", "place")`);
    this.addSql(`create table "consent_signature" ("consent_id" uuid not null, "patient_id" uuid not null, "content_type" text not null, "sha256" text not null, "sealed" bytea not null, primary key ("consent_id"))`);
    this.addSql(`create table "consent_text" ("district_id" uuid not null, "version" text not null, "locale" text not null, "title" text not null, "sections" jsonb not null, "effective_on" date not null, "hash" text not null, primary key ("district_id", "version", "locale"))`);
    this.addSql(`create table "consumer_offset" ("name" varchar(255) not null, "position" bigint not null, primary key ("name"))`);
    this.addSql(`create table "outbox_event" ("id" bigserial primary key, "event_id" uuid not null, "topic" varchar(255) not null, "stream" varchar(255) not null, "seq" bigint not null, "payload" jsonb not null, "occurred_at" timestamptz not null, "position" bigint null)`);
    this.addSql(`alter table "outbox_event" add constraint "outbox_event_event_id_unique" unique ("event_id")`);
    this.addSql(`create index outbox_event_waiting on outbox_event (id) where position is null`);
    this.addSql(`create table "patient_state" ("patient_id" uuid not null, "district_id" uuid not null, "registered_by" uuid not null, primary key ("patient_id"))`);
    this.addSql(`create table "room_member" ("membership_id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "user_id" uuid not null, "role" text not null, "profession" text null, "is_steward" boolean not null, "status" text not null, "seq" bigint not null, primary key ("membership_id"))`);
    this.addSql(`create index "room_member_viewer" on "room_member" ("user_id", "patient_id")`);
    this.addSql(`create index "room_member_room" on "room_member" ("room_id", "user_id")`);
    this.addSql(`create table "room_state" ("room_id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "status" text not null, "seq" bigint not null, primary key ("room_id"))`);
    this.addSql(`create index "room_state_patient_id_index" on "room_state" ("patient_id")`);
    this.addSql(`create table "stream_counter" ("stream" varchar(255) not null, "seq" bigint not null, primary key ("stream"))`);
    this.addSql(`alter table "access_log_entry" enable row level security`);
    this.addSql(`alter table "access_log_entry" force row level security`);
    this.addSql(`alter table "access_log_head" enable row level security`);
    this.addSql(`alter table "access_log_head" force row level security`);
    this.addSql(`alter table "actor_name" enable row level security`);
    this.addSql(`alter table "actor_name" force row level security`);
    this.addSql(`alter table "consent" enable row level security`);
    this.addSql(`alter table "consent" force row level security`);
    this.addSql(`alter table "consent_category" enable row level security`);
    this.addSql(`alter table "consent_category" force row level security`);
    this.addSql(`alter table "consent_event" enable row level security`);
    this.addSql(`alter table "consent_event" force row level security`);
    this.addSql(`alter table "consent_signature" enable row level security`);
    this.addSql(`alter table "consent_signature" force row level security`);
    this.addSql(`alter table "patient_state" enable row level security`);
    this.addSql(`alter table "patient_state" force row level security`);
    this.addSql(`alter table "room_member" enable row level security`);
    this.addSql(`alter table "room_member" force row level security`);
    this.addSql(`alter table "room_state" enable row level security`);
    this.addSql(`alter table "room_state" force row level security`);
  }
}
