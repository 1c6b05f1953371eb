/**
 * An answer that is late is told again in steps, a deputy may answer in somebody's place, and a post is told again to whom it has not reached
 * (R22, R23). Facts that are added, never changed. The service may know which asks are late and whom they wait for, and no word of them.
 */
import { Migration } from '@mikro-orm/migrations';

const among = (rooms: string): string =>
  `(case audience when 'EVERYONE' then room_id = any ((select ${rooms}('EVERYONE'))::uuid[]) else room_id = any ((select ${rooms}('CARE_TEAM'))::uuid[]) end)`;
const place = `"room_id" uuid not null, "patient_id" uuid not null, "audience" varchar(255) not null`;
const by = `"by_id" uuid not null, "by_name" varchar(255) not null`;
const at = `"at" timestamptz not null default clock_timestamp()`;
const me = '(select viewer_user())';
const service = `(select viewer_type()) = 'service'`;

const tables = {
  post_ask_deputy: `"post_id" uuid not null, "user_id" uuid not null, ${place}, ${by}, ${at}, primary key ("post_id", "user_id")`,
  post_ask_escalation: `"post_id" uuid not null, "step" int not null, ${place}, ${at}, primary key ("post_id", "step")`,
  post_reminder: `"id" uuid not null, "post_id" uuid not null, ${place}, ${by}, "waiting_count" int not null, ${at}, primary key ("id")`,
} as const;

const ofPost = (table: string): string => `exists (select 1 from post p where p.id = ${table}.post_id and p.room_id = ${table}.room_id
  and p.patient_id = ${table}.patient_id and p.audience = ${table}.audience and not exists (select 1 from post_retraction t where t.post_id = p.id)`;
const isMeant = (
  k: string,
): string => `(${k}.to_user_id = m.user_id or ${k}.to_group = 'ALL' or (${k}.to_group = 'STEWARD' and m.is_steward)
  or m.profession = any(${k}.professions) or exists (select 1 from post_ask_deputy y where y.post_id = ${k}.post_id and y.user_id = m.user_id))`;
const writing = {
  post_ask_deputy: `by_id = ${me} and ${among('rooms_written')} and ${ofPost('post_ask_deputy')} and p.author_id <> post_ask_deputy.user_id
      and (p.author_id = ${me} or (select asks_viewer(post_ask_deputy.post_id))))
    and exists (select 1 from room_member m where m.room_id = post_ask_deputy.room_id and m.user_id = post_ask_deputy.user_id
      and holds_now(m.status, m.valid_from, m.valid_until) and (m.role = 'CARE_TEAM' or (audience = 'EVERYONE' and m.role in ('PATIENT', 'FAMILY'))))`,
  post_ask_escalation: service,
  post_reminder: `by_id = ${me} and ${among('rooms_written')} and ${ofPost('post_reminder')} and (p.author_id = ${me} or exists (
      select 1 from room_member m where m.room_id = p.room_id and m.user_id = ${me} and m.is_steward and holds_now(m.status, m.valid_from, m.valid_until))))`,
};

