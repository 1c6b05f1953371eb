/** Rooms of a district that a safety check asks for, beside the one that was opened by hand (R31). */
import pg from 'pg';
import { databaseUrl } from '../../postgres/provision.mjs';

interface Many {
  count: number;
  /** In whose district. */
  roomId: string;
  /** Takes part in the first three. */
  nurseId: string;
}

const id = (prefix: string): string => `('${prefix}-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid`;

/** As the service would have written them: every fifth is ticked for the municipality, the first three have the nurse in them. */
export async function addRooms(adminUrl: string, { count, roomId: besideId, nurseId }: Many): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(adminUrl, 'heya_timeline') });
  await client.connect();
  const [roomId, patientId, consentId, memberId] = ['5afe0000', '5afe0001', '5afe0002', '5afe0003'].map(id);
  const all = `generate_series(1, ${count}) g`;
  const district = `(select district_id from room_state where room_id = '${besideId}')`;
  const classes = '{DAILY_CONDITION,DISASTER_SAFETY}';
  await client.query(`
    insert into room_state (room_id, patient_id, district_id, status, seq) select ${roomId}, ${patientId}, ${district}, 'ACTIVE', 1 from ${all};
    insert into consent_state (patient_id, consent_id, district_id, status, decided_epoch, epoch, categories, family_categories, disaster_use)
      select ${patientId}, ${consentId}, ${district}, 'ACTIVE', 1, 1, '${classes}', '${classes}', g % 5 = 0 from ${all};
    insert into room_member (membership_id, room_id, patient_id, district_id, user_id, role, profession, is_steward, status, seq)
      select ${memberId}, ${roomId}, ${patientId}, ${district}, '${nurseId}', 'CARE_TEAM', 'NURSE', false, 'ACTIVE', 1 from ${all} where g <= 3;
    insert into safety_card (patient_id, room_id, district_id, name, locality, room_number, asked_at)
      select ${patientId}, ${roomId}, ${district}, '試験' || g || '番', '神埼市神埼町', 'T-' || lpad(g::text, 4, '0'), now() from ${all};
    insert into safety_card (patient_id, room_id, district_id, name, locality, room_number, asked_at)
      select patient_id, room_id, district_id, '森野 栄一', '神埼市神埼町', 'K-0001', now() from room_state where room_id = '${besideId}'
      on conflict (patient_id) do update set name = excluded.name, room_number = excluded.room_number`);
  await client.end();
}
