import { Migration } from '@mikro-orm/migrations';

export class Migration20261122115418_initial extends Migration {

  override name = 'Migration20261122115418_initial';

  override up(): void | Promise<void> {
    this.addSql(`create table "audit_entry" ("seq" bigserial primary key, "id" uuid not null, "patient_id" uuid null, "line" jsonb not null, "at" timestamptz not null, "shipped" boolean not null default false);`);
    this.addSql(`alter table "audit_entry" add constraint "audit_entry_id_unique" unique ("id");`);
    this.addSql(`create index "audit_entry_patient_id_index" on "audit_entry" ("patient_id");`);
    this.addSql(`create index audit_entry_waiting on audit_entry (seq) where not shipped;`);

    this.addSql(`create table "consumer_offset" ("name" varchar(255) not null, "position" bigint not null, primary key ("name"));`);

    this.addSql(`create table "district" ("id" uuid not null, "name" varchar(255) not null, primary key ("id"));`);

    this.addSql(`create table "facility" ("id" uuid not null, "district_id" uuid not null, "institution_code" varchar(10) not null, "kind" varchar(255) not null, "name" varchar(255) not null, "name_kana" varchar(255) null, "sort_name" varchar(255) collate "ja-x-icu" not null, "municipality" varchar(255) not null, "address" varchar(255) null, "phone" varchar(255) null, "fax" varchar(255) null, "version" int not null default 1, primary key ("id"));`);
    this.addSql(`create index "facility_district_order" on "facility" ("district_id", "sort_name", "id");`);
    this.addSql(`alter table "facility" add constraint "facility_district_code" unique ("district_id", "institution_code");`);

    this.addSql(`create table "oidc_payload" ("key" varchar(255) not null, "model" varchar(255) not null, "sealed" bytea not null, "grant_id" varchar(255) null, "session_uid" varchar(255) null, "consumed_at" timestamptz null, "expires_at" timestamptz null, primary key ("key"));`);
    this.addSql(`create index "oidc_payload_grant_id_index" on "oidc_payload" ("grant_id");`);
    this.addSql(`create index "oidc_payload_session_uid_index" on "oidc_payload" ("session_uid");`);
    this.addSql(`create index "oidc_payload_expires_at_index" on "oidc_payload" ("expires_at");`);

    this.addSql(`create table "outbox_event" ("id" bigserial primary key, "event_id" uuid not null, "topic" varchar(255) not null, "stream" varchar(255) not null, "seq" bigint not null, "payload" jsonb not null, "occurred_at" timestamptz not null, "position" bigint null);`);
    this.addSql(`alter table "outbox_event" add constraint "outbox_event_event_id_unique" unique ("event_id");`);
    this.addSql(`create index outbox_event_waiting on outbox_event (id) where position is null;`);

    this.addSql(`create table "review_task" ("id" uuid not null, "district_id" uuid not null, "kind" varchar(255) not null, "form" varchar(255) null, "state" varchar(255) not null, "title" varchar(255) not null, "subject_type" varchar(255) not null, "subject_id" uuid not null, "facility_id" uuid null, "opened_at" timestamptz not null, "due_on" date not null, "assignee_id" uuid null, "closed_at" timestamptz null, primary key ("id"));`);
    this.addSql(`create index "review_task_inbox" on "review_task" ("district_id", "state", "due_on", "id");`);
    this.addSql(`alter table "review_task" add constraint "review_task_subject" unique ("subject_type", "subject_id");`);

    this.addSql(`create table "signing_key" ("kid" varchar(255) not null, "sealed" bytea not null, "created_at" timestamptz not null, "signs_from" timestamptz not null, primary key ("kid"));`);
    this.addSql(`alter table "signing_key" add constraint "signing_key_signs_from_unique" unique ("signs_from");`);

    this.addSql(`create table "sign_in_limit" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`);

    this.addSql(`create table "stream_counter" ("stream" varchar(255) not null, "seq" bigint not null, primary key ("stream"));`);

    this.addSql(`create table "app_user" ("id" uuid not null, "district_id" uuid not null, "kind" varchar(255) not null, "account_name" varchar(255) not null, "display_name" varchar(255) not null, "display_name_kana" varchar(255) null, "sort_name" varchar(255) collate "ja-x-icu" not null, "deactivated_at" timestamptz null, "created_at" timestamptz not null default now(), primary key ("id"));`);
    this.addSql(`alter table "app_user" add constraint "app_user_account_name_unique" unique ("account_name");`);
    this.addSql(`create index "app_user_district_id_id_index" on "app_user" ("district_id", "id");`);

    this.addSql(`create table "sign_in_session" ("id" uuid not null, "user_id" uuid not null, "oidc_uid" varchar(255) null, "methods" text[] not null, "network_hint" varchar(255) null, "started_at" timestamptz not null, "last_active_at" timestamptz not null, "expires_at" timestamptz not null, "ended_at" timestamptz null, "end_reason" varchar(255) null, primary key ("id"));`);
    this.addSql(`create index "sign_in_session_oidc_uid_index" on "sign_in_session" ("oidc_uid");`);
    this.addSql(`create index sign_in_session_live on sign_in_session (user_id, started_at) where ended_at is null;`);
    this.addSql(`create index sign_in_session_expiry on sign_in_session (expires_at) where ended_at is null;`);

    this.addSql(`create table "session_grant" ("grant_id" varchar(255) not null, "session_id" uuid not null, primary key ("grant_id"));`);
    this.addSql(`create index "session_grant_session_id_index" on "session_grant" ("session_id");`);

    this.addSql(`create table "practitioner" ("id" uuid not null, "user_id" uuid not null, "professions" text[] not null, primary key ("id"));`);
    this.addSql(`alter table "practitioner" add constraint "practitioner_user_id_unique" unique ("user_id");`);

    this.addSql(`create table "affiliation" ("id" uuid not null, "practitioner_id" uuid not null, "facility_id" uuid not null, "title" varchar(255) null, "is_facility_admin" boolean not null default false, "since" date not null, "until" date null, primary key ("id"));`);
    this.addSql(`create index "affiliation_facility" on "affiliation" ("facility_id", "practitioner_id");`);
    this.addSql(`alter table "affiliation" add constraint "affiliation_one_place_once" unique ("practitioner_id", "facility_id", "since");`);

    this.addSql(`create table "credential" ("user_id" uuid not null, "password_hash" text not null, "totp_secret" bytea not null, "last_totp_step" int null, "password_changed_at" timestamptz not null default now(), primary key ("user_id"));`);

    this.addSql(`alter table "facility" add constraint "facility_district_id_foreign" foreign key ("district_id") references "district" ("id") on delete restrict;`);

    this.addSql(`alter table "app_user" add constraint "app_user_district_id_foreign" foreign key ("district_id") references "district" ("id") on delete restrict;`);

    this.addSql(`alter table "sign_in_session" add constraint "sign_in_session_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;`);

    this.addSql(`alter table "session_grant" add constraint "session_grant_session_id_foreign" foreign key ("session_id") references "sign_in_session" ("id") on delete cascade;`);

    this.addSql(`alter table "practitioner" add constraint "practitioner_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on delete cascade;`);

    this.addSql(`alter table "affiliation" add constraint "affiliation_practitioner_id_foreign" foreign key ("practitioner_id") references "practitioner" ("id") on delete cascade;`);
    this.addSql(`alter table "affiliation" add constraint "affiliation_facility_id_foreign" foreign key ("facility_id") references "facility" ("id") on delete restrict;`);

    this.addSql(`alter table "credential" add constraint "credential_user_id_foreign" foreign key ("user_id") references "app_user" ("id") on update cascade on delete cascade;`);
  }

}
