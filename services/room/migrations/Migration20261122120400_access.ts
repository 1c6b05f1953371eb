/**
 * Who sees what, as the database enforces it (R10, R12, R13): relation, consent and data are read in one statement.
 * The functions belong to heya_policy, which may look at memberships and consents that the asker may not read.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';

/** Who asks. Absent settings are empty strings, never nobody's rights. */
const viewer = [
  `create function viewer_type() returns text language sql stable as $$ select coalesce(current_setting('app.viewer_type', true), '') $$`,
  `create function viewer_kind() returns text language sql stable as $$ select coalesce(current_setting('app.user_kind', true), '') $$`,
  `create function viewer_id() returns uuid language sql stable as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$`,
  `create function viewer_district() returns uuid language sql stable as $$ select nullif(current_setting('app.district_id', true), '')::uuid $$`,
  `create function viewer_room() returns uuid language sql stable as $$ select nullif(current_setting('app.room_id', true), '')::uuid $$`,
];

const consent = [
  // A consent ends with its last day where the patient lives (R9).
  `create function consent_in_force(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from consent_grant g where g.patient_id = p and g.status = 'ACTIVE'
       and (g.expires_on is null or g.expires_on >= (statement_timestamp() at time zone 'Asia/Tokyo')::date)) $$`,
  `create function consent_covers(p uuid, class text, for_family boolean) returns boolean ${definer} as $$
     select exists (select 1 from consent_grant g, jsonb_to_recordset(g.grants) as c(category text, family boolean)
       where g.patient_id = p and consent_in_force(p) and c.category = class and (not coalesce(for_family, false) or c.family)) $$`,
  `create function consent_known(p uuid) returns boolean ${definer} as $$ select exists (select 1 from consent_grant g where g.patient_id = p) $$`,
  `create function consent_of(p uuid) returns table (consent_id uuid, epoch int) ${definer} rows 1 as $$
     select g.consent_id, g.epoch from consent_grant g where g.patient_id = p $$`,
];

const relation = [
  `create function member_role(r uuid) returns text ${definer} as $$
     select m.role from room_membership m where viewer_type() = 'person' and m.room_id = r and m.user_id = viewer_id() and m.status = 'ACTIVE' $$`,
  // A shared stream sees its room while the consent epoch it was formed under is the current one.
  `create function channel_sees(r uuid) returns boolean ${definer} as $$
     select viewer_type() = 'channel' and r = viewer_room() and exists (
       select 1 from room x join consent_grant g on g.patient_id = x.patient_id
        where x.id = r and consent_in_force(x.patient_id) and g.epoch = nullif(current_setting('app.epoch', true), '')::int) $$`,
  `create function patient_has_room(p uuid) returns boolean ${definer} as $$ select exists (select 1 from room r where r.patient_id = p) $$`,
  `create function patient_has_application(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from room_application a where a.patient_id = p and a.status in ('SUBMITTED', 'IN_REVIEW', 'APPROVED')) $$`,
  `create function own_membership(p uuid, wanted text) returns boolean ${definer} as $$
     select viewer_type() = 'person' and exists (
       select 1 from room_membership m where m.patient_id = p and m.user_id = viewer_id() and m.status = wanted) $$`,
  /* How the viewer stands to a patient, whatever the consent says. Whoever registered them keeps that part until they have joined the room;
     an officer has one only while an application waits for the center and the consent stands. */
  `create function patient_relation(p uuid, registered_by uuid, district uuid) returns text ${definer} as $$
     select case
       when exists (select 1 from room r where r.patient_id = p and channel_sees(r.id)) then 'CHANNEL'
       when viewer_type() <> 'person' then null
       when own_membership(p, 'ACTIVE') then 'MEMBERSHIP'
       when registered_by = viewer_id() and (not patient_has_room(p) or own_membership(p, 'INVITED')) then 'REGISTRAR'
       when viewer_kind() = 'CENTER_OFFICER' and district = viewer_district() and patient_has_application(p) and consent_in_force(p) then 'REVIEW'
       when own_membership(p, 'INVITED') then 'INVITED'
     end $$`,
  /* By what right the viewer reads one data class now; null when by none (R10). A registrar sees what they typed before any consent,
     and no more once it is withdrawn. Family sees what is ticked for family. */
  `create function patient_right(p uuid, class text) returns text ${definer} as $$
     select case patient_relation(q.id, q.registered_by, q.district_id)
       when 'MEMBERSHIP' then case when consent_covers(p, class, coalesce((
         select m.role = 'FAMILY' from room_membership m where m.patient_id = p and m.user_id = viewer_id() and m.status = 'ACTIVE'), true)) then 'MEMBERSHIP' end
       when 'REGISTRAR' then case when not consent_known(p) or consent_covers(p, class, false) then 'REGISTRAR' end
       when 'REVIEW' then case when class = 'DEMOGRAPHICS' and consent_covers(p, class, false) then 'REVIEW' end
       when 'CHANNEL' then case when consent_covers(p, class, current_setting('app.audience', true) is distinct from 'CARE_TEAM') then 'CHANNEL' end
     end from patient q where q.id = p $$`,
  `create function registers(p uuid) returns boolean ${definer} as $$
     select viewer_type() = 'person' and exists (select 1 from patient q where q.id = p and q.registered_by = viewer_id()) $$`,
  `create function sees_application(a uuid) returns boolean ${definer} as $$
     select viewer_type() = 'person' and exists (select 1 from room_application x where x.id = a
       and (x.applicant_id = viewer_id() or (viewer_kind() = 'CENTER_OFFICER' and x.district_id = viewer_district()))) $$`,
  `create function opens_room(p uuid, district uuid) returns boolean ${definer} as $$
     select viewer_type() = 'person' and viewer_kind() = 'CENTER_OFFICER' and district = viewer_district() and exists (
       select 1 from room_application a where a.patient_id = p and a.district_id = district and a.status = 'APPROVED'
         and a.checked_by is not null and a.decided_by is not null and a.checked_by <> a.decided_by) and consent_in_force(p) $$`,
];

