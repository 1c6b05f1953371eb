/**
 * Daily life beside measured values, what stands out over days, corrections by link, and the ranges of one patient (R24). A correction stays
 * in the room and the circle of what it corrects: the database decides that again.
 */
import { Migration } from '@mikro-orm/migrations';

const me = '(select viewer_user())';
const written = `(case audience when 'EVERYONE' then room_id = any ((select rooms_written('EVERYONE'))::uuid[]) else room_id = any ((select rooms_written('CARE_TEAM'))::uuid[]) end)`;
const corrected = `exists (select 1 from vitals_place(corrects_id) c where c.room_id = vitals_record.room_id and c.audience = vitals_record.audience)`;

/** A policy may not read its own table. */
const place = `create function vitals_place(wanted uuid) returns table (room_id uuid, audience text) language sql stable security definer rows 1
  set search_path = public, pg_temp as $$ select r.room_id, r.audience from vitals_record r where r.id = wanted $$`;

const rangeColumns = `"room_id" uuid not null, "version" int not null, "patient_id" uuid not null, "ranges" jsonb not null, "set_by_id" uuid not null,
  "set_by_name" varchar(255) not null, "set_at" timestamptz not null default clock_timestamp(), primary key ("room_id", "version")`;

export class Migration20261123192000_observations extends Migration {
  override name = 'Migration20261123192000_observations';

  override up(): void {
    this.addSql(`alter table "vitals_record" add column "life" jsonb null, add column "alerts" text[] not null default '{}',
      add column "corrects_id" uuid null, add column "correction_reason" text null`);
    this.addSql('create index vitals_corrected on vitals_record (corrects_id) where corrects_id is not null');
    this.addSql(place);
    this.addSql('alter function vitals_place(uuid) owner to heya_policy');
    this.addSql('revoke all on function vitals_place(uuid) from public');
    this.addSql('grant execute on function vitals_place(uuid) to heya_timeline, heya_policy');
    this.addSql('drop policy write on vitals_record');
    this.addSql(
      `create policy write on vitals_record for insert with check (taken_by_id = ${me} and ${written} and (corrects_id is null or ${corrected}))`,
    );
    this.addSql(`create table "vital_range" (${rangeColumns})`);
    this.addSql('alter table "vital_range" enable row level security');
    this.addSql('alter table "vital_range" force row level security');
    this.addSql(`create policy see on vital_range for select using (room_id = any ((select rooms_seen('EVERYONE'))::uuid[]))`);
    this.addSql(
      `create policy write on vital_range for insert with check (set_by_id = ${me} and room_id = any ((select rooms_written('CARE_TEAM'))::uuid[]))`,
    );
    this.addSql(
      'create trigger keep_out_of_erased before insert on vital_range for each row execute function keep_out_of_erased_room_id()',
    );
    this.addSql('revoke update, delete, truncate on vital_range from heya_timeline');
  }
}
