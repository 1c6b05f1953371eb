/**
 * What a package holds was read under one consent: once another is told, nobody fetches it (R10, R35). Whoever comes by a letter holds the
 * consent while they are let in: a tick that goes at the same moment either keeps them out or finds them (R10, R11).
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;

const functions = [
  `create or replace function may_fetch_export(e uuid) returns boolean language sql stable ${definer} as $$
     select exists (
       select 1 from room_export x join consent_grant g on g.patient_id = x.patient_id and g.epoch = x.consent_epoch
        where x.id = e and x.asked_by = viewer_id() and may_export(x.room_id)) $$`,
  `create or replace function accept_family_invitation(wanted uuid, code text, proof text, membership uuid, shown_name text) returns setof room_membership
     language plpgsql volatile ${definer} as $$
     declare i family_invitation;
     begin
       perform 1 from consent_grant g where g.patient_id = (select f.patient_id from family_invitation f where f.id = wanted) for share;
       select * into i from family_invitation f where f.id = wanted for update;
       if i.id is null or (${isPerson} and viewer_kind() = i.role and family_invitation_open(i)) is not true then return; end if;
       if (i.account_id = viewer_id() or (i.code_hash = code and i.proof_hash = proof)) is not true then return; end if;
       if exists (select 1 from room_membership m where m.room_id = i.room_id and m.user_id = viewer_id() and m.status <> 'LEFT') then return; end if;
       update family_invitation f set accepted_at = statement_timestamp(), membership_id = membership where f.id = i.id;
       return query insert into room_membership (id, room_id, district_id, patient_id, user_id, display_name, role, is_steward, status, invited_by, invited_at, joined_at)
         values (membership, i.room_id, i.district_id, i.patient_id, viewer_id(), shown_name, i.role, false, 'ACTIVE', i.invited_by, i.invited_at, statement_timestamp())
         returning *;
     end $$`,
];

export class Migration20261123071500_take_along_consent extends Migration {
  override name = 'Migration20261123071500_take_along_consent';

  override up(): void {
    this.addSql('alter table "room_export" add column "consent_epoch" int null');
    this.addSql('grant update (consent_epoch) on room_export to heya_room');
    // To hold a row takes the right to change it.
    this.addSql('grant update on consent_grant to heya_policy');
    for (const statement of functions) this.addSql(statement);
  }
}
