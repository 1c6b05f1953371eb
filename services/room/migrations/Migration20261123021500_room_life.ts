/**
 * The life of a room: who is in it and who looks after it change by form 4-2, and form 4-3 closes it (R14, R16).
 * Whom a form takes out is out from its minute on, by the clock of the statement that reads, whoever has reviewed it by then. The seat of
 * the steward passes on in the same minute. Nobody comes in, and nothing closes, before two officers have said so.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;
const isApplicant = `${isPerson} and applicant_id = viewer_id()`;
const underWay = `('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'APPROVED')`;

const tables = [
  `alter table "room_application" alter column "consent_id" drop not null, add column "effective_at" timestamptz(3) null,
     add column "new_steward_id" uuid null, add column "new_steward_name" text null, add column "closure_reason" text null,
     add column "informed" text null, add column "export_to_id" uuid null, add column "export_to_name" text null,
     add column "executed_by" uuid null, add column "executed_at" timestamptz(3) null`,
  // One change and one closure of a room at a time: of two that are filed together one wins.
  `create unique index room_application_one_open on room_application (room_id, form) where form <> 'FORM_4_1' and status in ${underWay}`,
  `create index "room_application_room" on "room_application" ("room_id")`,
  `alter table "room_membership" add column "begins_at" timestamptz(3) null, add column "seat_from" timestamptz(3) null, add column "seat_until" timestamptz(3) null`,
  `create table "membership_removal" ("application_id" uuid not null, "membership_id" uuid not null, "place" int not null, "display_name" text not null, "role" text not null, "ends_at" timestamptz(3) not null, "called_off_at" timestamptz(3) null, primary key ("application_id", "membership_id"))`,
  `create index "membership_removal_membership" on "membership_removal" ("membership_id")`,
  `create table "closure_copy" ("application_id" uuid not null, "facility_id" uuid not null, "place" int not null, "facility_name" text not null, "is_saved" boolean not null, primary key ("application_id", "facility_id"))`,
  `create table "application_entry" ("application_id" uuid not null, "place" int not null, "status" text not null, "actor_id" uuid not null, "at" timestamptz(3) not null, "reason" text null, primary key ("application_id", "place"))`,
  // What was done with applications before there were entries. The owner of the tables sees none of their rows by itself.
  'alter table room_application no force row level security',
  `insert into application_entry (application_id, place, status, actor_id, at, reason)
     select e.id, row_number() over (partition by e.id order by e.at, e.step), e.status, e.actor, e.at, e.reason from (
       select id, 1 as step, 'SUBMITTED' as status, applicant_id as actor, submitted_at as at, null::text as reason from room_application
       union all select id, 2, 'IN_REVIEW', checked_by, checked_at, null from room_application where checked_at is not null
       union all select id, 3, case when status in ('RETURNED', 'REJECTED') then status else 'APPROVED' end, decided_by, decided_at, decision_reason
         from room_application where decided_at is not null) e`,
  'alter table room_application force row level security',
  ...['membership_removal', 'closure_copy', 'application_entry'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const functions = [
  /** Whether somebody has the steward's seat at this moment: one that is to pass on passes on by the clock. */
  `create function steward_now(is_steward boolean, seat_from timestamptz, seat_until timestamptz) returns boolean language sql stable as $$
     select (is_steward or coalesce(seat_from <= statement_timestamp(), false)) and (seat_until is null or seat_until > statement_timestamp()) $$`,
  `create function removal_ends(m uuid) returns timestamptz language sql stable ${definer} as $$
     select min(e.ends_at) from membership_removal e where e.membership_id = m and e.called_off_at is null $$`,
  /** Who may ask for a change: the steward, and whoever applied for the room, while they take part in it (R14). */
  `create function changes_room(r uuid) returns boolean language sql stable ${definer} as $$
     select coalesce(member_role(r) = 'CARE_TEAM', false) and (
       exists (select 1 from room_membership m where m.room_id = r and m.user_id = viewer_id()
         and holds_now(m.status, m.joined_at, m.left_at) and steward_now(m.is_steward, m.seat_from, m.seat_until))
       or exists (select 1 from room_application a where a.room_id = r and a.form = 'FORM_4_1' and a.status = 'COMPLETED' and a.applicant_id = viewer_id())) $$`,
  `create function files_application(a uuid) returns boolean language sql stable ${definer} as $$
     select ${isPerson} and exists (select 1 from room_application x where x.id = a and x.applicant_id = viewer_id() and x.status in ('SUBMITTED', 'RETURNED')) $$`,
  `create function approved_by_two(a uuid, wanted text) returns boolean language sql stable ${definer} as $$
     select ${isPerson} and viewer_kind() = 'CENTER_OFFICER' and exists (
       select 1 from room_application x where x.id = a and x.form = wanted and x.district_id = viewer_district() and x.status in ('APPROVED', 'COMPLETED')
         and x.checked_by is not null and x.decided_by is not null and x.checked_by <> x.decided_by) $$`,
  `create or replace function sees_application(a uuid) returns boolean language sql stable ${definer} as $$
     select ${isPerson} and exists (select 1 from room_application x where x.id = a
       and (x.applicant_id = viewer_id() or (viewer_kind() = 'CENTER_OFFICER' and x.district_id = viewer_district())
         or (x.room_id is not null and x.form <> 'FORM_4_1' and changes_room(x.room_id)))) $$`,
  `create or replace function opens_room(p uuid, district uuid) returns boolean language sql stable ${definer} as $$
     select ${isPerson} and viewer_kind() = 'CENTER_OFFICER' and district = viewer_district() and consent_in_force(p) and exists (
       select 1 from room_application a where a.patient_id = p and a.form = 'FORM_4_1' and approved_by_two(a.id, 'FORM_4_1') and a.status = 'APPROVED') $$`,
  `create function invites_to(r uuid, p uuid) returns boolean language sql stable ${definer} as $$
     select consent_in_force(p) and exists (
       select 1 from room x join room_application a on a.room_id = x.id
        where x.id = r and x.patient_id = p and x.status = 'ACTIVE' and a.status = 'APPROVED' and approved_by_two(a.id, 'FORM_4_2')) $$`,
  /** What an officer may know of a room to carry out a change: whether it is in use, and who is in it. */
  `create function change_facts(a uuid) returns table (room_status text, user_id uuid, membership_id uuid, role text, status text, is_steward boolean, leaves boolean, seat_passes boolean)
     language sql stable ${definer} as $$
     select x.status, m.user_id, m.id, m.role, standing_now(m.status, m.left_at), steward_now(m.is_steward, m.seat_from, m.seat_until), m.left_at is not null, m.seat_from is not null or m.seat_until is not null
       from room_application f join room x on x.id = f.room_id left join room_membership m on m.room_id = x.id and standing_now(m.status, m.left_at) <> 'LEFT'
      where f.id = a and (approved_by_two(a, 'FORM_4_2') or approved_by_two(a, 'FORM_4_3')) $$`,
  /** Sets until when those are in whom a form that was just filed takes out; their steward's seat passes on in that minute. */
  `create function begin_removals(a uuid) returns setof room_membership language sql volatile ${definer} as $$
     update room_membership m set left_at = least(place_ends(m.user_id, m.facility_id, m.role), removal_ends(m.id)),
            seat_until = case when steward_now(m.is_steward, m.seat_from, m.seat_until) then removal_ends(m.id) else m.seat_until end
       from membership_removal e where files_application(a) and e.application_id = a and e.called_off_at is null and m.id = e.membership_id and m.status <> 'LEFT';
     update room_membership m set seat_from = l.seat_until
       from room_application f join membership_removal e on e.application_id = f.id join room_membership l on l.id = e.membership_id
      where files_application(a) and f.id = a and l.seat_until is not null and l.room_id = m.room_id and m.user_id = f.new_steward_id and m.status <> 'LEFT';
     select m.* from room_membership m join room_application f on f.room_id = m.room_id
      where files_application(a) and f.id = a and exists (select 1 from membership_removal e where e.application_id = a and e.membership_id = m.id) $$`,
  /** Takes back what has not come to pass: of a form that was turned down, withdrawn or filed anew. */
  `create function call_off_removals(a uuid) returns setof room_membership language plpgsql volatile ${definer} as $$
     declare gone uuid[];
     begin
       if not exists (select 1 from room_application x where x.id = a and x.status in ('RETURNED', 'REJECTED', 'WITHDRAWN')
         and (x.applicant_id = viewer_id() or (viewer_kind() = 'CENTER_OFFICER' and x.district_id = viewer_district()))) then return; end if;
       update room_membership m set seat_from = null from room_application f
        where f.id = a and m.room_id = f.room_id and m.user_id = f.new_steward_id and m.seat_from > statement_timestamp();
       with off as (update membership_removal e set called_off_at = statement_timestamp()
         where e.application_id = a and e.called_off_at is null and e.ends_at > statement_timestamp() returning e.membership_id)
       select array_agg(membership_id) into gone from off;
       return query update room_membership m set left_at = least(place_ends(m.user_id, m.facility_id, m.role), removal_ends(m.id)), seat_until = null
        where m.id = any(gone) and m.status <> 'LEFT' returning m.*;
     end $$`,
  /** A steward who stays hands the seat on, at the minute of the form or now, whichever is later. */
  `create function pass_seat(a uuid) returns void language sql volatile ${definer} as $$
     update room_membership m set seat_until = greatest(f.effective_at, statement_timestamp()) from room_application f
      where approved_by_two(a, 'FORM_4_2') and f.id = a and f.new_steward_id is not null and m.room_id = f.room_id and m.status <> 'LEFT'
        and m.seat_until is null and m.is_steward and m.user_id <> f.new_steward_id;
     update room_membership m set seat_from = coalesce(
            (select l.seat_until from room_membership l where l.room_id = m.room_id and l.status <> 'LEFT' and l.seat_until is not null limit 1),
            greatest(f.effective_at, statement_timestamp()))
       from room_application f
      where approved_by_two(a, 'FORM_4_2') and f.id = a and m.room_id = f.room_id and m.user_id = f.new_steward_id and m.status <> 'LEFT'
        and m.seat_from is null and not m.is_steward $$`,
  /** Writes down what the clock has already done. Says nothing that was not so, so whoever may. @returns what changed, the new steward first */
  `create function settle_memberships(r uuid) returns setof room_membership language plpgsql volatile ${definer} as $$
     declare gone uuid[]; risen uuid[]; stepped uuid[];
     begin
       with left_now as (update room_membership m set status = 'LEFT', is_steward = steward_now(m.is_steward, m.seat_from, null), seat_from = null, seat_until = null
         where (r is null or m.room_id = r) and m.status <> 'LEFT' and m.left_at <= statement_timestamp() and removal_ends(m.id) <= statement_timestamp() returning m.id)
       select array_agg(id) into gone from left_now;
       with off as (update room_membership m set is_steward = false, seat_from = null, seat_until = null
         where (r is null or m.room_id = r) and m.status <> 'LEFT' and m.seat_until <= statement_timestamp() returning m.id)
       select array_agg(id) into stepped from off;
       with up as (update room_membership m set seat_from = null, is_steward = not exists (
           select 1 from room_membership o where o.room_id = m.room_id and o.id <> m.id and o.is_steward and o.status <> 'LEFT')
         where (r is null or m.room_id = r) and m.status <> 'LEFT' and m.seat_from <= statement_timestamp() returning m.id)
       select array_agg(id) into risen from up;
       return query select m.* from room_membership m where m.id = any(risen) or m.id = any(stepped) or m.id = any(gone)
         order by (m.id = any(risen)) is not true, (m.id = any(stepped)) is not true, m.id;
     end $$`,
  // While a room is in use its care team writes; once it is being closed everybody reads.
  `create or replace function edits_patient(p uuid) returns boolean language sql stable ${definer} as $$
     select coalesce(case patient_right(p, 'DEMOGRAPHICS')
       when 'REGISTRAR' then true
       when 'MEMBERSHIP' then exists (select 1 from room r where r.patient_id = p and r.status in ('ACTIVE', 'DORMANT') and member_role(r.id) = 'CARE_TEAM')
     end, false) $$`,
  /** Carries out form 4-3: the room is read-only from now on. */
  `create function begin_closing(a uuid) returns setof room language sql volatile ${definer} as $$
     update room x set status = 'CLOSING' from room_application f
      where f.id = a and approved_by_two(a, 'FORM_4_3') and x.id = f.room_id and x.status in ('ACTIVE', 'DORMANT') returning x.* $$`,
];

