/**
 * A refused look at a safety report is recorded with the room and the patient that it was aimed at (R31, R32); values that are alerting only
 * together, over days, are told like one beyond its alert (R24, R28).
 */
import { Migration } from '@mikro-orm/migrations';

export class Migration20261124004500_refused_and_alerted extends Migration {
  override name = 'Migration20261124004500_refused_and_alerted';

  override up(): void {
    this.addSql(`create or replace function record_place(wanted uuid) returns table (room_id uuid, patient_id uuid, district_id uuid)
     language sql stable security definer rows 1 set search_path = public, pg_temp as $$
     select s.room_id, s.patient_id, s.district_id from room_state s
      where s.room_id = wanted or s.room_id = (select p.room_id from post p where p.id = wanted)
         or s.room_id = (select v.room_id from vitals_record v where v.id = wanted)
         or s.room_id = (select a.room_id from attachment a where a.id = wanted)
         or s.room_id = (select u.room_id from upload u where u.id = wanted)
         or s.room_id = (select r.room_id from safety_report r where r.id = wanted) or s.patient_id = wanted
      limit 1 $$`);
    this
      .addSql(`create or replace function post_to_tell(wanted uuid) returns table (room_id uuid, patient_id uuid, author_id uuid, audience text,
      importance text, acknowledgement_requested boolean, is_alert boolean, is_retracted boolean, parent_author_id uuid, named jsonb)
    language sql stable security definer rows 1 set search_path = public, pg_temp as $$
    select p.room_id, p.patient_id, p.author_id, p.audience, p.importance, p.acknowledgement_requested,
           exists (select 1 from vitals_record v where v.id = p.vitals_id and (v.worst_flag like 'CRITICAL%' or v.alerts <> '{}')),
           exists (select 1 from post_retraction t where t.post_id = p.id),
           (select q.author_id from post q where q.id = p.parent_id),
           coalesce((select jsonb_agg(n) from (
             select m.user_id as "userId", m."group" from post_mention m where m.post_id = p.id
             union select k.to_user_id, k.to_group from post_ask k where k.post_id = p.id) n), '[]')
      from post p where p.id = wanted and viewer_type() = 'service' $$`);
  }
}
