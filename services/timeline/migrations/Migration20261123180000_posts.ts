/**
 * What comes with a post and after it (R22, R23): corrections, retraction, people named, 了解, pins, the facts of a visit. Each in a table
 * of its own under the same decision as the post, which is never changed; a row tells the room and the circle of its post, or is refused.
 */
import { Migration } from '@mikro-orm/migrations';

const among = (rooms: string): string =>
  `(case audience when 'EVERYONE' then room_id = any ((select ${rooms}('EVERYONE'))::uuid[]) else room_id = any ((select ${rooms}('CARE_TEAM'))::uuid[]) end)`;
const place = `"room_id" uuid not null, "patient_id" uuid not null, "audience" varchar(255) not null`;
const me = '(select viewer_user())';
const ofPost = (table: string, more = ''): string =>
  `exists (select 1 from post p where p.id = ${table}.post_id and p.room_id = ${table}.room_id and p.patient_id = ${table}.patient_id and p.audience = ${table}.audience${more})`;
const mine = ` and p.author_id = ${me}`;

const tables = {
  post_revision: `"post_id" uuid not null, "version" int not null, ${place}, "body" text not null, "by_id" uuid not null, "by_name" varchar(255) not null, "at" timestamptz not null default clock_timestamp(), primary key ("post_id", "version")`,
  post_retraction: `"post_id" uuid not null, ${place}, "reason" text not null, "by_id" uuid not null, "by_name" varchar(255) not null, "at" timestamptz not null default clock_timestamp(), primary key ("post_id")`,
  post_mention: `"post_id" uuid not null, "version" int not null, "ordinal" smallint not null, ${place}, "user_id" uuid null, "group" varchar(255) null, "start" int not null, "end" int not null, primary key ("post_id", "version", "ordinal")`,
  post_visit: `"post_id" uuid not null, ${place}, "next_visit_on" date null, "plan_changed" boolean not null, "plan_change" text null, "care_advice" text null, "wishes" text null, primary key ("post_id")`,
  acknowledgement: `"post_id" uuid not null, "user_id" uuid not null, ${place}, "user_name" varchar(255) not null, "at" timestamptz not null default clock_timestamp(), primary key ("post_id", "user_id")`,
  post_pin: `"post_id" uuid not null, ${place}, "pinned" boolean not null, "by_id" uuid not null, "by_name" varchar(255) not null, "at" timestamptz not null default clock_timestamp(), primary key ("post_id")`,
} as const;

const writing: Record<keyof typeof tables, string> = {
  post_revision: `by_id = ${me} and ${among('rooms_written')} and ${ofPost('post_revision', mine)}`,
  post_retraction: `by_id = ${me} and ${among('rooms_written')} and ${ofPost('post_retraction', mine)}`,
  post_mention: `${among('rooms_written')} and ${ofPost('post_mention', mine)}`,
  post_visit: `${among('rooms_written')} and ${ofPost('post_visit', mine)}`,
  acknowledgement: `user_id = ${me} and ${among('rooms_joined')} and ${ofPost('acknowledgement')}`,
  post_pin: `by_id = ${me} and ${among('rooms_written')} and ${ofPost('post_pin')}`,
};

/** What is written with the post itself stands by the policy alone. */
const pointing = ['post_revision', 'post_retraction', 'acknowledgement', 'post_pin'];

const columns = [
  'alter table "post" add column "parent_id" uuid null',
  'alter table "post" add column "spoken_for_name" varchar(255) null',
  'alter table "post" add column "acknowledgement_requested" boolean not null default false',
];

const indexes = [
  'create index post_replies on post (parent_id, seq) where parent_id is not null',
  "create index post_timeline_urgent on post (room_id, audience, seq) where importance = 'URGENT'",
  'create index post_acknowledgement_requested on post (room_id, audience, seq) where acknowledgement_requested',
  'create index post_observed on post (room_id, observed_at)',
  'create index post_mention_user on post_mention (user_id, room_id) where user_id is not null',
  'create index post_pin_pinned on post_pin (room_id, audience) where pinned',
  ...Object.keys(tables).map((table) => `create index "${table}_room_id_index" on "${table}" ("room_id")`),
];

export class Migration20261123180000_posts extends Migration {
  override up(): void {
    for (const statement of columns) this.addSql(statement);
    for (const [table, written] of Object.entries(tables)) {
      this.addSql(`create table "${table}" (${written})`);
      if (pointing.includes(table))
        this.addSql(
          `alter table "${table}" add constraint "${table}_post_id_foreign" foreign key ("post_id") references "post" ("id") on update restrict on delete restrict`,
        );
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy see on ${table} for select using ${among('rooms_seen')}`);
      this.addSql(`create policy write on ${table} for insert with check (${writing[table as keyof typeof tables]})`);
      this.addSql(`create trigger keep_out_of_erased before insert on ${table} for each row execute function keep_out_of_erased_room_id()`);
      // A pin is taken off again; nothing else is ever changed (api.md 9).
      if (table !== 'post_pin') this.addSql(`revoke update, delete, truncate on ${table} from heya_timeline`);
    }
    this.addSql('revoke delete, truncate on post_pin from heya_timeline');
    this.addSql(`create policy turn on post_pin for update using ${among('rooms_written')} with check (${writing.post_pin})`);
    for (const statement of indexes) this.addSql(statement);
  }
}
