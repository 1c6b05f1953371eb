/**
 * Which parts of form 4-1 that stand in the patient's profile have anything in them (R11, decision 0040): for the officers who review it, while
 * it waits and as far as the consent goes, and for who may read the part itself. What a part says, this never tells (R13).
 */
import { Migration } from '@mikro-orm/migrations';

const functions = [
  `create function block_is_filled(block text, content jsonb) returns boolean language sql immutable as $$
     select coalesce(case block
       when 'FAMILY_CONTACTS' then jsonb_array_length(content) > 0
       when 'HOSPITALS' then content->>'referring' is not null or content->>'readmission' is not null
       when 'DISASTER' then content->>'note' is not null end, false) $$`,
  /* Null: not the viewer's to know. Another application, or the center's question about a room that sleeps, opens none of it. */
  `create function filled_blocks(application uuid) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
     select array(select b.block from patient_block b
                   where b.patient_id = q.id and b.block in ('FAMILY_CONTACTS', 'HOSPITALS', 'DISASTER') and block_is_filled(b.block, b.content)
                     and case q.relation when 'REVIEW' then consent_covers(q.id, b.category, false) else patient_right(q.id, b.category) is not null end
                   order by b.block)
       from (select p.id, a.status, patient_relation(p.id, p.registered_by, p.district_id) as relation
               from room_application a join patient p on p.id = a.patient_id where a.id = application and a.form = 'FORM_4_1') q
      where q.relation in ('REGISTRAR', 'MEMBERSHIP') or (q.relation = 'REVIEW' and q.status in ('SUBMITTED', 'IN_REVIEW', 'APPROVED')) $$`,
];

export class Migration20261123185000_form_parts extends Migration {
  override name = 'Migration20261123185000_form_parts';

  override up(): void {
    for (const statement of functions) this.addSql(statement);
    this.addSql('alter function filled_blocks(uuid) owner to heya_policy');
    for (const name of ['block_is_filled(text, jsonb)', 'filled_blocks(uuid)']) {
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
    }
  }
}
