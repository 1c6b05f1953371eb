import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inputOf, registerDevice, registerDocument, setForDistrict, SoftDevice } from './device.fixture.ts';
import { openWorld, testDistrict, type TestPerson, viewerOf, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const approve = 'mutation ($id: ID!) { deviceApprove(id: $id) { device { id status approvedAt } userErrors { code field } } }';
const revoke =
  'mutation ($id: ID!, $reason: String!) { deviceRevoke(id: $id, reason: $reason) { device { id status revokeReason } userErrors { code field } } }';
const allow =
  'mutation ($userId: ID!, $input: PersonalDeviceAllowInput!) { personalDeviceAllow(userId: $userId, input: $input) { allowance { until } replayed userErrors { code field } } }';
const listed = 'query ($id: ID!, $status: DeviceStatus) { facility(id: $id) { devices(status: $status) { id status } } }';
const reason = '置き忘れて見つからないため';

async function clinic() {
  const district = testDistrict();
  const { doctor, nurse, family, officer, otherOfficer } = district.people;
  const colleague: TestPerson = { ...nurse, facilityId: doctor.facilityId ?? null };
  const elsewhere: TestPerson = { ...nurse, id: newId(), accountName: `id-${newId()}` };
  await world.load({ ...district.file, people: [doctor, colleague, elsewhere, family, officer, otherOfficer] });
  return { district, doctor, colleague, elsewhere, family, officer, otherOfficer, as: (who: TestPerson) => viewerOf(district, who) };
}

describe('registering a device (R6)', () => {
  test('a work device waits for approval by another person, and is seen by those it concerns', async () => {
    const { doctor, colleague, elsewhere, officer, as } = await clinic();
    const { device, answer } = await registerDevice(world, as(colleague));
    expect(answer).toMatchObject({
      device: { id: device.id, status: 'PENDING', ownership: 'FACILITY', facility: { id: doctor.facilityId }, viewerCanApprove: false },
      replayed: false,
      userErrors: [],
    });
    expect((await registerDevice(world, as(colleague), device)).answer).toMatchObject({ replayed: true, userErrors: [] });
    const noticed = (await world.bus.all('identity.securityNoticed')).filter(({ payload }) => payload.userId === colleague.id);
    expect(noticed.map(({ payload }) => payload.what)).toEqual(['NEW_DEVICE']);
    const changed = await registerDevice(world, as(colleague), device, { label: '別の名前' });
    expect(changed.answer).toMatchObject({ device: null, userErrors: [{ code: 'INVALID', field: ['input', 'idempotencyKey'] }] });
    const sameKey = { ...inputOf(device), idempotencyKey: newId() };
    const { deviceRegister } = await world.client.get(as(doctor), registerDocument, { input: sameKey });
    expect(deviceRegister.userErrors).toEqual([{ code: 'ALREADY_EXISTS', field: ['input', 'publicKey'] }]);

    const ask = async (by: TestPerson) => (await world.client.get(as(by), listed, { id: doctor.facilityId })).facility.devices;
    for (const by of [doctor, officer]) expect(await ask(by)).toEqual([{ id: device.id, status: 'PENDING' }]);
    for (const by of [colleague, elsewhere]) expect(await ask(by)).toBeNull();
    expect((await world.client.get(as(colleague), '{ viewer { devices { id viewerCanRevoke } } }')).viewer.devices).toEqual([
      { id: device.id, viewerCanRevoke: true },
    ]);
    expect((await world.client.get(as(doctor), '{ viewer { devices { id } } }')).viewer.devices).toEqual([]);
    const byId = async (by: TestPerson) =>
      (
        await world.client.get(as(by), 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Device { id } } }', {
          r: [{ __typename: 'Device', id: device.id }],
        })
      )._entities[0];
    for (const by of [colleague, doctor, officer]) expect(await byId(by)).toEqual({ id: device.id });
    expect(await byId(elsewhere)).toBeNull();
  });

  test('personal ones are refused unless the center allowed one until a date', async () => {
    const { district, colleague, officer, doctor, family, as } = await clinic();
    const districtId = district.file.district.id;
    const own = { ownership: 'PERSONAL_EXCEPTION', platform: 'IOS' };
    for (const ownership of ['PERSONAL_EXCEPTION', 'PATIENT_FAMILY'])
      expect((await registerDevice(world, as(colleague), new SoftDevice(), { ownership })).answer.userErrors).toEqual([
        { code: 'PERSONAL_DEVICE_NOT_ALLOWED', field: ['input', 'ownership'] },
      ]);
    const until = new Date(world.clock.now().getTime() + 7 * 86_400_000).toISOString();
    const input = { idempotencyKey: newId(), until, reason: '貸与端末が届くまで' };
    const give = (by: TestPerson, userId: string, more = {}) => world.client.ask(as(by), allow, { userId, input: { ...input, ...more } });
    expect((await give(doctor, colleague.id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await give(officer, officer.id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await give(officer, family.id)).data?.personalDeviceAllow.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['userId'] }]);
    expect((await give(officer, colleague.id)).data?.personalDeviceAllow.userErrors).toEqual([
      { code: 'PERSONAL_DEVICE_NOT_ALLOWED', field: ['input'] },
    ]);
    await setForDistrict(world, districtId, { personalDevicesAllowed: true, personalDeviceDays: 30 });
    const tooLong = new Date(world.clock.now().getTime() + 31 * 86_400_000).toISOString();
    expect((await give(officer, colleague.id, { until: tooLong })).data?.personalDeviceAllow.userErrors).toEqual([
      { code: 'INVALID', field: ['input', 'until'] },
    ]);
    expect((await give(officer, colleague.id)).data?.personalDeviceAllow).toMatchObject({ replayed: false, userErrors: [] });
    expect((await give(officer, colleague.id)).data?.personalDeviceAllow).toMatchObject({ replayed: true, userErrors: [] });
    const { device, answer } = await registerDevice(world, as(colleague), new SoftDevice(), own);
    expect(answer.device).toMatchObject({ status: 'PENDING', ownership: 'PERSONAL_EXCEPTION' });
    expect(new Date(answer.device.personalUntil).toISOString()).toBe(until);
    const back = new Date(world.clock.now().getTime() - 1000).toISOString();
    await give(officer, colleague.id, { idempotencyKey: newId(), until: back });
    const { viewer } = await world.client.get(as(colleague), '{ viewer { devices { id personalUntil } } }');
    expect(new Date(viewer.devices.find(({ id }: { id: string }) => id === device.id).personalUntil).toISOString()).toBe(back);
    expect((await registerDevice(world, as(colleague), new SoftDevice(), own)).answer.userErrors).toMatchObject([
      { code: 'PERSONAL_DEVICE_NOT_ALLOWED' },
    ]);
  });

  test('patients and families use their own, without asking anybody', async () => {
    const { family, as } = await clinic();
    const { answer } = await registerDevice(world, as(family), new SoftDevice(), { ownership: 'PATIENT_FAMILY' });
    expect(answer.device).toMatchObject({ status: 'APPROVED', facility: null });
    expect((await registerDevice(world, as(family))).answer.userErrors).toEqual([{ code: 'INVALID', field: ['input', 'ownership'] }]);
  });

  test('what cannot be a device is told at its place: key, name, My Number, a facility of others', async () => {
    const { colleague, elsewhere, as } = await clinic();
    for (const [more, code, field] of [
      [{ publicKey: { x: 'A'.repeat(43), y: 'B'.repeat(43) } }, 'INVALID', 'publicKey'],
      [{ publicKey: { x: '', y: '' } }, 'INVALID', 'publicKey'],
      [{ label: '　' }, 'BLANK', 'label'],
      [{ label: 'あ'.repeat(81) }, 'TOO_LONG', 'label'],
      [{ label: '1234-5678-9018' }, 'MY_NUMBER_NOT_ALLOWED', 'label'],
      [{ label: '受付\n二台目' }, 'INVALID', 'label'],
      [{ facilityId: elsewhere.facilityId }, 'NOT_FOUND', 'facilityId'],
      [{ idempotencyKey: 'x' }, 'INVALID', 'idempotencyKey'],
    ] as const) {
      const { answer } = await registerDevice(world, as(colleague), new SoftDevice(), more);
      expect([more, answer]).toMatchObject([more, { device: null, userErrors: [{ code, field: ['input', field] }] }]);
    }
  });
});

