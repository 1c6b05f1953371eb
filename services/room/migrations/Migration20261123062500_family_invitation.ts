/**
 * Family and patients come by an invitation on paper: whoever has its code and knows the birth date of the invited person (R10, R11).
 * Neither is kept: the code is known by its hash, the birth date by one that the code goes into. Whoever tries is nobody yet, so the
 * functions of heya_policy look, count and decide; consent and tick are asked of the clock at the moment of accepting.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;

const tables = [
  `create table "family_invitation" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "room_number" text not null, "role" text not null, "name" text not null, "name_kana" text not null, "account_id" uuid not null, "body_hash" text not null, "code_hash" text not null, "proof_hash" text not null, "invited_by" uuid not null, "invited_by_name" text not null, "invited_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "tries" int not null default 0, "ended_at" timestamptz(3) null, "ended_by" uuid null, "end_reason" text null, "accepted_at" timestamptz(3) null, "membership_id" uuid null, primary key ("id"))`,
  `create index "family_invitation_room" on "family_invitation" ("room_id", "invited_at", "id")`,
  `create index "family_invitation_patient" on "family_invitation" ("patient_id")`,
  `alter table "family_invitation" add constraint "family_invitation_account_id_unique" unique ("account_id")`,
  `alter table "family_invitation" add constraint "family_invitation_code_hash_unique" unique ("code_hash")`,
  `create table "join_try" ("source" text not null, "since" timestamptz(3) not null, "tries" int not null, primary key ("source", "since"))`,
  `create index "join_try_since" on "join_try" ("since")`,
  ...['family_invitation', 'join_try'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const functions = [
  /** Whether the patient's consent lets somebody in: in force, and for family with at least one tick for family (R9, R10). */
  `create function family_may_come(p uuid, wanted text) returns boolean language sql stable ${definer} as $$
     select consent_in_force(p) and (wanted <> 'FAMILY' or exists (
       select 1 from consent_grant g, jsonb_to_recordset(g.grants) as c(family boolean) where g.patient_id = p and c.family)) $$`,
  /** Who sees to family: whoever may change the room, and the patient. */
  `create function manages_family(r uuid) returns boolean language sql stable ${definer} as $$
     select coalesce(changes_room(r) or member_role(r) = 'PATIENT', false) $$`,
  `create function family_invitation_open(i family_invitation) returns boolean language sql stable ${definer} as $$
     select (i).accepted_at is null and (i).ended_at is null and (i).expires_at > statement_timestamp() and family_may_come((i).patient_id, (i).role)
       and exists (select 1 from room x where x.id = (i).room_id and x.status = 'ACTIVE') $$`,
  /** The classes that are ticked for family: what whoever comes will see. */
  `create function family_classes(p uuid) returns text[] language sql stable ${definer} as $$
     select coalesce(array_agg(c.category order by c.category), '{}') from consent_grant g, jsonb_to_recordset(g.grants) as c(category text, family boolean)
      where g.patient_id = p and consent_in_force(p) and c.family $$`,
  `create function granted_classes(p uuid) returns text[] language sql stable ${definer} as $$
     select coalesce(array_agg(c.category order by c.category), '{}') from consent_grant g, jsonb_to_recordset(g.grants) as c(category text)
      where g.patient_id = p and consent_in_force(p) $$`,
  /** Tries of one source within a quarter of an hour. What is older is dropped. */
  `create function count_join_try(wanted text, step int) returns int language sql volatile ${definer} as $$
     delete from join_try where since < statement_timestamp() - interval '1 hour';
     insert into join_try as t (source, since, tries)
       values (wanted, to_timestamp(floor(extract(epoch from statement_timestamp()) / 900) * 900), greatest(step, 0))
       on conflict (source, since) do update set tries = greatest(t.tries + step, 0) returning tries $$`,
  /**
   * The invitation that a code opens, held. A right code with a wrong birth date counts against it, and the fifth ends it.
   * @returns nothing alike for an unknown code, a wrong birth date, and an invitation that is over
   */
  `create function open_family_invitation(code text, proof text) returns setof family_invitation language plpgsql volatile ${definer} as $$
     declare i family_invitation;
     begin
       select * into i from family_invitation f where f.code_hash = code for update;
       if i.id is null or family_invitation_open(i) is not true then return; end if;
       if i.proof_hash is distinct from proof then
         update family_invitation f set tries = f.tries + 1,
                ended_at = case when f.tries + 1 >= 5 then statement_timestamp() end, end_reason = case when f.tries + 1 >= 5 then 'TRIES' end
          where f.id = i.id;
         return;
       end if;
       return next i;
     end $$`,
  /**
   * Into the room, for whoever has proved to be the invited one: by code and birth date just now, or by the account that was made with them.
   * @returns nothing when the invitation is over, or its role is not for this account
   */
  `create function accept_family_invitation(wanted uuid, code text, proof text, membership uuid, shown_name text) returns setof room_membership
     language plpgsql volatile ${definer} as $$
     declare i family_invitation;
     begin
       select * into i from family_invitation f where f.id = wanted for update;
       if i.id is null or (${isPerson} and viewer_kind() = i.role and family_invitation_open(i)) is not true then return; end if;
       if (i.account_id = viewer_id() or (i.code_hash = code and i.proof_hash = proof)) is not true then return; end if;
       if exists (select 1 from room_membership m where m.room_id = i.room_id and m.user_id = viewer_id() and m.status <> 'LEFT') then return; end if;
       update family_invitation f set accepted_at = statement_timestamp(), membership_id = membership where f.id = i.id;
       return query insert into room_membership (id, room_id, district_id, patient_id, user_id, display_name, role, is_steward, status, invited_by, invited_at, joined_at)
         values (membership, i.room_id, i.district_id, i.patient_id, viewer_id(), shown_name, i.role, false, 'ACTIVE', i.invited_by, i.invited_at, statement_timestamp())
         returning *;
     end $$`,
  /** Family goes at once: by the steward, whoever applied, the patient, or themselves. */
  `create function end_family_membership(wanted uuid) returns setof room_membership language sql volatile ${definer} as $$
     update room_membership m set status = 'LEFT', left_at = statement_timestamp()
      where m.id = wanted and m.role = 'FAMILY' and m.status <> 'LEFT' and (manages_family(m.room_id) or (${isPerson} and m.user_id = viewer_id()))
      returning m.* $$`,
];

