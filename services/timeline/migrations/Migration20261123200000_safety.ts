/**
 * Safety checks (R31): who is in one is settled at its start; what was reported of whom, taken back or ended is added, never changed.
 * All of it hangs on the class DISASTER_SAFETY of each patient's consent, for members by their membership, for officers by their district.
 * The municipality reads through one function, by the hash of its code, what the patients ticked for it.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';
const me = '(select viewer_user())';
const service = `(select viewer_type()) = 'service'`;
const place = '"check_id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null';
const officer = '(select viewer_leads(district_id))';
const seen = 'room_id = any ((select safety_rooms_seen())::uuid[])';
const written = 'room_id = any ((select safety_rooms_written())::uuid[])';

const tables = {
  safety_check: `"id" uuid not null, "district_id" uuid not null, "title" text not null, "area" text null, "municipality" text null, "practice" boolean not null, "started_at" timestamptz not null default clock_timestamp(), "started_by_id" uuid not null, "started_by_name" varchar(255) not null, "not_ticked" int not null, "fingerprint" varchar(255) not null, primary key ("id")`,
  safety_check_end: `"check_id" uuid not null, "district_id" uuid not null, "ended_at" timestamptz not null default clock_timestamp(), "ended_by_id" uuid not null, "ended_by_name" varchar(255) not null, primary key ("check_id")`,
  safety_subject: `${place}, primary key ("check_id", "patient_id")`,
  safety_report: `"id" uuid not null, ${place}, "status" varchar(255) not null, "evidence" varchar(255) not null, "place" varchar(255) null, "place_note" text null, "needs" text null, "note" text null, "device" text null, "power_minutes_left" int null, "observed_at" timestamptz not null, "reported_at" timestamptz not null default clock_timestamp(), "reported_by_id" uuid not null, "reported_by_name" varchar(255) not null, "reported_by_label" varchar(255) null, "facility_name" varchar(255) null, "fingerprint" varchar(255) not null, primary key ("id")`,
  safety_retraction: `"report_id" uuid not null, ${place}, "by_id" uuid not null, "at" timestamptz not null default clock_timestamp(), primary key ("report_id")`,
  safety_card: `"patient_id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "name" text null, "locality" text null, "room_number" varchar(255) null, "asked_at" timestamptz null, primary key ("patient_id")`,
  safety_view: `"id" uuid not null, "check_id" uuid not null, "district_id" uuid not null, "for_whom" text not null, "code_hash" varchar(255) not null, "created_at" timestamptz not null default clock_timestamp(), "created_by_id" uuid not null, "created_by_name" varchar(255) not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id")`,
} as const;
const ofRooms = ['safety_subject', 'safety_report', 'safety_retraction', 'safety_card'] as const;

const running = `not exists (select 1 from safety_check_end e where e.check_id = k.id)`;
const covers = `c.status = 'ACTIVE' and (c.expires_on is null or c.expires_on >= today_in_japan()) and 'DISASTER_SAFETY' = any(c.categories)`;
/** What a code that is good opens: its check runs, its time is not up, nobody has taken it back. */
const handed = `safety_view w join safety_check k on k.id = w.check_id
  where viewer_type() = 'anonymous' and w.code_hash = hash and w.revoked_at is null and w.expires_at > statement_timestamp() and ${running}`;
const handedPatients = `join consent_state c on c.patient_id = s.patient_id where ${covers} and c.disaster_use and s.check_id in (select k.id from ${handed})`;

const functions = [
  `create function viewer_leads(district uuid) returns boolean language sql stable as $$
     select viewer_type() = 'person' and current_setting('app.user_kind', true) = 'CENTER_OFFICER'
        and district = nullif(current_setting('app.district_id', true), '')::uuid $$`,
  /* Rooms whose safety the viewer may know of now: as a member, or as an officer of the district; a member first. */
  `create function safety_rooms() returns table (
       room_id uuid, patient_id uuid, district_id uuid, role text, authority text, open boolean, active boolean)
     ${definer} rows 200 as $$
     with held as (
       select m.room_id, m.role::text as role, 'MEMBERSHIP' as authority from room_member m
        where viewer_type() = 'person' and m.user_id = viewer_user() and holds_now(m.status, m.valid_from, m.valid_until)
          and m.role in ('CARE_TEAM', 'PATIENT', 'FAMILY')
       union all
       select s.room_id, 'CENTER_OBSERVER', 'CENTER' from room_state s
        where viewer_type() = 'person' and s.district_id = nullif(current_setting('app.district_id', true), '')::uuid and viewer_leads(s.district_id))
     select distinct on (s.room_id) s.room_id, s.patient_id, s.district_id, h.role, h.authority,
            h.authority = 'MEMBERSHIP' and s.status in ('ACTIVE', 'DORMANT'), s.status in ('ACTIVE', 'DORMANT')
       from held h join room_state s on s.room_id = h.room_id join consent_state c on c.patient_id = s.patient_id
      where s.status in ('ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED') and ${covers}
        and (h.role <> 'FAMILY' or 'DISASTER_SAFETY' = any(c.family_categories))
      order by s.room_id, h.authority desc, h.role $$`,
  `create function safety_rooms_seen() returns uuid[] ${definer} as $$ select coalesce(array_agg(room_id), '{}') from safety_rooms() $$`,
  `create function safety_rooms_written() returns uuid[] ${definer} as $$
     select coalesce(array_agg(room_id) filter (where open), '{}') from safety_rooms() $$`,
  // Checks that anybody of the viewer's rooms is in.
  `create function safety_checks_seen() returns uuid[] ${definer} as $$
     select coalesce(array_agg(distinct s.check_id), '{}') from safety_rooms() v join safety_subject s on s.room_id = v.room_id $$`,
  /* How many people of the officer's district a check cannot ask for: no consent of theirs covers it. A number and nothing else. */
  `create function safety_not_ticked() returns int ${definer} as $$
     select count(*)::int from room_state s left join consent_state c on c.patient_id = s.patient_id
      where viewer_leads(s.district_id) and s.status in ('ACTIVE', 'DORMANT') and (${covers}) is not true $$`,
  `create function safety_handed_view(hash text) returns table (
       id uuid, "checkId" uuid, "districtId" uuid, "forWhom" text, "expiresAt" timestamptz, title text, area text, practice boolean, "startedAt" timestamptz)
     ${definer} rows 1 as $$
     select w.id, k.id, w.district_id, w.for_whom, w.expires_at, k.title, k.area, k.practice, k.started_at from ${handed} $$`,
  `create function safety_handed_people(hash text) returns table (
       "checkId" uuid, "roomId" uuid, "patientId" uuid, "districtId" uuid, name text, locality text, "roomNumber" text)
     ${definer} rows 200 as $$
     select s.check_id, s.room_id, s.patient_id, s.district_id, d.name, d.locality, d.room_number
       from safety_subject s left join safety_card d on d.patient_id = s.patient_id ${handedPatients} $$`,
  `create function safety_handed_reports(hash text) returns setof safety_report ${definer} rows 400 as $$
     select s.* from safety_report s ${handedPatients} and not exists (select 1 from safety_retraction t where t.report_id = s.id) $$`,
];
const names = ['viewer_leads(uuid)', 'safety_rooms()', 'safety_rooms_seen()', 'safety_rooms_written()', 'safety_checks_seen()', 'safety_not_ticked()', 'safety_handed_view(text)',
  'safety_handed_people(text)', 'safety_handed_reports(text)'];

