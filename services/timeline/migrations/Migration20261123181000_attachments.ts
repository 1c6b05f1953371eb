/**
 * Photos (R25): what somebody announced and brought, its sizes sealed with the room's data key (infra/decisions/0016), and the post that it
 * was sent with. A picture of the body needs its own class of consent besides, for the viewer's role, in the same statement.
 */
import { Migration } from '@mikro-orm/migrations';

const among = (rooms: string): string =>
  `(case audience when 'EVERYONE' then room_id = any ((select ${rooms}('EVERYONE'))::uuid[]) else room_id = any ((select ${rooms}('CARE_TEAM'))::uuid[]) end)`;
const me = '(select viewer_user())';
const place = `"room_id" uuid not null, "patient_id" uuid not null`;
const member = (rooms: string): string => `room_id = any ((select ${rooms}('EVERYONE'))::uuid[])`;
const service = `(select viewer_type()) = 'service'`;
const bodySeen = `(not is_body_image or room_id = any ((select rooms_of_body_images())::uuid[]))`;
const shown = (table: string): string =>
  `exists (select 1 from attachment a where a.id = ${table}.attachment_id and a.room_id = ${table}.room_id and a.patient_id = ${table}.patient_id and a.audience = ${table}.audience)`;
const mine = (condition: string): string =>
  `exists (select 1 from upload u where u.id = upload_picture.upload_id and u.room_id = upload_picture.room_id and u.by_id = ${me} and ${condition})`;

const tables = {
  upload: `"id" uuid not null, ${place}, "district_id" uuid not null, "by_id" uuid not null, "content_type" varchar(255) not null, "byte_size" int not null, "sha256" varchar(64) not null, "created_at" timestamptz not null default clock_timestamp(), "expires_at" timestamptz not null, "ready_at" timestamptz null, "used_at" timestamptz null, "width" int null, "height" int null, "kept_bytes" int null, "blur_hash" varchar(255) null, primary key ("id")`,
  upload_picture: `"upload_id" uuid not null, "variant" varchar(255) not null, ${place}, "sealed" bytea not null, primary key ("upload_id", "variant")`,
  attachment: `"id" uuid not null, "post_id" uuid not null, "ordinal" smallint not null, ${place}, "audience" varchar(255) not null, "is_body_image" boolean not null, "body_site" varchar(255) null, "alt" text null, "taken_at" timestamptz null, "width" int not null, "height" int not null, "byte_size" int not null, "blur_hash" varchar(255) not null, primary key ("id")`,
  attachment_marking: `"attachment_id" uuid not null, "version" int not null, ${place}, "audience" varchar(255) not null, "marks" jsonb not null, "by_id" uuid not null, "by_name" varchar(255) not null, "at" timestamptz not null default clock_timestamp(), primary key ("attachment_id", "version")`,
} as const;

const policies = [
  `create policy see on upload for select using (by_id = ${me} and ${member('rooms_seen')})`,
  `create policy write on upload for insert with check (by_id = ${me} and ready_at is null and used_at is null and ${member('rooms_written')})`,
  `create policy bring on upload for update using (by_id = ${me} and used_at is null and ${member('rooms_written')}) with check (by_id = ${me} and ready_at is not null)`,
  `create policy sweep_see on upload for select using (${service})`,
  `create policy sweep on upload for delete using (${service} and used_at is null)`,
  `create policy see on upload_picture for select using (exists (select 1 from attachment a where a.id = upload_id and a.room_id = upload_picture.room_id))`,
  `create policy write on upload_picture for insert with check (${mine('u.ready_at is null')})`,
  `create policy see on attachment for select using (${among('rooms_seen')} and ${bodySeen})`,
  `create policy write on attachment for insert with check (${among('rooms_written')} and ${bodySeen}
     and exists (select 1 from upload u where u.id = attachment.id and u.room_id = attachment.room_id and u.by_id = ${me} and u.ready_at is not null)
     and exists (select 1 from post p where p.id = post_id and p.room_id = attachment.room_id and p.patient_id = attachment.patient_id and p.audience = attachment.audience and p.author_id = ${me}))`,
  `create policy see on attachment_marking for select using (${among('rooms_seen')} and ${shown('attachment_marking')})`,
  `create policy write on attachment_marking for insert with check (by_id = ${me} and ${among('rooms_written')} and ${shown('attachment_marking')})`,
];

/** A family by what the consent shows to families, and so a stream that families may share. */
const bodyRooms = `create function rooms_of_body_images() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(v.room_id), '{}') from viewer_rooms() v join consent_state c on c.patient_id = v.patient_id
   where 'BODY_IMAGES' = any(c.categories)
     and ('BODY_IMAGES' = any(c.family_categories) or not (v.role is not distinct from 'FAMILY' or (v.authority = 'CHANNEL' and not 'CARE_TEAM' = any(v.audiences)))) $$`;

const keys = [
  'create table "data_key" ("scope" uuid not null, "version" smallint not null, "district_id" uuid not null, "wrapped" bytea null, "key_id" text not null, "created_at" timestamptz not null, "destroyed_at" timestamptz null, primary key ("scope", "version"))',
  'revoke update, delete, truncate on data_key from heya_timeline',
  'grant update (wrapped, key_id, destroyed_at) on data_key to heya_timeline',
];

/** Sizes go with what they are sizes of. What is written with a post or a photo stands by the policy alone. */
const pictures =
  'alter table "upload_picture" add constraint "upload_picture_upload_id_foreign" foreign key ("upload_id") references "upload" ("id") on update restrict on delete cascade';

export class Migration20261123181000_attachments extends Migration {
  override name = 'Migration20261123181000_attachments';

  override up(): void {
    for (const statement of keys) this.addSql(statement);
    this.addSql(bodyRooms);
    this.addSql('alter function rooms_of_body_images() owner to heya_policy');
    this.addSql('revoke all on function rooms_of_body_images() from public');
    this.addSql('grant execute on function rooms_of_body_images() to heya_timeline, heya_policy');
    for (const [table, columns] of Object.entries(tables)) {
      this.addSql(`create table "${table}" (${columns})`);
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`create trigger keep_out_of_erased before insert on ${table} for each row execute function keep_out_of_erased_room_id()`);
      this.addSql(`revoke update, delete, truncate on ${table} from heya_timeline`);
    }
    this.addSql('grant update (ready_at, used_at, width, height, kept_bytes, blur_hash), delete on upload to heya_timeline');
    this.addSql(pictures);
    for (const statement of policies) this.addSql(statement);
    for (const table of Object.keys(tables)) this.addSql(`create index "${table}_room_id_index" on "${table}" ("room_id")`);
    this.addSql('create index attachment_post on attachment (post_id, ordinal)');
    this.addSql('create index upload_unused on upload (expires_at) where used_at is null');
  }
}