const place = `create function family_invitation_place(wanted uuid) returns table (room_id uuid, patient_id uuid, district_id uuid)
  language sql stable ${definer} rows 1 as $$ select i.room_id, i.patient_id, i.district_id from family_invitation i where i.id = wanted $$`;

const policies = [
  `create policy managed on family_invitation for select using (manages_family(room_id) or (${isPerson} and account_id = viewer_id()) or ${isService})`,
  `create policy invited on family_invitation for insert with check (
     changes_room(room_id) and invited_by = viewer_id() and role in ('FAMILY', 'PATIENT') and family_may_come(patient_id, role)
       and tries = 0 and ended_at is null and accepted_at is null
       and exists (select 1 from room x where x.id = room_id and x.patient_id = family_invitation.patient_id and x.status = 'ACTIVE'))`,
  `create policy called_off on family_invitation for update using (manages_family(room_id) and accepted_at is null and ended_at is null)
     with check (manages_family(room_id) and ((ended_at is null and end_reason is null) or (ended_by = viewer_id() and end_reason = 'CANCELLED')))`,
  `create policy unticked on family_invitation for update using (${isService} and accepted_at is null and ended_at is null)
     with check (${isService} and ended_at is not null and end_reason = 'CONSENT')`,
];

const grants = [
  'revoke update, delete, truncate on family_invitation from heya_room',
  'grant update (code_hash, proof_hash, expires_at, ended_at, ended_by, end_reason) on family_invitation to heya_room',
  'revoke all on join_try from heya_room',
  'grant update on family_invitation to heya_policy',
  'grant select, insert, update, delete on join_try to heya_policy',
  'grant insert on room_membership to heya_policy',
];

const owned = [
  'family_may_come(uuid, text)',
  'manages_family(uuid)',
  'family_invitation_open(family_invitation)',
  'family_classes(uuid)',
  'granted_classes(uuid)',
  'count_join_try(text, int)',
  'open_family_invitation(text, text)',
  'accept_family_invitation(uuid, text, text, uuid, text)',
  'end_family_membership(uuid)',
  'family_invitation_place(uuid)',
];

export class Migration20261123062500_family_invitation extends Migration {
  override name = 'Migration20261123062500_family_invitation';

  override up(): void {
    for (const statement of [...tables, ...functions, place]) this.addSql(statement);
    for (const name of owned) {
      this.addSql(`alter function ${name} owner to heya_policy`);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_room, heya_policy`);
    }
    for (const statement of [...policies, ...grants]) this.addSql(statement);
  }
}
