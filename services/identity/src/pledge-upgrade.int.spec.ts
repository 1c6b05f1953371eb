/** IDs that were in use before there were pledges go on; what is still to be enrolled signs first (R1). */
import { inViewer, migrate, openOrm } from '@heya/service-common/orm';
import { createDatabase, queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { facilityOwesPledge, owesPledge } from './modules/pledge/index.ts';
import { options } from './orm.config.ts';

const before = 'Migration20261122193000_id_application';

async function migrateUntil(ownerUrl: string): Promise<void> {
  const orm = await openOrm(options(ownerUrl));
  await orm.migrator.up({ to: before });
  await orm.close(true);
}

test('whoever worked with an ID is vouched for, with their facility; families and new IDs are not', async () => {
  const { url, ownerUrl, adminUrl } = await createDatabase('identity', migrateUntil, 'template_identity_before_pledges');
  const [districtId, facilityId] = [newId(), newId()];
  const people = { nurse: newId(), fresh: newId(), family: newId() };
  await queryAsAdmin(
    adminUrl,
    `insert into district (id, name) values ('${districtId}', '若葉');
     insert into facility (id, district_id, institution_code, kind, name, sort_name, municipality)
       values ('${facilityId}', '${districtId}', '4110000001', 'CLINIC', '診療所', '診療所', '若葉市');
     insert into app_user (id, district_id, kind, account_name, display_name, sort_name) values
       ('${people.nurse}', '${districtId}', 'PROFESSIONAL', 'a', '鈴木 花子', 'a'),
       ('${people.fresh}', '${districtId}', 'PROFESSIONAL', 'b', '新 人', 'b'),
       ('${people.family}', '${districtId}', 'FAMILY', 'c', '家 族', 'c');
     insert into enrolment (id, user_id, district_id, created_at, expires_at, step)
       values ('${newId()}', '${people.fresh}', '${districtId}', now(), now(), 'PASSWORD')`,
  );
  await migrate(options(ownerUrl));
  const orm = await openOrm(options(url));
  try {
    const owed = await inViewer(orm.em, { type: 'service', name: 'identity' }, async (tx) => ({
      nurse: await owesPledge(tx, people.nurse),
      fresh: (await owesPledge(tx, people.fresh))?.isBlocking,
      facility: await facilityOwesPledge(tx, { id: facilityId, districtId }),
    }));
    expect(owed).toEqual({ nurse: null, fresh: true, facility: null });
    const kept = await queryAsAdmin(adminUrl, 'select form, channel, cardinality(accepted_clauses) > 5 as whole from pledge order by form');
    expect(kept).toEqual([
      { form: 'FORM_1_1', channel: 'PAPER', whole: true },
      { form: 'FORM_1_2', channel: 'PAPER', whole: true },
    ]);
  } finally {
    await orm.close(true);
  }
});