const policies = [
  `alter policy file on room_application with check (
     ${isPerson} and viewer_kind() = 'PROFESSIONAL' and applicant_id = viewer_id() and district_id = viewer_district() and status = 'SUBMITTED'
       and form = 'FORM_4_1' and registers(patient_id))`,
  `create policy file_about_room on room_application for insert with check (
     ${isPerson} and viewer_kind() = 'PROFESSIONAL' and applicant_id = viewer_id() and district_id = viewer_district() and status = 'SUBMITTED'
       and form in ('FORM_4_2', 'FORM_4_3') and room_id is not null and changes_room(room_id)
       and exists (select 1 from room x where x.id = room_id and x.patient_id = room_application.patient_id))`,
  `create policy resubmit on room_application for update using (${isApplicant} and status = 'RETURNED') with check (${isApplicant} and status = 'SUBMITTED')`,
  // Why the room was asked for is between whoever asked and the center; what changes it is also its steward's.
  `create policy in_room on room_application for select using (room_id is not null and form <> 'FORM_4_1' and changes_room(room_id))`,
  `create policy with_application on membership_removal for select using (sees_application(application_id))`,
  `create policy filed on membership_removal for insert with check (files_application(application_id))`,
  `create policy with_application on closure_copy for select using (sees_application(application_id))`,
  `create policy filed on closure_copy for insert with check (files_application(application_id))`,
  `create policy with_application on application_entry for select using (sees_application(application_id))`,
  `create policy own_step on application_entry for insert with check (sees_application(application_id) and actor_id = viewer_id())`,
  // Filed anew, a form names whom and what it names now.
  `create policy filed_anew on proposed_member for delete using (files_application(application_id))`,
  `create policy filed_anew on closure_copy for delete using (files_application(application_id))`,
  `create policy filed_anew on membership_removal for delete using (files_application(application_id) and called_off_at is not null)`,
  `alter policy invited on room_membership with check (
     status = 'INVITED' and invited_by = viewer_id() and (opens_room(patient_id, district_id) or (not is_steward and invites_to(room_id, patient_id))))`,
  `alter policy accepted on room_membership with check (
     ${isPerson} and user_id = viewer_id() and status = 'ACTIVE' and (begins_at is null or begins_at <= statement_timestamp()))`,
];

const grants = [
  'grant update (status, left_at, is_steward, seat_from, seat_until) on room_membership to heya_policy',
  'grant update (called_off_at) on membership_removal to heya_policy',
  'grant update (status) on room to heya_policy',
  'grant delete on proposed_member to heya_room',
  'revoke update, truncate on membership_removal, closure_copy from heya_room',
  'revoke update, delete, truncate on application_entry from heya_room',
];

const owned = [
  'removal_ends(uuid)', 'changes_room(uuid)', 'files_application(uuid)', 'approved_by_two(uuid, text)', 'invites_to(uuid, uuid)', 'change_facts(uuid)',
  'begin_removals(uuid)', 'call_off_removals(uuid)', 'pass_seat(uuid)', 'settle_memberships(uuid)', 'begin_closing(uuid)',
];

export class Migration20261123021500_room_life extends Migration {
  override name = 'Migration20261123021500_room_life';

  override up(): void {
    for (const statement of [...tables, ...functions]) this.addSql(statement);
    for (const name of owned) this.addSql(`alter function ${name} owner to heya_policy`);
    for (const name of [...owned, 'steward_now(boolean, timestamptz, timestamptz)']) {
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
    }
    for (const statement of [...policies, ...grants]) this.addSql(statement);
  }
}