const functions = {
  // Past the policies, since who is a deputy decides who may name another.
  'asks_viewer(uuid)': `create function asks_viewer(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from post_ask k join room_member m on m.room_id = k.room_id and m.user_id = viewer_user()
     where viewer_type() = 'person' and k.post_id = wanted and holds_now(m.status, m.valid_from, m.valid_until) and ${isMeant('k')}) $$`,
  // What is late and has not been told of as late as it is by now. An ask that has waited for a week is the steward's weekly look's.
  'asks_late(timestamptz, jsonb, int)': `create function asks_late(at timestamptz, pace jsonb, most int)
      returns table (post_id uuid, room_id uuid, patient_id uuid, audience text, steps int[])
    language sql stable security definer set search_path = public, pg_temp as $$
    select k.post_id, k.room_id, k.patient_id, k.audience, array_agg(s.step order by s.step)
      from post_ask k join post p on p.id = k.post_id join room_state r on r.room_id = k.room_id join consent_state c on c.patient_id = k.patient_id
      join jsonb_to_recordset(pace) s(step int, urgent boolean, minutes int) on s.urgent = (p.importance = 'URGENT')
     where viewer_type() = 'service' and k.due_at <= at and k.due_at > at - interval '7 days' and k.due_at + s.minutes * interval '1 minute' <= at
       and r.status = 'ACTIVE' and c.status = 'ACTIVE' and (c.expires_on is null or c.expires_on >= today_in_japan()) and 'DAILY_CONDITION' = any(c.categories)
       and not exists (select 1 from post_ask_step d where d.post_id = k.post_id and d.kind = 'DONE')
       and not exists (select 1 from post_retraction t where t.post_id = k.post_id)
       and not exists (select 1 from post_ask_escalation e where e.post_id = k.post_id and e.step = s.step)
     group by k.post_id order by k.due_at, k.post_id limit most $$`,
  'ask_to_tell(uuid)': `create function ask_to_tell(wanted uuid) returns table (room_id uuid, patient_id uuid, author_id uuid, audience text, importance text, asked uuid[], taken_by_id uuid)
    language sql stable security definer rows 1 set search_path = public, pg_temp as $$
    select p.room_id, p.patient_id, p.author_id, p.audience, p.importance,
           array(select distinct m.user_id from room_member m where m.room_id = k.room_id and m.user_id <> p.author_id
             and holds_now(m.status, m.valid_from, m.valid_until) and ${isMeant('k')}),
           (select s.by_id from post_ask_step s join room_member m on m.room_id = p.room_id and m.user_id = s.by_id
             where s.post_id = p.id and s.kind = 'TAKEN' and holds_now(m.status, m.valid_from, m.valid_until) limit 1)
      from post_ask k join post p on p.id = k.post_id
     where k.post_id = wanted and viewer_type() = 'service'
       and not exists (select 1 from post_ask_step d where d.post_id = k.post_id and d.kind = 'DONE')
       and not exists (select 1 from post_retraction t where t.post_id = k.post_id) $$`,
  // Whom a post has reached: they have said 了解 where it asks for that, have read it otherwise.
  'reached_by(uuid)': `create function reached_by(wanted uuid) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.user_id from post p join read_receipt r on r.post_id = p.id where p.id = wanted and not p.acknowledgement_requested and viewer_type() = 'service'
    union select a.user_id from acknowledgement a where a.post_id = wanted and viewer_type() = 'service' $$`,
};

export class Migration20261124010000_ask_escalations extends Migration {
  override name = 'Migration20261124010000_ask_escalations';

  override up(): void {
    for (const [table, columns] of Object.entries(tables)) {
      this.addSql(`create table "${table}" (${columns})`);
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_post_id_foreign" foreign key ("post_id") references "post" ("id") on update restrict on delete restrict`,
      );
      this.addSql(`create index "${table}_room_id_index" on "${table}" ("room_id")`);
      this.addSql(`create trigger keep_out_of_erased before insert on ${table} for each row execute function keep_out_of_erased_room_id()`);
      this.addSql(`revoke update, delete, truncate on ${table} from heya_timeline`);
    }
    for (const [name, statement] of Object.entries(functions)) {
      this.addSql(statement);
      this.addSql(`alter function ${name} owner to heya_policy`);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_timeline, heya_policy`);
    }
    for (const table of Object.keys(tables)) {
      this.addSql(`create policy see on ${table} for select using (${among('rooms_seen')})`);
      this.addSql(`create policy write on ${table} for insert with check (${writing[table as keyof typeof writing]})`);
    }
    this.addSql(`create policy carry on post_ask_escalation for select using (${service})`);
    this.addSql(`alter policy write on post_ask_step with check (by_id = ${me} and kind in ('TAKEN', 'DONE') and ${among('rooms_written')}
      and ${ofPost('post_ask_step')} and p.author_id <> ${me}) and (select asks_viewer(post_ask_step.post_id)))`);
    this.addSql('create index post_reminder_post on post_reminder (post_id, at)');
    this.addSql('create index post_ask_late on post_ask (due_at)');
  }
}
