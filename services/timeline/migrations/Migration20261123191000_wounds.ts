/**
 * A wound as it was assessed (R24, R25), beside the post that tells of it; its assessments are one series. Only the care team assesses, and an
 * assessment or a correction stays with its own wound in its own room: the database decides that again.
 */
import { Migration } from '@mikro-orm/migrations';

const among = (rooms: string): string =>
  `(case audience when 'EVERYONE' then room_id = any ((select ${rooms}('EVERYONE'))::uuid[]) else room_id = any ((select ${rooms}('CARE_TEAM'))::uuid[]) end)`;
const me = '(select viewer_user())';
const ofPost = `exists (select 1 from post p where p.id = post_id and p.room_id = wound_assessment.room_id and p.patient_id = wound_assessment.patient_id
  and p.audience = wound_assessment.audience and p.kind = 'WOUND' and p.author_id = ${me})`;
const ofWound = (id: string): string =>
  `exists (select 1 from wound_place(${id}) w where w.wound_id = wound_assessment.wound_id and w.room_id = wound_assessment.room_id)`;
const scores = ['exudate', 'size', 'inflammation', 'granulation', 'necrosis', 'pocket', 'total'].map(
  (name) => `"${name}" smallint not null`,
);

const columns = `"post_id" uuid not null, "wound_id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "audience" varchar(255) not null,
  "site" varchar(255) not null, "depth" varchar(255) not null, ${scores.join(', ')}, "critically_colonized" boolean not null,
  "length_cm" double precision null, "width_cm" double precision null, "area_cm2" double precision null, "assessed_at" timestamptz not null,
  "assessed_by_id" uuid not null, "assessed_by_name" varchar(255) not null, "corrects_id" uuid null,
  "created_at" timestamptz not null default clock_timestamp(), primary key ("post_id")`;

/** A policy may not read its own table. */
const place = `create function wound_place(wanted uuid) returns table (wound_id uuid, room_id uuid) language sql stable security definer rows 1
  set search_path = public, pg_temp as $$ select w.wound_id, w.room_id from wound_assessment w where w.post_id = wanted $$`;

export class Migration20261123191000_wounds extends Migration {
  override name = 'Migration20261123191000_wounds';

  override up(): void {
    this.addSql(`create table "wound_assessment" (${columns})`);
    this.addSql(place);
    this.addSql('alter function wound_place(uuid) owner to heya_policy');
    this.addSql('revoke all on function wound_place(uuid) from public');
    this.addSql('grant execute on function wound_place(uuid) to heya_timeline, heya_policy');
    this.addSql('alter table "wound_assessment" enable row level security');
    this.addSql('alter table "wound_assessment" force row level security');
    this.addSql(`create policy see on wound_assessment for select using ${among('rooms_seen')}`);
    this.addSql(`create policy write on wound_assessment for insert with check (assessed_by_id = ${me}
      and room_id = any ((select rooms_written('CARE_TEAM'))::uuid[]) and ${ofPost}
      and (wound_id = post_id or ${ofWound('wound_id')}) and (corrects_id is null or ${ofWound('corrects_id')}))`);
    this.addSql(
      'create trigger keep_out_of_erased before insert on wound_assessment for each row execute function keep_out_of_erased_room_id()',
    );
    this.addSql('revoke update, delete, truncate on wound_assessment from heya_timeline');
    this.addSql('create index "wound_assessment_room_id_index" on "wound_assessment" ("room_id")');
    this.addSql('create index wound_of_patient on wound_assessment (patient_id, wound_id, assessed_at, post_id)');
    this.addSql('create index wound_series on wound_assessment (wound_id, assessed_at, post_id)');
    this.addSql('create index wound_corrected on wound_assessment (corrects_id) where corrects_id is not null');
  }
}
