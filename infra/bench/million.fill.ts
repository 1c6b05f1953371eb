/**
 * What `million` is measured on: the rooms of `rooms`, and before their newest posts as many older ones as wanted, with what comes after posts:
 * values, corrections, retractions, asks, receipts. The index of the words is filled as the migration fills it.
 */
import pg from 'pg';
import { databaseUrl } from '../postgres/provision.mjs';
import type { Stack } from '../local/stack.mjs';
import { type District, fill } from './rooms.fill.ts';

export interface Written extends Omit<District, 'postsBefore'> {
  /** In all rooms together. */
  posts: number;
}

/** In as many posts of the rooms of who asks on both sides. */
export const rareWord = '嚥下造影';
export const frequentWord = 'お変わり';

const id = (prefix: string, index: string): string => `('${prefix}-0000-7000-8000-' || lpad(to_hex(${index}), 12, '0'))::uuid`;
const bodies = [
  '訪問しました。お変わりありません。食事は半分ほど、水分は800mL。',
  '夕食でムセあり。姿勢を直して様子を見ています。',
  '血圧132/78、脈72、SpO2 96%。浮腫は軽くなっています。',
  '入浴介助。皮膚に発赤なし、褥瘡の処置は変わりなく続けています。',
  '内服は確認済み。眠前薬は残っていました。',
  '家族より電話。夜間に咳があり、あまり眠れなかったとのこと。',
  'リハビリで10メートル歩行。痛みの訴えなし。',
  '便は2日なし。下剤を調整するか主治医に相談します。',
];
const body = `(array[${bodies.map((text) => `'${text}'`).join(', ')}])[1 + g % ${bodies.length}] || ' ' || g`;

/** Straight into the tables, by the superuser; then the planner knows them. */
export async function fillPosts(stack: Stack, { posts, ...district }: Written): Promise<void> {
  const before = Math.floor(posts / district.rooms);
  await fill(stack, { ...district, postsBefore: before });
  const client = new pg.Client({ connectionString: databaseUrl(stack.adminUrl, 'heya_timeline') });
  await client.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; ${ofPosts(district, before)}`,
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

function ofPosts({ rooms, districtId, stewardId, ownRooms }: Omit<Written, 'posts'>, before: number): string {
  const postId = id('99999999', 'g');
  const roomId = id('00000000', `g / ${before}`);
  const patientId = id('00000001', `g / ${before}`);
  const audience = `case when g % 3 = 0 then 'EVERYONE' else 'CARE_TEAM' end`;
  const at = `now() - interval '3 days' - (${before} - g % ${before}) * interval '12 hours'`;
  const all = `generate_series(0, ${rooms * before - 1}) g`;
  const author = id('00000002', `g % ${Math.max(rooms / 2, 50)}`);
  const place = `${roomId}, ${patientId}, ${audience}`;
  return `
  insert into vitals_record (id, room_id, patient_id, audience, taken_at, taken_by_id, taken_by_name, source, worst_flag)
    select ${id('aaaaaaaa', 'g')}, ${place}, ${at}, ${author}, '鈴木 明子', 'MANUAL', case when g % 70 = 0 then 'HIGH' else 'NORMAL' end from ${all} where g % 10 = 0;
  insert into vital_measurement (record_id, kind, ordinal, room_id, patient_id, audience, taken_at, value, unit, loinc_code, flag)
    select ${id('aaaaaaaa', 'g')}, 'PULSE', 0, ${place}, ${at}, 72, '/min', '8867-4', case when g % 70 = 0 then 'HIGH' else 'NORMAL' end from ${all} where g % 10 = 0;
  insert into post (id, room_id, patient_id, district_id, seq, author_id, author_name, author_profession_label, author_facility_name, kind, audience, importance, body, vitals_id, observed_at, created_at, has_ask, fingerprint)
    select ${postId}, ${roomId}, ${patientId}, '${districtId}', 1 + g % ${before}, ${author}, '鈴木 明子', '看護師', 'わかば訪問看護ステーション', case when g % 10 = 0 then 'VITALS' else 'NOTE' end,
           ${audience}, case when g % 40 = 0 then 'IMPORTANT' else 'NORMAL' end, ${body}, case when g % 10 = 0 then ${id('aaaaaaaa', 'g')} end, ${at}, ${at}, g % 45 = 0, '' from ${all};
  update post set body = body || ' ${rareWord}の予定' where seq = ${before} + 7 and room_id in (select ${id('00000000', 'r')} from generate_series(0, ${ownRooms - 1}) r);
  insert into post_revision (post_id, version, room_id, patient_id, audience, body, by_id, by_name)
    select ${postId}, 2, ${place}, ${body} || '（訂正）', ${author}, '鈴木 明子' from ${all} where g % 50 = 17;
  insert into post_retraction (post_id, room_id, patient_id, audience, reason, by_id, by_name)
    select ${postId}, ${place}, '別の方の記録', ${author}, '鈴木 明子' from ${all} where g % 200 = 9;
  insert into post_ask (post_id, room_id, patient_id, audience, to_group, professions, due_at)
    select ${postId}, ${place}, 'NURSES', '{NURSE}', ${at} from ${all} where g % 45 = 0;
  insert into post_ask_step (post_id, kind, room_id, patient_id, audience, by_id, by_name)
    select ${postId}, 'DONE', ${place}, ${author}, '鈴木 明子' from ${all} where g % 45 = 0;
  insert into read_receipt (post_id, user_id, room_id, audience, user_name, read_at)
    select ${postId}, '${stewardId}', ${roomId}, ${audience}, '高橋 恵', ${at} from ${all} where g / ${before} < ${ownRooms}
    union all select ${postId}, ${id('00000002', `(g + 1) % ${Math.max(rooms / 2, 50)}`)}, ${roomId}, ${audience}, '伊藤 花', ${at} from ${all} where g % 2 = 0;
  insert into reading_position (room_id, user_id, up_to_seq, last_read_at)
    select ${id('00000000', 'r')}, '${stewardId}', ${before}, now() - interval '2 days' from generate_series(0, ${ownRooms - 1}) r;
  ${ofWords}`;
}

/** All at once: the index is built when the rows are there. */
const ofWords = `
  drop index post_search_marks;
  delete from post_search;
  insert into post_search (post_id, room_id, patient_id, audience, created_at, folded, marks)
    select p.id, p.room_id, p.patient_id, p.audience, date_trunc('milliseconds', p.created_at), f.folded, search_marks(p.room_id, p.audience, search_grams(f.folded))
      from post p left join lateral (select r.body from post_revision r where r.post_id = p.id order by r.version desc limit 1) c on true
     cross join search_fold(coalesce(c.body, p.body)) f(folded)
     where f.folded is not null and not exists (select 1 from post_retraction t where t.post_id = p.id);
  create index post_search_marks on post_search using gin (marks) with (fastupdate = off);`;
