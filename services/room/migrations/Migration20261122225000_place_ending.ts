/**
 * Places of work that end (form 2-2, R7): from that minute on nobody is in a room through them, by the clock of the statement that
 * reads, for memberships that are there and for those that an invitation makes meanwhile. Of a steward's seats the center is told anew.
 */
import { Migration } from '@mikro-orm/migrations';

const isService = `viewer_type() = 'service'`;

const statements = [
  `create table "place_ending" ("application_id" uuid not null, "user_id" uuid not null, "facility_id" uuid not null, "ends_at" timestamptz(3) not null, "is_only_place" boolean not null, primary key ("application_id"))`,
  'create index "place_ending_user" on "place_ending" ("user_id")',
  'alter table "place_ending" enable row level security',
  'alter table "place_ending" force row level security',
  `create policy service on place_ending for all using (${isService}) with check (${isService})`,
  `create function place_ends(person uuid, facility uuid, role text) returns timestamptz language sql stable security definer set search_path = public, pg_temp as $$
     select min(e.ends_at) from place_ending e where role = 'CARE_TEAM' and e.user_id = person and (e.is_only_place or e.facility_id = facility) $$`,
  'alter function place_ends(uuid, uuid, text) owner to heya_policy',
  'revoke all on function place_ends(uuid, uuid, text) from public',
  'grant execute on function place_ends(uuid, uuid, text) to heya_room, heya_policy',
  // Until when somebody is in, and who is steward, are now written by the service as well as the end.
  `alter policy ended on room_membership using (${isService}) with check (${isService})`,
  // Identity has not listened so far: the state of every seat is told once more, as it is. The owner of the tables sees none of their rows by itself.
  `select set_config('app.viewer_type', 'service', true)`,
  `with members as (
     select m.*, r.room_number, row_number() over (partition by m.room_id order by m.id) as place
       from room_membership m join room r on r.id = m.room_id where m.status <> 'LEFT'),
   counted as (
     insert into stream_counter (stream, seq) select 'room-meta:' || room_id, count(*) from members group by room_id
       on conflict (stream) do update set seq = stream_counter.seq + excluded.seq returning stream, seq)
   insert into outbox_event (event_id, topic, stream, seq, payload, occurred_at)
   select gen_random_uuid(), 'room.membershipChanged', c.stream, c.seq - (select count(*) from members o where o.room_id = m.room_id) + m.place,
          jsonb_build_object('membershipId', m.id, 'roomId', m.room_id, 'patientId', m.patient_id, 'districtId', m.district_id, 'userId', m.user_id,
            'role', m.role, 'profession', m.profession, 'isSteward', m.is_steward, 'status', m.status, 'from', m.joined_at, 'until', m.left_at,
            'roomNumber', m.room_number, 'facilityId', m.facility_id, 'change', 'ENDING'), clock_timestamp()
     from members m join counted c on c.stream = 'room-meta:' || m.room_id`,
  `select set_config('app.viewer_type', '', true)`,
];

export class Migration20261122225000_place_ending extends Migration {
  override name = 'Migration20261122225000_place_ending';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
