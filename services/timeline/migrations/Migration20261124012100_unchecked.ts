/**
 * What is brought while nobody can look for viruses waits, sealed like everything else, and is seen by nobody (V36, infra/decisions/0057).
 * The service itself takes it up again: it sees what waits and nothing else, and puts what is made of it in its place.
 */
import { Migration } from '@mikro-orm/migrations';

const me = '(select viewer_user())';
const service = `(select viewer_type()) = 'service'`;
const waiting = 'exists (select 1 from upload u where u.id = upload_id and u.room_id = upload_picture.room_id and u.pending_at is not null)';

const statements = [
  'alter table "upload" add column "pending_at" timestamptz null, add column "refusal" varchar(255) null',
  'grant update (pending_at, refusal) on upload to heya_timeline',
  'create index upload_pending on upload (pending_at) where pending_at is not null',
  'drop policy bring on upload',
  `create policy bring on upload for update using (by_id = ${me} and used_at is null and room_id = any ((select rooms_written('EVERYONE'))::uuid[]))
     with check (by_id = ${me} and (ready_at is not null or pending_at is not null or refusal is not null))`,
  `create policy check_brought on upload for update using (${service} and pending_at is not null) with check (${service} and used_at is null)`,
  `create policy check_see on upload_picture for select using (${service} and variant = 'BROUGHT')`,
  `create policy check_write on upload_picture for insert with check (${service} and ${waiting})`,
  `create policy check_drop on upload_picture for delete using (${service} and variant = 'BROUGHT')`,
  'grant delete on upload_picture to heya_timeline',
];

export class Migration20261124012100_unchecked extends Migration {
  override name = 'Migration20261124012100_unchecked';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
