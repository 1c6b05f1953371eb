/** Which answers are still owed in a room, so that it is not closed past them unawares (R16, R23). */
import { Migration } from '@mikro-orm/migrations';

const isService = `viewer_type() = 'service'`;

const statements = [
  'create table "open_ask" ("post_id" uuid not null, "room_id" uuid not null, primary key ("post_id"))',
  'create index "open_ask_room_id_index" on "open_ask" ("room_id")',
  'alter table "open_ask" enable row level security',
  'alter table "open_ask" force row level security',
  `create policy told on open_ask for all using (${isService}) with check (${isService})`,
  `create policy counted on open_ask for select using (member_role(room_id) = 'CARE_TEAM')`,
  'revoke update, truncate on open_ask from heya_room',
  'create trigger forget_erased before insert on open_ask for each row execute function forget_erased()',
];

export class Migration20261123190000_open_ask extends Migration {
  override name = 'Migration20261123190000_open_ask';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
