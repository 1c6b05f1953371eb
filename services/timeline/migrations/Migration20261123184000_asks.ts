/**
 * An answer somebody owes by a time (R23), beside its post, and what became of it: who took it on, who saw it done. Each step once, by somebody
 * who was asked and takes part now; the database decides that again (threat 32).
 */
import { Migration } from '@mikro-orm/migrations';

const among = (rooms: string): string =>
  `(case audience when 'EVERYONE' then room_id = any ((select ${rooms}('EVERYONE'))::uuid[]) else room_id = any ((select ${rooms}('CARE_TEAM'))::uuid[]) end)`;
const place = `"room_id" uuid not null, "patient_id" uuid not null, "audience" varchar(255) not null`;
const me = '(select viewer_user())';
const ofPost = (table: string, more: string): string =>
  `exists (select 1 from post p where p.id = ${table}.post_id and p.room_id = ${table}.room_id and p.patient_id = ${table}.patient_id and p.audience = ${table}.audience${more})`;

const tables = {
  post_ask: `"post_id" uuid not null, ${place}, "to_user_id" uuid null, "to_group" varchar(255) null, "professions" text[] not null, "due_at" timestamptz not null, primary key ("post_id")`,
  post_ask_step: `"post_id" uuid not null, "kind" varchar(255) not null, ${place}, "by_id" uuid not null, "by_name" varchar(255) not null, "at" timestamptz not null default clock_timestamp(), "note" text null, primary key ("post_id", "kind")`,
} as const;

/** The audience is in `rooms_written` already: who may write to it belongs to it. */
const asked = `exists (select 1 from post_ask k join room_member m on m.room_id = k.room_id and m.user_id = ${me}
  where k.post_id = post_ask_step.post_id and holds_now(m.status, m.valid_from, m.valid_until)
    and (k.to_user_id = m.user_id or k.to_group = 'ALL' or (k.to_group = 'STEWARD' and m.is_steward) or m.profession = any(k.professions)))`;

const writing: Record<keyof typeof tables, string> = {
  post_ask: `(to_user_id is null) <> (to_group is null) and ${among('rooms_written')} and ${ofPost('post_ask', ` and p.author_id = ${me}`)}`,
  post_ask_step: `by_id = ${me} and kind in ('TAKEN', 'DONE') and ${among('rooms_written')}
    and ${ofPost('post_ask_step', ` and p.author_id <> ${me} and not exists (select 1 from post_retraction t where t.post_id = p.id)`)} and ${asked}`,
};

export class Migration20261123184000_asks extends Migration {
  override name = 'Migration20261123184000_asks';

  override up(): void {
    this.addSql('alter table "post" add column "has_ask" boolean not null default false');
    for (const [table, columns] of Object.entries(tables)) {
      this.addSql(`create table "${table}" (${columns})`);
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create policy see on ${table} for select using ${among('rooms_seen')}`);
      this.addSql(`create policy write on ${table} for insert with check (${writing[table as keyof typeof tables]})`);
      this.addSql(`create trigger keep_out_of_erased before insert on ${table} for each row execute function keep_out_of_erased_room_id()`);
      this.addSql(`revoke update, delete, truncate on ${table} from heya_timeline`);
    }
    this.addSql(
      'alter table "post_ask_step" add constraint "post_ask_step_post_id_foreign" foreign key ("post_id") references "post" ("id") on update restrict on delete restrict',
    );
    this.addSql('create index post_ask_due on post_ask (room_id, audience, due_at, post_id)');
    this.addSql('create index "post_ask_step_room_id_index" on "post_ask_step" ("room_id")');
  }
}
