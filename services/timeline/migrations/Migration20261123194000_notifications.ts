/**
 * What people are told (R28): a row a person and happening, ids and codes alone. One's own, and only while one takes part in the room and in
 * the circle of what it tells of; what concerns oneself stays. The service writes it, the person marks it as read, nobody else sees it.
 */
import { Migration } from '@mikro-orm/migrations';

const me = '(select viewer_user())';
const person = `(select viewer_type()) = 'person'`;
const service = `(select viewer_type()) = 'service'`;
const own = `${person} and user_id = ${me}`;
const belongs = `(not needs_membership or case audience when 'EVERYONE' then room_id = any ((select rooms_belonged('EVERYONE'))::uuid[])
  else room_id = any ((select rooms_belonged('CARE_TEAM'))::uuid[]) end)`;

const tables = {
  notification: `"id" uuid not null, "user_id" uuid not null, "seq" bigint not null, "kind" varchar(255) not null, "importance" varchar(255) not null, "target_type" varchar(255) not null, "target_id" uuid not null, "room_id" uuid null, "patient_id" uuid null, "audience" varchar(255) not null, "needs_membership" boolean not null, "actor_id" uuid null, "cause" varchar(255) not null, "in_app" boolean not null, "created_at" timestamptz not null default clock_timestamp(), "read_at" timestamptz null, primary key ("id")`,
  notification_preference: `"user_id" uuid not null, "channels" jsonb not null, "quiet_from" varchar(255) null, "quiet_to" varchar(255) null, "updated_at" timestamptz not null, primary key ("user_id")`,
  notification_mute: `"user_id" uuid not null, "room_id" uuid not null, primary key ("user_id", "room_id")`,
  notification_applicant: `"application_id" uuid not null, "patient_id" uuid not null, "user_id" uuid not null, primary key ("application_id")`,
} as const;

const functions = {
  // In whose circle one stands, whatever the consent says: a withdrawal empties what one was told of, and does not make it unsaid.
  'rooms_belonged(text)': `create function rooms_belonged(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(array_agg(distinct m.room_id), '{}') from room_member m join room_state s on s.room_id = m.room_id
     where viewer_type() = 'person' and m.user_id = viewer_user() and holds_now(m.status, m.valid_from, m.valid_until)
       and s.status in ('ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED')
       and (m.role = 'CARE_TEAM' or (wanted = 'EVERYONE' and m.role in ('PATIENT', 'FAMILY'))) $$`,
  // Whom a post concerns: no word of it. For the service, which sees no post otherwise.
  'post_to_tell(uuid)': `create function post_to_tell(wanted uuid) returns table (room_id uuid, patient_id uuid, author_id uuid, audience text, importance text,
      acknowledgement_requested boolean, is_alert boolean, is_retracted boolean, parent_author_id uuid, named jsonb)
    language sql stable security definer rows 1 set search_path = public, pg_temp as $$
    select p.room_id, p.patient_id, p.author_id, p.audience, p.importance, p.acknowledgement_requested,
           exists (select 1 from vitals_record v where v.id = p.vitals_id and v.worst_flag like 'CRITICAL%'),
           exists (select 1 from post_retraction t where t.post_id = p.id),
           (select q.author_id from post q where q.id = p.parent_id),
           coalesce((select jsonb_agg(n) from (
             select m.user_id as "userId", m."group" from post_mention m where m.post_id = p.id
             union select k.to_user_id, k.to_group from post_ask k where k.post_id = p.id) n), '[]')
      from post p where p.id = wanted and viewer_type() = 'service' $$`,
};

const policies = [
  `create policy see on notification for select using (${own} and in_app and ${belongs})`,
  `create policy read on notification for update using (${own} and in_app and ${belongs}) with check (${own})`,
  `create policy tell on notification for insert with check (${service})`,
  `create policy carry on notification for select using (${service})`,
  `create policy own on notification_preference using (${own}) with check (${own})`,
  `create policy heed on notification_preference for select using (${service})`,
  `create policy own on notification_mute using (${own}) with check (${own})`,
  `create policy heed on notification_mute for select using (${service})`,
  `create policy project on notification_applicant using (${service}) with check (${service})`,
];

const indexes = [
  'alter table "notification" add constraint "notification_user_id_cause_unique" unique ("user_id", "cause")',
  'create index "notification_room_id_index" on "notification" ("room_id")',
  'create index notification_feed on notification (user_id, seq) where in_app',
  'create index notification_unread on notification (user_id, seq) where in_app and read_at is null',
  'create index notification_feed_room on notification (user_id, room_id, seq) where in_app',
  'create index notification_target on notification (target_id, user_id) where read_at is null',
  'create index "notification_mute_room_id_index" on "notification_mute" ("room_id")',
  'create index "notification_applicant_patient_id_index" on "notification_applicant" ("patient_id")',
];

const erasable = { notification: 'room_id', notification_mute: 'room_id' } as const;

export class Migration20261123194000_notifications extends Migration {
  override name = 'Migration20261123194000_notifications';

  override up(): void {
    for (const [name, statement] of Object.entries(functions)) {
      this.addSql(statement);
      this.addSql(`alter function ${name} owner to heya_policy`);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_timeline, heya_policy`);
    }
    for (const [table, columns] of Object.entries(tables)) {
      this.addSql(`create table "${table}" (${columns})`);
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`revoke truncate on ${table} from heya_timeline`);
    }
    for (const table of ['notification', 'notification_applicant']) this.addSql(`revoke update, delete on ${table} from heya_timeline`);
    this.addSql('grant update (read_at) on notification to heya_timeline');
    for (const [table, column] of Object.entries(erasable))
      this.addSql(
        `create trigger keep_out_of_erased before insert on ${table} for each row execute function keep_out_of_erased_${column}()`,
      );
    this.addSql('create trigger forget_erased before insert on notification_applicant for each row execute function forget_erased()');
    for (const statement of [...policies, ...indexes]) this.addSql(statement);
  }
}
