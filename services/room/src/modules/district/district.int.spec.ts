/** What a district sets at identity is what its applications go by (R8, R12). */
import { inViewer, openOrm } from '@heya/service-common/orm';
import { dueOn } from '@heya/service-common/working-day';
import { queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ormConfig } from '../../orm.config.ts';
import { applicationInput, applyForRoom, consentedPatient, type RoomUnderTest, startRoom } from '../../testing/room.ts';
import { findDistrictSetting } from './district.repository.ts';

let room: RoomUnderTest;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.close());

const before = new Date(Date.now() - 1000).toISOString();
const later = new Date(Date.now() + 86_400_000).toISOString();

it('who may apply and when the center answers follow the newest change whose time has come, each district its own', async () => {
  const found = await consentedPatient(room);
  const { physician, districtId } = found.people;
  const set = (version: number, value: unknown, { key = 'applicantProfessions', validFrom = before, district = districtId } = {}) =>
    room.bus.publish('identity.districtSettingChanged', { districtId: district, key, value, version, validFrom });
  const apply = async () => (await room.get(physician, applyForRoom, { input: applicationInput(found) })).roomCreationApply;
  const codes = async (): Promise<string[]> => (await apply()).userErrors.map(({ code }: { code: string }) => code);

  await set(2, ['PHYSICIAN'], { validFrom: later });
  await set(1, ['CARE_MANAGER']);
  await set(9, ['PHYSICIAN'], { district: newId() });
  expect(await codes()).toEqual(['FORBIDDEN']);
  await set(3, ['NURSE', 'PHYSICIAN']);
  await set(3, ['NURSE', 'PHYSICIAN']);
  await set(1, 5, { key: 'applicationDueDays' });
  const { roomApplication, userErrors } = await apply();
  expect(userErrors).toEqual([]);
  const [row] = await queryAsAdmin<{ due: string; day: string }>(
    room.environment.database.adminUrl,
    `select expected_by::text as due, (submitted_at at time zone 'Asia/Tokyo')::date::text as day from room_application where id = $1`,
    [roomApplication.id],
  );
  expect(row?.due).toBe(dueOn(row?.day ?? '', 5));

  const orm = await openOrm(ormConfig(room.environment.database.url));
  await inViewer(orm.em, physician, async (tx) => {
    const asked = vi.spyOn(tx, 'execute');
    expect(await findDistrictSetting(tx, districtId)).toEqual({ applicantProfessions: ['NURSE', 'PHYSICIAN'], promiseDays: 5 });
    expect(asked).toHaveBeenCalledOnce();
  });
  await orm.close(true);
});