const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;
const isOfficerHere = `${isPerson} and viewer_kind() = 'CENTER_OFFICER' and district_id = viewer_district()`;

const policies = [
  // Written by the consumer alone, and looked at by the functions above only.
  `create policy projection on consent_grant for all using (${isService}) with check (${isService})`,

  `create policy related on patient for select using (patient_relation(id, registered_by, district_id) is not null)`,
  `create policy register on patient for insert with check (
     ${isPerson} and viewer_kind() = 'PROFESSIONAL' and registered_by = viewer_id() and district_id = viewer_district())`,
  `create policy change on patient for update using (patient_right(id, 'DEMOGRAPHICS') in ('MEMBERSHIP', 'REGISTRAR'))
     with check (patient_right(id, 'DEMOGRAPHICS') in ('MEMBERSHIP', 'REGISTRAR'))`,

  `create policy consented on patient_profile for select using (patient_right(patient_id, 'DEMOGRAPHICS') is not null)`,
  `create policy register on patient_profile for insert with check (registers(patient_id))`,
  `create policy change on patient_profile for update using (patient_right(patient_id, 'DEMOGRAPHICS') in ('MEMBERSHIP', 'REGISTRAR'))
     with check (patient_right(patient_id, 'DEMOGRAPHICS') in ('MEMBERSHIP', 'REGISTRAR'))`,

  `create policy consented on patient_history for select using (patient_right(patient_id, 'DEMOGRAPHICS') in ('MEMBERSHIP', 'REGISTRAR'))`,
  `create policy own_change on patient_history for insert with check (
     changed_by = viewer_id() and (registers(patient_id) or patient_right(patient_id, 'DEMOGRAPHICS') = 'MEMBERSHIP'))`,

  `create policy in_room on room for select using (member_role(id) is not null or own_membership(patient_id, 'INVITED') or channel_sees(id) or ${isService})`,
  // The guard of R12 once more, under the code.
  `create policy opened on room for insert with check (opens_room(patient_id, district_id))`,

  `create policy together on room_membership for select using (
     (${isPerson} and user_id = viewer_id() and status <> 'LEFT') or member_role(room_id) is not null or channel_sees(room_id) or ${isService})`,
  `create policy invited on room_membership for insert with check (status = 'INVITED' and invited_by = viewer_id() and opens_room(patient_id, district_id))`,
  `create policy accepted on room_membership for update using (${isPerson} and user_id = viewer_id() and status in ('INVITED', 'ACTIVE'))
     with check (${isPerson} and user_id = viewer_id() and status = 'ACTIVE')`,
  `create policy ended on room_membership for update using (${isService}) with check (${isService} and status = 'LEFT')`,

  `create policy applicant on room_application for select using (${isPerson} and applicant_id = viewer_id())`,
  `create policy officer on room_application for select using (${isOfficerHere})`,
  `create policy file on room_application for insert with check (
     ${isPerson} and viewer_kind() = 'PROFESSIONAL' and applicant_id = viewer_id() and district_id = viewer_district() and status = 'SUBMITTED' and registers(patient_id))`,
  `create policy withdraw on room_application for update using (${isPerson} and applicant_id = viewer_id()) with check (applicant_id = viewer_id() and status = 'WITHDRAWN')`,
  `create policy review on room_application for update using (${isOfficerHere}) with check (${isOfficerHere})`,

  `create policy with_application on proposed_member for select using (sees_application(application_id))`,
  `create policy filed on proposed_member for insert with check (sees_application(application_id) and viewer_kind() = 'PROFESSIONAL')`,
];

const grants = [
  // The access record can be added to and marked as told, not changed or taken away (R32).
  'revoke update, delete, truncate on audit_entry from heya_room',
  'grant update (shipped) on audit_entry to heya_room',
  'revoke insert, update, delete on district_setting from heya_room',
  'revoke delete on patient, patient_profile, patient_history, room, room_membership, room_application, proposed_member from heya_room',
  'revoke update on patient_history, proposed_member from heya_room',
];

const names = (statements: readonly string[]): string[] => statements.map((text) => /create function (\w+)/.exec(text)?.[1] ?? '');

export class Migration20261122120400_access extends Migration {
  override name = 'Migration20261122120400_access';

  override up(): void {
    for (const statement of [...viewer, ...consent, ...relation, ...policies, ...grants]) this.addSql(statement);
    for (const name of names([...consent, ...relation])) this.addSql(`alter function ${name} owner to heya_policy`);
    this.addSql(`insert into district_setting (district_id, applicant_professions, promise_days)
      values ('00000000-0000-0000-0000-000000000000', '{PHYSICIAN,CARE_MANAGER}', 14)`);
  }
}
