/** What `rooms` is measured on: a district with as many rooms as wanted, ten people in each, written into every service as it would have it. */
import pg from 'pg';
import { databaseUrl } from '../postgres/provision.mjs';
import type { Stack } from '../local/stack.mjs';

export interface District {
  rooms: number;
  districtId: string;
  /** Who asks: the steward of the first rooms, as many on both sides. */
  stewardId: string;
  ownRooms: number;
  /** Places in each room's sequence that are left to older posts. */
  postsBefore?: number;
}

const membersPerRoom = 10;
const postsPerRoom = 3;
/** Of the rooms of who asks: a page and more. */
const ownPosts = 60;
/** Work that waits: a full page in the small district, too. */
const leastWaiting = 60;

const id = (prefix: string, index: string): string => `('${prefix}-0000-7000-8000-' || lpad(to_hex(${index}), 12, '0'))::uuid`;
const roomId = (index: string): string => id('00000000', index);
const patientId = (index: string): string => id('00000001', index);
const membershipId = id('33333333', `r * ${membersPerRoom} + m`);

export const roomIdOf = (index: number): string => `00000000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

/** Straight into the tables, by the superuser; then the planner knows them. */
export async function fill({ adminUrl }: Stack, wanted: District): Promise<void> {
  const parts = { room: ofRoom, timeline: ofTimeline, consent: ofConsent, identity: ofIdentity };
  await Promise.all(
    Object.entries(parts).map(async ([service, statements]) => {
      const client = new pg.Client({ connectionString: databaseUrl(adminUrl, `heya_${service}`) });
      await client.connect();
      try {
        await client.query(`set session_replication_role = replica; set synchronous_commit = off; ${statements(wanted)}`);
        await client.query('vacuum analyze');
      } finally {
        await client.end();
      }
    }),
  );
}

const everyRoom = ({ rooms }: District): string => `generate_series(0, ${rooms - 1}) r`;
const everyMember = (district: District): string => `${everyRoom(district)}, generate_series(0, ${membersPerRoom - 1}) m`;
const openedAt = `timestamptz '2025-01-01' + r * interval '20 minutes'`;
const role = `case when m < 8 then 'CARE_TEAM' when m = 8 then 'FAMILY' else 'PATIENT' end`;
const profession = `case when m < 8 then 'NURSE' end`;

/** Each person is in twenty rooms; the steward's seat of the first rooms is that of who asks. */
const userId = ({ rooms, stewardId, ownRooms }: District): string =>
  `case when m = 1 and r < ${ownRooms} then '${stewardId}' else ${id('00000002', `(r * ${membersPerRoom} + m) % ${Math.max(rooms / 2, 50)}`)} end`;

const ofRoom = (district: District): string => `
  insert into patient (id, district_id, registered_by, body_hash, version, created_at, updated_at)
    select ${patientId('r')}, '${district.districtId}', ${id('00000002', 'r')}, '', 1, now(), now() from ${everyRoom(district)};
  insert into patient_profile (patient_id, name, name_kana, sex, birth_date, address)
    select ${patientId('r')}, '田中 ハル', 'タナカ ハル', 'FEMALE', date '1930-01-01' + r % 9000, '神埼町1-1' from ${everyRoom(district)};
  insert into room (id, district_id, patient_id, room_number, status, opened_at)
    select ${roomId('r')}, '${district.districtId}', ${patientId('r')}, 'K-' || lpad(r::text, 5, '0'), 'ACTIVE', ${openedAt} from ${everyRoom(district)};
  insert into room_membership (id, room_id, district_id, patient_id, user_id, display_name, profession, facility_id, facility_name, role, is_steward, status, invited_by, invited_at, joined_at)
    select ${membershipId}, ${roomId('r')}, '${district.districtId}', ${patientId('r')}, ${userId(district)}, '鈴木 明子', ${profession},
           case when m < 8 then ${id('00000005', `(r + m) % ${Math.max(district.rooms / 40, 20)}`)} end, case when m < 8 then 'わかば訪問看護ステーション' end,
           ${role}, m = 1, 'ACTIVE', ${id('00000002', '0')}, ${openedAt}, ${openedAt} from ${everyMember(district)};
  insert into consent_grant (patient_id, consent_id, district_id, status, version, epoch, grants)
    select ${patientId('r')}, ${id('44444444', 'r')}, '${district.districtId}', 'ACTIVE', 1, 1,
           '[{"category":"DEMOGRAPHICS","family":true,"partners":false},{"category":"DAILY_CONDITION","family":true,"partners":false}]' from ${everyRoom(district)};
  insert into room_application (id, district_id, form, receipt_number, status, channel, patient_id, room_id, applicant_id, applicant_name, consent_id, body_hash, submitted_at, expected_by, version)
    select ${id('66666666', 'r')}, '${district.districtId}', 'FORM_4_1', 'K41-20250101-' || r, 'COMPLETED', 'PORTAL', ${patientId('r')}, ${roomId('r')}, ${id('00000002', 'r')}, '佐藤 健一',
           ${id('44444444', 'r')}, '', ${openedAt}, date '2025-01-15', 4 from ${everyRoom(district)};
  insert into weekly_check (id, room_id, district_id, patient_id, room_number, week_of, due_on, post_count, not_joined, has_left, made_at, overdue_at)
    select ${id('77777777', 'r')}, ${roomId('r')}, '${district.districtId}', ${patientId('r')}, 'K-' || lpad(r::text, 5, '0'), date '2026-11-16', date '2026-11-22', 3, '{}', '{}', now(),
           case when r % 20 = 0 then now() end from ${everyRoom(district)};
  insert into room_activity (room_id, day, posts) select ${roomId('r')}, date '2026-11-01' + d, 1 from ${everyRoom(district)}, generate_series(0, 2) d;
  insert into stream_counter select 'room-meta:' || ${roomId('r')}, ${membersPerRoom} from ${everyRoom(district)};`;

const ofTimeline = (district: District): string => `
  insert into room_state (room_id, patient_id, district_id, status, seq)
    select ${roomId('r')}, ${patientId('r')}, '${district.districtId}', 'ACTIVE', 1 from ${everyRoom(district)};
  insert into room_member (membership_id, room_id, patient_id, district_id, user_id, role, profession, is_steward, status, seq)
    select ${membershipId}, ${roomId('r')}, ${patientId('r')}, '${district.districtId}', ${userId(district)}, ${role}, ${profession}, m = 1, 'ACTIVE', 1 from ${everyMember(district)};
  insert into consent_state (patient_id, consent_id, district_id, status, decided_epoch, epoch, categories, family_categories)
    select ${patientId('r')}, ${id('44444444', 'r')}, '${district.districtId}', 'ACTIVE', 1, 1, '{DEMOGRAPHICS,DAILY_CONDITION}', '{DEMOGRAPHICS,DAILY_CONDITION}' from ${everyRoom(district)};
  insert into post (id, room_id, patient_id, district_id, seq, author_id, author_name, author_profession_label, author_facility_name, kind, audience, importance, body, observed_at, fingerprint)
    select ${id('22222222', `r * ${ownPosts} + p`)}, ${roomId('r')}, ${patientId('r')}, '${district.districtId}', ${district.postsBefore ?? 0} + p, ${id('00000002', 'r')}, '鈴木 明子', '看護師', 'わかば訪問看護ステーション',
           'NOTE', 'CARE_TEAM', 'NORMAL', '訪問しました。お変わりありません。', timestamptz '2026-11-01' + p * interval '3 hours', ''
      from ${everyRoom(district)}, lateral generate_series(1, case when r < ${district.ownRooms} then ${ownPosts - 1} else ${postsPerRoom} end) p;
  insert into stream_counter select 'room:' || ${roomId('r')}, ${(district.postsBefore ?? 0) + ownPosts} from ${everyRoom(district)};`;

const ofConsent = (district: District): string => `
  insert into patient_state (patient_id, district_id, registered_by)
    select ${patientId('r')}, '${district.districtId}', ${id('00000002', 'r')} from ${everyRoom(district)};
  insert into room_state (room_id, patient_id, district_id, status, seq)
    select ${roomId('r')}, ${patientId('r')}, '${district.districtId}', 'ACTIVE', 1 from ${everyRoom(district)};
  insert into room_member (membership_id, room_id, patient_id, user_id, role, profession, is_steward, status, seq)
    select ${membershipId}, ${roomId('r')}, ${patientId('r')}, ${userId(district)}, ${role}, ${profession}, m = 1, 'ACTIVE', 1 from ${everyMember(district)};
  insert into consent (id, patient_id, district_id, status, version, epoch, giver, giver_name, method, disaster_use, text_version, text_hash, explained_by, explained_by_name, explained_at,
      signed_at, submitted_by, body_hash, active_since, submitted_at)
    select ${id('44444444', 'r')}, ${patientId('r')}, '${district.districtId}', 'ACTIVE', 1, 1, 'PATIENT', '田中 ハル', 'SCREEN_SIGNATURE', false, '2026-11', '', ${id('00000002', 'r')}, '佐藤 健一',
           ${openedAt}, ${openedAt}, ${id('00000002', 'r')}, '', ${openedAt}, ${openedAt} from ${everyRoom(district)};
  insert into consent_category (consent_id, category, patient_id, granted, visible_to_family, visible_to_partners, changed_at)
    select ${id('44444444', 'r')}, c, ${patientId('r')}, true, true, false, ${openedAt} from ${everyRoom(district)}, unnest(array['DEMOGRAPHICS', 'DAILY_CONDITION']) c;`;

/** Each room was an application once; of a twentieth something waits. */
const ofIdentity = (district: District): string => `
  insert into review_task (id, district_id, kind, form, state, title, subject_type, subject_id, opened_at, due_on, closed_at, search_text, search_grams)
    select ${id('88888888', 'r')}, '${district.districtId}', 'ROOM_APPLICATION', 'FORM_4_1', case when waits then 'OPEN' else 'CLOSED' end, '部屋の作成 K41-20250101-' || r, 'RoomApplication',
           ${id('66666666', 'r')}, ${openedAt}, date '2026-11-01' + r % 90, case when waits then null else now() end, 'k41' || lpad(r::text, 6, '0'),
           array(select distinct substr('k41' || lpad(r::text, 6, '0'), place, size) from generate_series(1, 9) place, generate_series(1, 2) size)
      from ${everyRoom(district)}, lateral (select r < ${leastWaiting} or r % 20 = 0) w(waits);`;
