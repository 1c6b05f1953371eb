/** What an installation held before a consent could be amended is there afterwards, and counts as it did. */
import { migrate, openOrm } from '@heya/service-common/orm';
import { createDatabase, queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { expect, it } from 'vitest';
import { migrateDatabase } from './app.ts';
import { ormConfig } from './orm.config.ts';

const before = 'Migration20261122133000_names_on_reading';

async function migrateUntil(ownerUrl: string): Promise<void> {
  const orm = await openOrm(ormConfig(ownerUrl));
  await orm.migrator.up({ to: before });
  await orm.close(true);
}

it('keeps consents, answers, signatures, members and the record', async () => {
  const { ownerUrl, adminUrl } = await createDatabase('consent', migrateUntil, 'template_consent_before');
  const [consentId, patientId, districtId, membershipId] = [newId(), newId(), newId(), newId()];
  await queryAsAdmin(
    adminUrl,
    `insert into consent (id, patient_id, district_id, status, version, epoch, giver, giver_name, method, disaster_use, text_version, text_hash,
       explained_by, explained_by_name, explained_at, signed_at, submitted_by, body_hash, active_since)
     values ('${consentId}', '${patientId}', '${districtId}', 'ACTIVE', 1, 1, 'PATIENT', '田中 ハル', 'ON_DEVICE_SIGNATURE', false, '2026-11', 'h',
       '${newId()}', '佐藤 健一', now(), now(), '${newId()}', 'b', now());
     insert into consent_category values ('${consentId}', 'DEMOGRAPHICS', '${patientId}', true, true, false, now());
     insert into consent_signature values ('${consentId}', '${patientId}', 'image/png', 's', '\\x01');
     insert into room_member values ('${membershipId}', '${newId()}', '${patientId}', '${newId()}', 'CARE_TEAM', 'NURSE', false, 'ACTIVE', 1);
     insert into access_log_entry values ('${newId()}', '${districtId}', 1, now(), '${patientId}', null, 'VIEW', '{}', 'e')`,
  );
  await migrateDatabase(ownerUrl);
  const [row] = await queryAsAdmin(
    adminUrl,
    `select c.answers_version, k.category, s.sealing, holds_now(m.status, m.valid_from, m.valid_until) as holds, e.facility_id
       from consent c join consent_category k on k.consent_id = c.id and k.consent_version = c.answers_version
       join consent_signature s on s.consent_id = c.id and s.consent_version = 1 join room_member m on m.patient_id = c.patient_id
       join access_log_entry e on e.patient_id = c.patient_id`,
  );
  expect(row).toEqual({ answers_version: 1, category: 'DEMOGRAPHICS', sealing: 'SERVICE_KEY', holds: true, facility_id: null });
  await migrate(ormConfig(ownerUrl));
});
