/**
 * A room that nobody has used for a year is put to the center (R17): found by the clock, worked on by the officers of its district, seen by
 * the care team and the patient, ended by any post. What was asked and said is added to, never written over. While it is asked about, the
 * center reads of the patient what it reads while it reviews a form, so that it knows whom to ask.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';
const isService = `viewer_type() = 'service'`;
const isOfficerHere = `viewer_type() = 'person' and viewer_kind() = 'CENTER_OFFICER' and district_id = viewer_district()`;

const tables = [
  `create table "dormancy_review" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "room_number" text not null, "applicant_id" uuid null, "applicant_name" text null, "opened_at" timestamptz(3) not null, "last_activity_on" date not null, "due_on" date not null, "late_at" timestamptz(3) null, "decision" text null, "decision_reason" text null, "decided_by" uuid null, "decided_by_name" text null, "decided_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "outcome" text null, primary key ("id"))`,
  'create index "dormancy_review_room" on "dormancy_review" ("room_id", "opened_at")',
  'create unique index dormancy_review_one_open on dormancy_review (room_id) where ended_at is null',
  'create index dormancy_review_patient on dormancy_review (patient_id) where ended_at is null',
  `create table "dormancy_entry" ("id" uuid not null, "review_id" uuid not null, "district_id" uuid not null, "place" int not null, "kind" text not null, "at" timestamptz(3) not null, "party" text null, "channel" text null, "asked_on" date null, "keep" boolean null, "note" text null, "actor_id" uuid null, "actor_name" text null, primary key ("id"))`,
  'alter table "dormancy_entry" add constraint "dormancy_entry_place" unique ("review_id", "place")',
  ...['dormancy_review', 'dormancy_entry'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const functions = [
  // Who had asked for a room, for the clock that has to name them to the center.
  `create function room_applicant(r uuid) returns table (applicant_id uuid, applicant_name text) ${definer} as $$
     select a.applicant_id, a.applicant_name from room_application a where ${isService} and a.room_id = r and a.form = 'FORM_4_1'
      order by a.submitted_at desc limit 1 $$`,
  `create function closure_under_way(r uuid) returns boolean ${definer} as $$
     select ${isService} and exists (select 1 from room_application a where a.room_id = r and a.form = 'FORM_4_3'
       and a.status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'APPROVED')) $$`,
  `create or replace function patient_has_application(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from room_application a where a.patient_id = p and a.status in ('SUBMITTED', 'IN_REVIEW', 'APPROVED'))
         or exists (select 1 from dormancy_review d where d.patient_id = p and d.ended_at is null) $$`,
  `create or replace function record_place(wanted uuid) returns table (room_id uuid, patient_id uuid, district_id uuid)
     language sql stable security definer rows 1 set search_path = public, pg_temp as $$
     select x.id, x.patient_id, x.district_id from room x where x.id = wanted
     union all select m.room_id, m.patient_id, m.district_id from room_membership m where m.id = wanted
     union all select i.room_id, i.patient_id, i.district_id from room_inspection i where i.id = wanted
     union all select a.room_id, a.patient_id, a.district_id from room_application a where a.id = wanted
     union all select c.room_id, c.patient_id, c.district_id from weekly_check c where c.id = wanted
     union all select d.room_id, d.patient_id, d.district_id from dormancy_review d where d.id = wanted
     union all select x.id, q.id, q.district_id from patient q left join room x on x.patient_id = q.id where q.id = wanted
     limit 1 $$`,
];

const policies = [
  `create policy seen on dormancy_review for select using (${isService} or (${isOfficerHere}) or member_role(room_id) in ('CARE_TEAM', 'PATIENT'))`,
  `create policy begun on dormancy_review for insert with check (${isService} and decision is null and ended_at is null)`,
  `create policy by_itself on dormancy_review for update using (${isService} and ended_at is null) with check (${isService})`,
  `create policy worked on dormancy_review for update using (${isOfficerHere} and ended_at is null)
     with check (${isOfficerHere} and decided_by = viewer_id() and decision is not null and (outcome is null or outcome = 'KEPT'))`,
  `create policy seen on dormancy_entry for select using (${isService} or (${isOfficerHere}))`,
  `create policy by_itself on dormancy_entry for insert with check (${isService} and kind in ('OPENED', 'LATE', 'USED', 'CLOSED') and actor_id is null)`,
  `create policy worked on dormancy_entry for insert with check (${isOfficerHere} and kind in ('ASKED', 'ANSWERED', 'DECIDED') and actor_id = viewer_id()
     and exists (select 1 from dormancy_review d where d.id = review_id and d.district_id = dormancy_entry.district_id))`,
];

const grants = [
  'revoke update, delete, truncate on dormancy_review, dormancy_entry from heya_room',
  'grant update (due_on, late_at, decision, decision_reason, decided_by, decided_by_name, decided_at, ended_at, outcome) on dormancy_review to heya_room',
];

const owned = ['room_applicant(uuid)', 'closure_under_way(uuid)'];

export class Migration20261123060200_dormancy extends Migration {
  override name = 'Migration20261123060200_dormancy';

  override up(): void {
    for (const statement of [...tables, ...functions]) this.addSql(statement);
    for (const name of owned) {
      this.addSql(`alter function ${name} owner to heya_policy`);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
    }
    for (const statement of [...policies, ...grants]) this.addSql(statement);
  }
}