const ofSubject = (table: string): string =>
  `exists (select 1 from safety_subject s where s.check_id = ${table}.check_id and s.patient_id = ${table}.patient_id and s.room_id = ${table}.room_id)`;

const policies = [
  `create policy see on safety_check for select using (${officer} or ${service} or id = any ((select safety_checks_seen())::uuid[]))`,
  `create policy write on safety_check for insert with check (${officer} and started_by_id = ${me})`,
  `create policy see on safety_check_end for select using (${officer} or ${service} or check_id = any ((select safety_checks_seen())::uuid[]))`,
  `create policy write on safety_check_end for insert with check (${officer} and ended_by_id = ${me}
     and exists (select 1 from safety_check k where k.id = check_id and k.district_id = safety_check_end.district_id))`,
  `create policy see on safety_subject for select using (${seen} or ${service})`,
  `create policy write on safety_subject for insert with check (${officer} and ${seen}
     and exists (select 1 from safety_check k where k.id = check_id and k.district_id = safety_subject.district_id and k.started_by_id = ${me}))`,
  `create policy see on safety_report for select using (${seen})`,
  `create policy write on safety_report for insert with check (reported_by_id = ${me} and ${written} and ${ofSubject('safety_report')}
     and not exists (select 1 from safety_check_end e where e.check_id = safety_report.check_id and e.ended_at < observed_at))`,
  `create policy see on safety_retraction for select using (${seen})`,
  `create policy write on safety_retraction for insert with check (by_id = ${me} and ${written}
     and exists (select 1 from safety_report r where r.id = report_id and r.reported_by_id = ${me} and r.check_id = safety_retraction.check_id
       and r.room_id = safety_retraction.room_id and r.patient_id = safety_retraction.patient_id))`,
  `create policy see on safety_card for select using (${seen})`,
  `create policy keep on safety_card using (${service}) with check (${service})`,
  `create policy see on safety_view for select using (${officer})`,
  `create policy write on safety_view for insert with check (${officer} and created_by_id = ${me}
     and exists (select 1 from safety_check k where k.id = check_id and k.district_id = safety_view.district_id))`,
  `create policy turn on safety_view for update using (${officer}) with check (${officer})`,
];

export class Migration20261123200000_safety extends Migration {
  override name = 'Migration20261123200000_safety';

  override up(): void {
    this.addSql('alter table "consent_state" add column "disaster_use" boolean not null default false');
    this.addSql('create index room_state_district on room_state (district_id)');
    for (const [table, columns] of Object.entries(tables)) {
      this.addSql(`create table "${table}" (${columns})`);
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`revoke update, delete, truncate on ${table} from heya_timeline`);
    }
    for (const statement of functions) this.addSql(statement);
    for (const name of names) {
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_timeline, heya_policy`);
      if (!name.startsWith('viewer_leads')) this.addSql(`alter function ${name} owner to heya_policy`);
    }
    for (const statement of policies) this.addSql(statement);
    for (const table of ofRooms) {
      this.addSql(`create trigger keep_out_of_erased before insert on ${table} for each row execute function keep_out_of_erased_room_id()`);
      this.addSql(`create index "${table}_room_id_index" on "${table}" ("room_id")`);
    }
    // A card is no fact of the room: it says what the room service last said, and goes when the consent does.
    this.addSql('grant update, delete on safety_card to heya_timeline');
    this.addSql('grant update (expires_at, revoked_at) on safety_view to heya_timeline');
    this.addSql('create index safety_check_district on safety_check (district_id, started_at, id)');
    this.addSql('create index safety_subject_patient on safety_subject (patient_id, check_id)');
    this.addSql('create index safety_report_check on safety_report (check_id, patient_id)');
    this.addSql('create unique index safety_view_code on safety_view (code_hash)');
    this.addSql('create index safety_view_check on safety_view (check_id)');
  }
}
