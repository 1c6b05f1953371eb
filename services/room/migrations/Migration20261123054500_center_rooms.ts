/**
 * The center's list of rooms (R13): that a room exists, its number and state, which facilities share in it and whether somebody has to see
 * to it. No patient, no person, nothing of what is in it. Officers of the district alone get rows; each answer goes by an index.
 *
 * Policies that a job passes ask for the job first: a function for each of 20,000 rooms is what takes the time.
 */
import { Migration } from '@mikro-orm/migrations';

const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;
const isOfficer = `${isPerson} and viewer_kind() = 'CENTER_OFFICER'`;
const page = 'center_rooms(text[], text, uuid, boolean, boolean, boolean, date, timestamptz, uuid, int)';
const facts = 'center_room_facts(uuid[])';

const indexes = [
  'create index room_district_opened on room (district_id, opened_at desc, id desc)',
  'create index room_district_status on room (district_id, status, opened_at desc, id desc)',
  'create index room_number_begin on room (district_id, room_number text_pattern_ops)',
  `create index room_membership_facility on room_membership (facility_id, room_id) where status <> 'LEFT'`,
  `create index room_membership_waiting on room_membership (district_id, room_id) where status = 'INVITED'`,
  'create index weekly_check_overdue on weekly_check (district_id, room_id) where completed_at is null and overdue_at is not null',
];

const functions = [
  /* What is asked for becomes part of the statement, so that each question is planned as itself. Nothing given is written into its text. */
  `create function center_rooms(states text[], wanted text, facility uuid, check_overdue boolean, waiting boolean, no_steward boolean, unused_since date,
       after_at timestamptz, after_id uuid, most int)
     returns table (id uuid, patient_id uuid, district_id uuid, room_number text, status text, opened_at timestamptz)
     language plpgsql stable security definer rows 50 set search_path = public, pg_temp as $$
     begin
       if not (${isOfficer}) then return; end if;
       return query execute concat(
         'select x.id, x.patient_id, x.district_id, x.room_number, x.status, x.opened_at from room x where x.district_id = viewer_district()',
         case when states is not null then ' and x.status = any($1)' end,
         case when wanted is not null then ' and x.id in (
             select r.id from room r where r.district_id = viewer_district() and r.room_number like $2
             union all select a.room_id from room_application a where a.district_id = viewer_district() and a.receipt_number = $3)' end,
         case when facility is not null then ' and x.id in (
             select m.room_id from room_membership m where m.facility_id = $4 and m.status <> ''LEFT'' and standing_now(m.status, m.left_at) <> ''LEFT'')' end,
         case when check_overdue then ' and x.status in (''ACTIVE'', ''DORMANT'') and x.id in (
             select c.room_id from weekly_check c where c.district_id = viewer_district() and c.completed_at is null and c.overdue_at is not null)' end,
         case when waiting then ' and x.id in (
             select m.room_id from room_membership m where m.district_id = viewer_district() and m.status = ''INVITED''
               and standing_now(m.status, m.left_at) = ''INVITED'')' end,
         case when no_steward then ' and x.status in (''PREPARING'', ''ACTIVE'', ''DORMANT'') and not exists (
             select 1 from room_membership m where m.room_id = x.id and m.is_steward and m.status <> ''LEFT''
               and standing_now(m.status, m.left_at) <> ''LEFT'' and steward_now(m.is_steward, m.seat_from, m.seat_until))
           and not exists (
             select 1 from room_membership m where m.room_id = x.id and m.seat_from is not null
               and standing_now(m.status, m.left_at) <> ''LEFT'' and steward_now(m.is_steward, m.seat_from, m.seat_until))' end,
         case when unused_since is not null then ' and x.opened_at < $5::timestamp at time zone ''Asia/Tokyo''
           and not exists (select 1 from room_activity y where y.room_id = x.id and y.day >= $5)' end,
         case when after_at is not null then ' and (x.opened_at, x.id) < ($6, $7)' end,
         ' order by x.opened_at desc, x.id desc limit $8')
       using states, replace(replace(replace(wanted, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%', wanted, facility, unused_since, after_at, after_id, most;
     end $$`,
  `create function center_room_facts(ids uuid[])
     returns table (room_id uuid, facilities json, member_count int, waiting_count int, has_steward boolean, overdue_since timestamptz, last_used_on date,
       consent_in_force boolean, inspects boolean)
     language sql stable security definer rows 20 set search_path = public, pg_temp as $$
     select x.id,
            coalesce((select json_agg(json_build_object('id', f.facility_id, 'name', f.facility_name) order by f.facility_name, f.facility_id) from (
              select distinct on (m.facility_id) m.facility_id, m.facility_name from room_membership m
               where m.room_id = x.id and m.role = 'CARE_TEAM' and m.facility_id is not null and standing_now(m.status, m.left_at) <> 'LEFT'
               order by m.facility_id, m.invited_at desc) f), '[]'),
            (select count(*) from room_membership m where m.room_id = x.id and holds_now(m.status, m.joined_at, m.left_at))::int,
            (select count(*) from room_membership m where m.room_id = x.id and standing_now(m.status, m.left_at) = 'INVITED')::int,
            exists (select 1 from room_membership m where m.room_id = x.id and standing_now(m.status, m.left_at) <> 'LEFT'
              and steward_now(m.is_steward, m.seat_from, m.seat_until)),
            (select min(c.overdue_at) from weekly_check c where c.room_id = x.id and c.completed_at is null and x.status in ('ACTIVE', 'DORMANT')),
            (select max(y.day) from room_activity y where y.room_id = x.id),
            consent_in_force(x.patient_id), inspects(x.id)
       from room x where ${isOfficer} and x.district_id = viewer_district() and x.id = any(ids) $$`,
];

const policies = [
  `alter policy care_team on weekly_check using (${isService} or member_role(room_id) = 'CARE_TEAM' or inspects(room_id))`,
  `alter policy in_room on room using (
     ${isService} or member_role(id) is not null or own_membership(patient_id, 'INVITED') or channel_sees(id) or inspects(id))`,
  `alter policy together on room_membership using (
     ${isService} or (${isPerson} and user_id = viewer_id() and standing_now(status, left_at) <> 'LEFT')
     or member_role(room_id) is not null or channel_sees(room_id) or inspects(room_id))`,
];

export class Migration20261123054500_center_rooms extends Migration {
  override name = 'Migration20261123054500_center_rooms';

  override up(): void {
    for (const statement of [...indexes, ...functions]) this.addSql(statement);
    for (const name of [page, facts]) {
      this.addSql(`alter function ${name} owner to heya_policy`);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_room`);
    }
    for (const statement of policies) this.addSql(statement);
  }
}
