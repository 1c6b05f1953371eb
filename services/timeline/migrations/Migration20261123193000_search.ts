/**
 * Search (R27): each post's present words, folded, and what they are found by. A mark is a pair of characters or a single ideograph, hashed with
 * room and circle, so that a search reads nothing of what its viewer may not see, and takes no longer for what there is of it. The index is kept
 * by what happens to posts and by nobody else; the runtime role has no right to it but `search_hits`, which begins with the viewer's rooms.
 */
import { Migration } from '@mikro-orm/migrations';

const between = (from: number, to: number): string => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, n) => from + n));
/** ァ–ヶ, ヽ and ヾ stand this far from their hiragana. */
const kanaShift = 0x60;
const katakana = between(0x30a1, 0x30f6) + between(0x30fd, 0x30fe);
const hiragana = between(0x30a1 - kanaShift, 0x30f6 - kanaShift) + between(0x30fd - kanaShift, 0x30fe - kanaShift);
const isIdeograph = '(ascii(c) between 13312 and 40959 or ascii(c) between 131072 and 205743 or ascii(c) in (12293, 12294))';
const definer = 'security definer set search_path = public, pg_temp';

const columns = `"post_id" uuid not null, "room_id" uuid not null, "patient_id" uuid not null, "audience" varchar(255) not null, "created_at" timestamptz not null,
  "folded" text not null, "marks" bigint[] not null, primary key ("post_id")`;

const plain = {
  // One form of each word, in whatever width, kana or case it was written.
  'search_fold(text)': `create function search_fold(body text) returns text language sql immutable parallel safe as $$
     select translate(lower(normalize(body, NFKC)), '${katakana}', '${hiragana}') $$`,
  'search_grams(text)': `create function search_grams(folded text) returns text[] language sql immutable parallel safe as $$
     select coalesce(array_agg(distinct g), '{}') from (
       select c, c || lead(c) over (order by n) as pair from string_to_table(folded, null) with ordinality t(c, n)) t
      cross join lateral (select pair where pair !~ '\\s' union all select c where ${isIdeograph}) k(g) where g is not null $$`,
  'search_marks(uuid, text, text[])': `create function search_marks(room uuid, circle text, grams text[]) returns bigint[] language sql immutable parallel safe as $$
     select coalesce(array_agg(hashtextextended(room || circle || g, 0)), '{}') from unnest(grams) g $$`,
} as const;

/** Written by what happens to a post, whoever it was that did it. */
const kept = {
  'keep_search()': `create function keep_search() returns trigger language plpgsql ${definer} as $$
     begin
       insert into post_search (post_id, room_id, patient_id, audience, created_at, folded, marks)
         select p.id, p.room_id, p.patient_id, p.audience, date_trunc('milliseconds', p.created_at), f.folded, search_marks(p.room_id, p.audience, search_grams(f.folded))
           from post p cross join search_fold(new.body) f(folded) where p.id = (to_jsonb(new)->>tg_argv[0])::uuid and new.body is not null
         on conflict (post_id) do update set folded = excluded.folded, marks = excluded.marks;
       return null;
     end $$`,
  'drop_search()': `create function drop_search() returns trigger language plpgsql ${definer} as $$
     begin
       delete from post_search where post_id = new.post_id;
       return null;
     end $$`,
} as const;

/**
 * Newest first, in rooms and circles of this viewer alone. Room and circle are compared with what no index serves: the marks tell them, and the
 * words themselves are then looked for in the text, so that neither a hash nor scattered pairs ever make a hit.
 */
const hits = `create function search_hits(words text[], wanted_room uuid, before_at timestamptz, before_id uuid, most int)
  returns table (post_id uuid, room_id uuid, found_at timestamptz) language plpgsql stable rows 20 ${definer} as $$
  declare
    grams text[] := array(select distinct g from unnest(words) w cross join lateral unnest(search_grams(w)) g);
  begin
    if grams = '{}' then return; end if;
    return query
      select h.post_id, v.room, h.created_at
        from (select unnest(rooms_seen('CARE_TEAM')) as room, 'CARE_TEAM' as circle union all select unnest(rooms_seen('EVERYONE')), 'EVERYONE') v
       cross join lateral (
         select s.post_id, s.created_at from post_search s
          where s.marks @> search_marks(v.room, v.circle, grams) and s.room_id is not distinct from v.room and s.audience is not distinct from v.circle
            and (before_at is null or (s.created_at, s.post_id) < (before_at, before_id))
            and not exists (select 1 from unnest(words) w where strpos(s.folded, w) = 0)
          order by s.created_at desc, s.post_id desc limit most) h
       where wanted_room is null or v.room = wanted_room
       order by h.created_at desc, h.post_id desc limit most;
  end $$`;
const hitsName = 'search_hits(text[], uuid, timestamptz, uuid, int)';

const indexes = [
  // No list of what is still to be put in: every search would read it.
  'create index post_search_marks on post_search using gin (marks) with (fastupdate = off)',
  'create index "post_search_room_id_index" on "post_search" ("room_id")',
];

/** What was written before there was an index. */
const backfill = `insert into post_search (post_id, room_id, patient_id, audience, created_at, folded, marks)
  select p.id, p.room_id, p.patient_id, p.audience, date_trunc('milliseconds', p.created_at), f.folded, search_marks(p.room_id, p.audience, search_grams(f.folded))
    from post p left join lateral (select r.body from post_revision r where r.post_id = p.id order by r.version desc limit 1) c on true
   cross join search_fold(coalesce(c.body, p.body)) f(folded)
   where f.folded is not null and not exists (select 1 from post_retraction t where t.post_id = p.id)`;

const triggers = [
  `create trigger keep_search after insert on post for each row execute function keep_search('id')`,
  `create trigger keep_search after insert on post_revision for each row execute function keep_search('post_id')`,
  'create trigger drop_search after insert on post_retraction for each row execute function drop_search()',
  'create trigger keep_out_of_erased before insert on post_search for each row execute function keep_out_of_erased_room_id()',
];

export class Migration20261123193000_search extends Migration {
  override name = 'Migration20261123193000_search';

  override up(): void {
    this.addSql(`create table "post_search" (${columns})`);
    for (const [name, statement] of Object.entries({ ...plain, ...kept, [hitsName]: hits })) {
      this.addSql(statement);
      this.addSql(`revoke all on function ${name} from public`);
      this.addSql(`grant execute on function ${name} to heya_timeline, heya_policy`);
    }
    for (const name of [...Object.keys(kept), hitsName]) this.addSql(`alter function ${name} owner to heya_policy`);
    this.addSql('revoke all on post_search from heya_timeline');
    this.addSql('grant insert, update on post_search to heya_policy');
    this.addSql(backfill);
    for (const statement of [...indexes, ...triggers]) this.addSql(statement);
    this.addSql('alter table "post_search" enable row level security');
    this.addSql('alter table "post_search" force row level security');
  }
}
