/** What `access` is measured on: many rooms full of posts, and the way to them without any check. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { uuidv7 } from '../local/api/uuid.mjs';
import { databaseUrl } from '../postgres/provision.mjs';
import type { Stack } from '../local/stack.mjs';

export interface Filling {
  posts: number;
  rooms: number;
  /** Rooms of the one who asks. */
  ownRooms: number;
}

export interface Ground {
  /** Who asks: a member of the first rooms. */
  userId: string;
  districtId: string;
  rooms: { roomId: string; patientId: string }[];
  /** Connects past every policy. */
  bareUrl: string;
}

const id = (prefix: string, index: string): string => `('${prefix}-0000-7000-8000-' || lpad(to_hex(${index}), 12, '0'))::uuid`;
const idOf = (prefix: string, index: number): string => `${prefix}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

/** Straight into timeline's tables, by the superuser. A tenth of the posts have values, half are read, a third are for everyone. */
export async function fill({ adminUrl }: Stack, wanted: Filling): Promise<Ground> {
  const [userId, districtId, password] = [uuidv7(), uuidv7(), randomUUID()];
  const client = new pg.Client({ connectionString: databaseUrl(adminUrl, 'heya_timeline') });
  await client.connect();
  try {
    await client.query(posts(wanted, { userId, districtId }));
    await client.query(people(wanted, { userId, districtId }));
    await client.query('vacuum analyze');
    await client.query(withoutChecks(userId, password));
  } finally {
    await client.end();
  }
  const rooms = Array.from({ length: wanted.ownRooms }, (_, index) => ({
    roomId: idOf('00000000', index),
    patientId: idOf('00000001', index),
  }));
  return { userId, districtId, rooms, bareUrl: databaseUrl(adminUrl, 'heya_timeline', 'heya_bare', password) };
}

interface Who {
  userId: string;
  districtId: string;
}

function posts({ posts: count, rooms }: Filling, { districtId }: Who): string {
  const [room, patient] = [id('00000000', `g % ${rooms}`), id('00000001', `g % ${rooms}`)];
  const author = id('00000002', `g % ${rooms} * 8 + g / ${rooms} % 6 + 1`);
  const audience = `case when g / ${rooms} % 3 = 0 then 'EVERYONE' else 'CARE_TEAM' end`;
  const withVitals = `g / ${rooms} % 10 = 0`;
  const at = `timestamptz '2026-01-01' + g * interval '20 seconds'`;
  const body = `'訪問しました。お変わりありません。食事は半分ほど、水分は湯のみ三杯。血圧と脈も落ち着いています。次回は木曜の午後に伺います。'`;
  const vital = (kind: string, place: number, [value, unit, code]: [number, string, string]): string =>
    `insert into vital_measurement (record_id, kind, ordinal, room_id, patient_id, audience, taken_at, value, unit, loinc_code, flag)
       select ${id('11111111', 'g')}, '${kind}', ${place}, ${room}, ${patient}, ${audience}, ${at}, ${value}, '${unit}', '${code}', 'NORMAL' from generate_series(1, ${count}) g where ${withVitals};`;
  return `
    set session_replication_role = replica;
    set synchronous_commit = off;
    insert into vitals_record (id, room_id, patient_id, audience, taken_at, taken_by_id, taken_by_name, source, worst_flag)
      select ${id('11111111', 'g')}, ${room}, ${patient}, ${audience}, ${at}, ${author}, '鈴木 明子', 'MANUAL', 'NORMAL' from generate_series(1, ${count}) g where ${withVitals};
    ${vital('PULSE', 0, [72, '/min', '8867-4'])}
    ${vital('SYSTOLIC', 1, [128, 'mm[Hg]', '8480-6'])}
    ${vital('DIASTOLIC', 2, [76, 'mm[Hg]', '8462-4'])}
    insert into post (id, room_id, patient_id, district_id, seq, author_id, author_name, author_profession_label, author_facility_name, kind, audience, importance, body, vitals_id, observed_at, fingerprint)
      select ${id('22222222', 'g')}, ${room}, ${patient}, '${districtId}', g, ${author}, '鈴木 明子', '看護師', '若葉訪問看護ステーション', case when ${withVitals} then 'VITALS' else 'NOTE' end,
             ${audience}, 'NORMAL', ${body}, case when ${withVitals} then ${id('11111111', 'g')} end, ${at}, '' from generate_series(1, ${count}) g;
    insert into read_receipt (post_id, user_id, room_id, audience, user_name, read_at)
      select ${id('22222222', 'g')}, ${id('00000002', `g % ${rooms} * 8 + 7`)}, ${room}, ${audience}, '佐藤 学', ${at} from generate_series(1, ${count} / 2) g;
    insert into stream_counter select 'room:' || ${id('00000000', 'r')}, ${count} + 1 from generate_series(0, ${rooms} - 1) r;`;
}

/** Eight members a room; who asks is one of the care team in the first rooms. */
function people({ rooms, ownRooms }: Filling, { userId, districtId }: Who): string {
  return `
    insert into room_state (room_id, patient_id, district_id, status, seq)
      select ${id('00000000', 'r')}, ${id('00000001', 'r')}, '${districtId}', 'ACTIVE', 1 from generate_series(0, ${rooms} - 1) r;
    insert into room_member (membership_id, room_id, patient_id, district_id, user_id, role, profession, is_steward, status, seq)
      select ${id('33333333', 'r * 8 + m')}, ${id('00000000', 'r')}, ${id('00000001', 'r')}, '${districtId}',
             case when m = 0 and r < ${ownRooms} then '${userId}' else ${id('00000002', 'r * 8 + m')} end,
             case when m < 6 then 'CARE_TEAM' when m = 6 then 'FAMILY' else 'PATIENT' end, case when m < 6 then 'NURSE' end, m = 1, 'ACTIVE', 1
        from generate_series(0, ${rooms} - 1) r, generate_series(0, 7) m;
    insert into consent_state (patient_id, consent_id, district_id, status, decided_epoch, epoch, categories, family_categories, expires_on)
      select ${id('00000001', 'r')}, ${id('44444444', 'r')}, '${districtId}', 'ACTIVE', 1, 1, '{DEMOGRAPHICS,DAILY_CONDITION}', '{DEMOGRAPHICS,DAILY_CONDITION}', '2027-12-31'
        from generate_series(0, ${rooms} - 1) r;`;
}

/** For one role alone: every room is seen, by functions that the planner dissolves into the statement that calls them. */
function withoutChecks(userId: string, password: string): string {
  return `
    create role heya_bare login bypassrls password '${password}' in role heya_timeline;
    create schema bare;
    grant usage on schema bare to heya_bare;
    alter role heya_bare set search_path = bare, public;
    create function bare.viewer_rooms() returns table (
        room_id uuid, patient_id uuid, district_id uuid, role text, audiences text[], to_family boolean, open boolean, epoch int, authority text, valid_until timestamptz)
      language sql stable rows 500 as $$ select room_id, patient_id, district_id, 'CARE_TEAM', array['CARE_TEAM', 'EVERYONE'], true, true, 1, 'MEMBERSHIP', null::timestamptz from public.room_state $$;
    create function bare.viewer_user() returns uuid language sql stable as $$ select '${userId}'::uuid $$;`;
}
