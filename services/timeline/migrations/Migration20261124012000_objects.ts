/**
 * Pictures lie in a store of objects (infra/decisions/0057); the row holds the key. A key whose object no row names, not yet or no more, is
 * written down before anything else happens, in whichever transaction takes the row away: a job removes those objects.
 */
import { Migration } from '@mikro-orm/migrations';

const statements = [
  'alter table "upload_picture" alter column "sealed" drop not null, add column "object_key" varchar(255) null',
  'alter table "upload_picture" add constraint upload_picture_lies_somewhere check (num_nonnulls(sealed, object_key) = 1)',
  `create table "unneeded_object" ("object_key" varchar(255) not null, "by_id" uuid null, "removable_at" timestamptz not null, primary key ("object_key"))`,
  'create index unneeded_object_removable on unneeded_object (removable_at)',
  'alter table "unneeded_object" enable row level security',
  'alter table "unneeded_object" force row level security',
  'revoke update, delete, truncate on unneeded_object from heya_timeline',
  'grant delete on unneeded_object to heya_timeline',
  // To be locked while its object is removed.
  'grant update (removable_at) on unneeded_object to heya_timeline',
  'create policy own on unneeded_object using (by_id = (select viewer_user())) with check (by_id = (select viewer_user()))',
  `create policy sweep on unneeded_object using ((select viewer_type()) = 'service')`,
  'grant insert on unneeded_object to heya_policy',
  `create function leave_object() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
     begin
       if old.object_key is not null then
         insert into unneeded_object (object_key, by_id, removable_at) values (old.object_key, null, clock_timestamp()) on conflict do nothing;
       end if;
       return null;
     end $$`,
  'alter function leave_object() owner to heya_policy',
  'revoke all on function leave_object() from public',
  'grant execute on function leave_object() to heya_timeline, heya_policy',
  'create trigger leave_object after delete on upload_picture for each row execute function leave_object()',
];

export class Migration20261124012000_objects extends Migration {
  override name = 'Migration20261124012000_objects';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