describe('approving and stopping (R6)', () => {
  test('an administrator or the center approves, never who registered it; of two who decide at once one does', async () => {
    const { doctor, colleague, elsewhere, officer, otherOfficer, as } = await clinic();
    const { device } = await registerDevice(world, as(colleague));
    const ask = (by: TestPerson, id: string) => world.client.ask(as(by), approve, { id });
    expect((await ask(colleague, device.id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    for (const id of [device.id, newId(), 'x'])
      expect((await ask(elsewhere, id)).data?.deviceApprove).toEqual({ device: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
    const both = await Promise.all([ask(doctor, device.id), ask(officer, device.id)]);
    expect(both.map(({ data }) => data?.deviceApprove.userErrors.length).toSorted()).toEqual([0, 1]);
    expect(both.map(({ data }) => data?.deviceApprove.device.status)).toEqual(['APPROVED', 'APPROVED']);
    const centers = await registerDevice(world, as(officer));
    expect(centers.answer.device).toMatchObject({ status: 'PENDING', facility: null });
    expect((await ask(officer, centers.device.id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await ask(otherOfficer, centers.device.id)).data?.deviceApprove.userErrors).toEqual([]);
  });

  test('it is stopped with a reason by its owner, the administrator or the center; each try is written down (R32)', async () => {
    const { district, doctor, colleague, elsewhere, officer, as } = await clinic();
    const other = await clinic();
    const ask = (by: TestPerson, id: string, why = reason) => world.client.ask(as(by), revoke, { id, reason: why });
    for (const by of [colleague, doctor, officer]) {
      const { device } = await registerDevice(world, as(colleague));
      expect((await ask(by, device.id, ' ')).data?.deviceRevoke.userErrors).toEqual([{ code: 'BLANK', field: ['reason'] }]);
      for (const stranger of [elsewhere, other.officer, other.doctor])
        expect(
          (await world.client.ask(stranger === elsewhere ? as(stranger) : other.as(stranger), revoke, { id: device.id, reason })).data,
        ).toEqual({
          deviceRevoke: { device: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] },
        });
      expect((await ask(by, device.id)).data?.deviceRevoke).toEqual({
        device: { id: device.id, status: 'REVOKED', revokeReason: reason },
        userErrors: [],
      });
      expect((await ask(by, device.id)).data?.deviceRevoke.userErrors).toEqual([{ code: 'INVALID_STATE', field: ['id'] }]);
      expect((await world.client.ask(as(officer), approve, { id: device.id })).data?.deviceApprove.userErrors).toMatchObject([
        { code: 'INVALID_STATE' },
      ]);
      const lines = await world.sql<{ line: any }>(
        "select line from audit_entry where line ->> 'subjectType' = 'Device' and line ->> 'subjectId' = $1 order by seq",
        [device.id],
      );
      const authority = { [colleague.id]: 'SELF', [doctor.id]: 'FACILITY_ADMIN', [officer.id]: 'CENTER' }[by.id];
      expect(lines.map(({ line }) => `${line.action} ${line.authority}`)).toEqual(['CREATE SELF', `UPDATE ${authority}`]);
      expect(JSON.stringify(lines)).not.toContain(reason);
    }
    const denied = await world.sql<{ n: number }>(
      "select count(*)::int as n from audit_entry where line ->> 'subjectType' = 'Device' and line ->> 'action' = 'DENIED' and line ->> 'districtId' = any($1)",
      [[district.file.district.id, other.district.file.district.id]],
    );
    expect(denied[0]?.n).toBe(9);
  });

  test('a colleague may use it, not stop it', async () => {
    const { doctor, colleague, as } = await clinic();
    const { device } = await registerDevice(world, as(doctor));
    expect((await world.client.ask(as(colleague), revoke, { id: device.id, reason })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
