/** A member who struggles is handed over to the center by the steward; the center reads it, and its word that it has helped is heard (R15). */
import { Migration } from '@mikro-orm/migrations';

const isPerson = `viewer_type() = 'person'`;
const isService = `viewer_type() = 'service'`;

const statements = [
  `create table "support_referral" ("id" uuid not null, "room_id" uuid not null, "district_id" uuid not null, "patient_id" uuid not null, "room_number" text not null, "membership_id" uuid not null, "member_user_id" uuid not null, "member_name" text not null, "referred_by" uuid not null, "referred_by_name" text not null, "topic" text not null, "note" text null, "created_at" timestamptz(3) not null, "resolved_at" timestamptz(3) null, primary key ("id"))`,
  'create index support_referral_room on support_referral (room_id, created_at desc)',
  'alter table "support_referral" enable row level security',
  'alter table "support_referral" force row level security',
  `create policy shown on support_referral for select using (is_steward_of(room_id) or inspects(room_id) or ${isService}
     or (${isPerson} and viewer_kind() = 'CENTER_OFFICER' and district_id = viewer_district()))`,
  `create policy referred on support_referral for insert with check (${isPerson} and referred_by = viewer_id() and resolved_at is null
     and is_steward_of(room_id) and exists (select 1 from room r join room_membership m on m.room_id = r.id
       where r.id = support_referral.room_id and r.patient_id = support_referral.patient_id and r.status in ('ACTIVE', 'DORMANT')
         and m.id = support_referral.membership_id and m.user_id = support_referral.member_user_id))`,
  `create policy ended on support_referral for update using (${isService} and resolved_at is null) with check (${isService})`,
  'revoke update, delete, truncate on support_referral from heya_room',
  'grant update (resolved_at) on support_referral to heya_room',
  `create or replace function record_place(wanted uuid) returns table (room_id uuid, patient_id uuid, district_id uuid)
     language sql stable security definer rows 1 set search_path = public, pg_temp as $$
     select x.id, x.patient_id, x.district_id from room x where x.id = wanted
     union all select m.room_id, m.patient_id, m.district_id from room_membership m where m.id = wanted
     union all select i.room_id, i.patient_id, i.district_id from room_inspection i where i.id = wanted
     union all select a.room_id, a.patient_id, a.district_id from room_application a where a.id = wanted
     union all select c.room_id, c.patient_id, c.district_id from weekly_check c where c.id = wanted
     union all select d.room_id, d.patient_id, d.district_id from dormancy_review d where d.id = wanted
     union all select s.room_id, s.patient_id, s.district_id from support_referral s where s.id = wanted
     union all select x.id, q.id, q.district_id from patient q left join room x on x.patient_id = q.id where q.id = wanted
     limit 1 $$`,
];

export class Migration20261123143500_support_referral extends Migration {
  override name = 'Migration20261123143500_support_referral';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
