/**
 * A steward from outside the room (R14): form 4-2 adds somebody and names them. They are invited once two officers have said so; the seat
 * passes in the moment they join. Until then whoever has it keeps it, so that there is exactly one at every moment.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;

const functions = [
  `create function names_steward(a uuid, r uuid, u uuid) returns boolean language sql stable ${definer} as $$
     select exists (select 1 from room_application f where f.id = a and f.room_id = r and f.new_steward_id = u and approved_by_two(a, 'FORM_4_2')) $$`,
  /** As before, but nothing passes by the clock to somebody who is only invited. */
  `create or replace function pass_seat(a uuid) returns void language sql volatile ${definer} as $$
     update room_membership m set seat_until = greatest(f.effective_at, statement_timestamp()) from room_application f
      where approved_by_two(a, 'FORM_4_2') and f.id = a and f.new_steward_id is not null and m.room_id = f.room_id and m.status <> 'LEFT'
        and m.seat_until is null and m.is_steward and m.user_id <> f.new_steward_id
        and exists (select 1 from room_membership n where n.room_id = f.room_id and n.user_id = f.new_steward_id and n.status = 'ACTIVE');
     update room_membership m set seat_from = coalesce(
            (select l.seat_until from room_membership l where l.room_id = m.room_id and l.status <> 'LEFT' and l.seat_until is not null limit 1),
            greatest(f.effective_at, statement_timestamp()))
       from room_application f
      where approved_by_two(a, 'FORM_4_2') and f.id = a and m.room_id = f.room_id and m.user_id = f.new_steward_id and m.status = 'ACTIVE'
        and m.seat_from is null and not m.is_steward $$`,
  /**
   * Somebody who has just joined takes the seat that their form gives them: once, unless they are to leave, the seat passes by the clock, or
   * a later form says who is to have it. @returns what changed, the new steward first
   */
  `create function take_seat(m uuid) returns setof room_membership language plpgsql volatile ${definer} as $$
     declare own room_membership; before uuid;
     begin
       select * into own from room_membership x
        where ${isPerson} and x.id = m and x.user_id = viewer_id() and x.status = 'ACTIVE' and x.role = 'CARE_TEAM' and x.seat_by is not null;
       if not found then return; end if;
       update room_membership x set seat_by = null where x.id = m;
       if own.left_at is not null
         or exists (select 1 from room_membership o where o.room_id = own.room_id and o.status <> 'LEFT' and (o.seat_from is not null or o.seat_until is not null))
         or not exists (select 1 from room_application f
              where f.id = own.seat_by and f.form = 'FORM_4_2' and f.status = 'COMPLETED' and f.room_id = own.room_id and f.new_steward_id = own.user_id
                and not exists (select 1 from room_application g
                      where g.room_id = f.room_id and g.form = 'FORM_4_2' and g.id <> f.id and g.new_steward_id is not null
                        and g.submitted_at >= f.executed_at and g.status in ('SUBMITTED', 'IN_REVIEW', 'APPROVED', 'COMPLETED')))
       then return; end if;
       update room_membership x set is_steward = false
        where x.room_id = own.room_id and x.id <> m and x.is_steward and x.status <> 'LEFT' returning x.id into before;
       return query update room_membership x set is_steward = true where x.id = m returning x.*;
       return query select x.* from room_membership x where x.id = before;
     end $$`,
];

export class Migration20261123191000_steward_from_outside extends Migration {
  override name = 'Migration20261123191000_steward_from_outside';

  override up(): void {
    this.addSql('alter table "room_membership" add column "seat_by" uuid null');
    this.addSql('grant update (seat_by) on room_membership to heya_policy');
    for (const statement of functions) this.addSql(statement);
    for (const name of ['names_steward(uuid, uuid, uuid)', 'take_seat(uuid)']) {
      this.addSql(`alter function ${name} owner to heya_policy`);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
    }
    this.addSql(
      `create policy seat_by_form on room_membership as restrictive for insert with check (seat_by is null or names_steward(seat_by, room_id, user_id))`,
    );
  }
}
