/** One patient a room (R11): whoever comes with a letter for the patient finds the seat free, or does not come in. Else as before. */
import { Migration } from '@mikro-orm/migrations';

const accept = `create or replace function accept_family_invitation(wanted uuid, code text, proof text, membership uuid, shown_name text)
  returns setof room_membership language plpgsql volatile security definer set search_path = public, pg_temp as $$
  declare i family_invitation;
  begin
    select * into i from family_invitation f where f.id = wanted for update;
    if i.id is null or (viewer_type() = 'person' and viewer_kind() = i.role and family_invitation_open(i)) is not true then return; end if;
    if (i.account_id = viewer_id() or (i.code_hash = code and i.proof_hash = proof)) is not true then return; end if;
    if exists (select 1 from room_membership m where m.room_id = i.room_id and ((m.user_id = viewer_id() and m.status <> 'LEFT')
                 or (i.role = 'PATIENT' and m.role = 'PATIENT' and standing_now(m.status, m.left_at) <> 'LEFT'))) then return; end if;
    update family_invitation f set accepted_at = statement_timestamp(), membership_id = membership where f.id = i.id;
    return query insert into room_membership (id, room_id, district_id, patient_id, user_id, display_name, role, is_steward, status, invited_by, invited_at, joined_at)
      values (membership, i.room_id, i.district_id, i.patient_id, viewer_id(), shown_name, i.role, false, 'ACTIVE', i.invited_by, i.invited_at, statement_timestamp())
      returning *;
  end $$`;

export class Migration20261123133500_one_patient extends Migration {
  override name = 'Migration20261123133500_one_patient';

  override up(): void {
    this.addSql(accept);
  }
}
