import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from './account.fixture.ts';
import { refreshWith, registerDevice, setForDistrict, SoftDevice } from './device.fixture.ts';
import { claimsOf, openWorld, testDistrict, type TestPerson, type Tokens, viewerOf, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const approve = 'mutation ($id: ID!) { deviceApprove(id: $id) { userErrors { code } } }';
const revoke = 'mutation ($id: ID!, $reason: String!) { deviceRevoke(id: $id, reason: $reason) { userErrors { code } } }';
const standing =
  '{ viewer { deviceStanding { requiredFrom isRequired isSatisfied device { id status } } sessions { isCurrent device { id lastSeenAt } } } }';

async function atWork() {
  const district = testDistrict();
  const { doctor, nurse, family, officer } = district.people;
  const colleague: TestPerson = { ...nurse, facilityId: doctor.facilityId ?? null };
  await world.load({ ...district.file, people: [doctor, colleague, family, officer] });
  const { tokens } = await signIn(world, colleague);
  const sid = claimsOf(tokens.access_token).sid as string;
  const as = (who: TestPerson, sessionId?: string) => viewerOf(district, who, sessionId);
  const { device } = await registerDevice(world, as(colleague));
  return { district, doctor, colleague, family, officer, tokens, sid, as, device };
}

const proofOf = (device: SoftDevice, tokens: Tokens, ahead = 0, deviceId?: string): string =>
  device.proof(tokens.refresh_token, { at: world.clock.now().getTime() + ahead, ...(deviceId && { deviceId }) });

const bind = (device: SoftDevice, tokens: Tokens): Promise<Tokens> => refreshWith(world, tokens.refresh_token, proofOf(device, tokens));

const endOf = async (sid: string) => (await world.bus.published('identity.sessionEnded', (payload) => payload.sessionId === sid)).payload;

describe('the key of a device at each refresh (R6)', () => {
  test('a browser that is not registered goes on as before; the first proof binds the sign-in to its device', async () => {
    const { colleague, tokens, sid, as, device } = await atWork();
    const before = await refreshWith(world, tokens.refresh_token);
    expect([before.status, claimsOf(before.access_token).device]).toEqual([200, undefined]);
    const bound = await bind(device, before);
    expect([bound.status, claimsOf(bound.access_token).device]).toEqual([200, `#${device.id}`]);
    const { viewer } = await world.client.get(as(colleague, sid), standing);
    expect(viewer.sessions).toEqual([{ isCurrent: true, device: { id: device.id, lastSeenAt: expect.any(String) } }]);
    expect(viewer.deviceStanding).toEqual({
      requiredFrom: null,
      isRequired: false,
      isSatisfied: true,
      device: { id: device.id, status: 'PENDING' },
    });
    expect((await bind(device, bound)).status).toBe(200);
  });

  test('what was copied without the key is refused, and its owner goes on; each wrong proof is written down (R32)', async () => {
    const { tokens, sid, device, as, doctor } = await atWork();
    const bound = await bind(device, tokens);
    const thief = new SoftDevice();
    await registerDevice(world, as(doctor), thief);
    const wrong = [
      undefined,
      'nonsense',
      proofOf(thief, bound),
      proofOf(thief, bound, 0, device.id),
      proofOf(device, bound, -61_000),
      proofOf(device, bound, 61_000),
      proofOf(device, tokens),
    ];
    for (const proof of wrong)
      expect([proof, await refreshWith(world, bound.refresh_token, proof)]).toMatchObject([
        proof,
        { status: 400, error: 'device_proof_required' },
      ]);
    expect((await bind(device, bound)).status).toBe(200);
    const lines = await world.sql<{ line: any }>(
      "select line from audit_entry where line ->> 'subjectId' = $1 and line ->> 'outcome' = 'DENIED_DEVICE'",
      [sid],
    );
    expect(lines).toHaveLength(wrong.length - 2);
  });

  test('a proof counts once: with the refresh token that it was made for, it ends the sign-in like any replay (V03)', async () => {
    const { tokens, sid, device } = await atWork();
    const proof = proofOf(device, tokens);
    const first = await refreshWith(world, tokens.refresh_token, proof);
    expect(first.status).toBe(200);
    expect((await refreshWith(world, tokens.refresh_token, proof)).status).toBe(400);
    expect(await endOf(sid)).toMatchObject({ reason: 'REVOKED' });
    expect((await bind(device, first)).status).toBe(400);
  });

  test('stopping the device ends what is signed in on it within a second, and nothing else', async () => {
    const { doctor, colleague, tokens, sid, as, device } = await atWork();
    const bound = await bind(device, tokens);
    const elsewhere = (await signIn(world, colleague)).tokens;
    await world.client.get(as(doctor), revoke, { id: device.id, reason: '紛失したため' });
    const answeredAt = performance.now();
    expect(await endOf(sid)).toEqual({ sessionId: sid, userId: colleague.id, reason: 'DEVICE_REVOKED' });
    expect((await bind(device, bound)).error).toBe('invalid_grant');
    expect(performance.now() - answeredAt).toBeLessThan(1000);
    expect((await refreshWith(world, elsewhere.refresh_token)).status).toBe(200);
    const again = (await signIn(world, colleague)).tokens;
    expect((await bind(device, again)).error).toBe('device_proof_required');
  });

  test('a facility’s device serves its staff; a person’s own serves that person', async () => {
    const { doctor, family, as, device } = await atWork();
    expect((await bind(device, (await signIn(world, doctor)).tokens)).status).toBe(200);
    expect((await bind(device, (await signIn(world, family)).tokens)).error).toBe('device_proof_required');
    const own = new SoftDevice();
    await registerDevice(world, as(family), own, { ownership: 'PATIENT_FAMILY' });
    expect((await bind(own, (await signIn(world, family)).tokens)).status).toBe(200);
    expect((await bind(own, (await signIn(world, doctor)).tokens)).error).toBe('device_proof_required');
    await world.sql(
      `update affiliation set until = '2020-01-01', since = '2019-01-01' where practitioner_id in (select id from practitioner where user_id = $1)`,
      [doctor.id],
    );
    expect((await bind(device, (await signIn(world, doctor)).tokens)).error).toBe('device_proof_required');
  });

  test('when a personal one’s time is up, the sign-in on it ends at the next refresh', async () => {
    const { district, colleague, officer, as } = await atWork();
    await setForDistrict(world, district.file.district.id, { personalDevicesAllowed: true });
    const allow = `mutation ($userId: ID!, $input: PersonalDeviceAllowInput!) { personalDeviceAllow(userId: $userId, input: $input) { userErrors { code } } }`;
    const give = (idempotencyKey: string, until: number) =>
      world.client.get(as(officer), allow, {
        userId: colleague.id,
        input: { idempotencyKey, until: new Date(until).toISOString(), reason: '貸与端末が届くまで' },
      });
    const now = world.clock.now().getTime();
    await give(new SoftDevice().id, now + 86_400_000);
    const { device } = await registerDevice(world, as(colleague), new SoftDevice(), { ownership: 'PERSONAL_EXCEPTION' });
    const { tokens } = await signIn(world, colleague);
    const bound = await bind(device, tokens);
    expect(bound.status).toBe(200);
    await give(new SoftDevice().id, now - 1000);
    expect((await bind(device, bound)).error).toBe('invalid_grant');
    expect(await endOf(claimsOf(tokens.access_token).sid as string)).toMatchObject({ reason: 'DEVICE_REVOKED' });
  });
});

describe('where the district asks for approved devices from a day on (R6)', () => {
  test('those who work get a token that opens no room until their device is approved; families do not need one', async () => {
    const { district, doctor, colleague, family, tokens, sid, as, device } = await atWork();
    await setForDistrict(world, district.file.district.id, { deviceRequiredFrom: '2999-01-01' });
    const early = await bind(device, tokens);
    expect(claimsOf(early.access_token).restricted).toBeUndefined();
    expect((await world.client.get(as(colleague, sid), standing)).viewer.deviceStanding).toMatchObject({
      requiredFrom: '2999-01-01',
      isRequired: false,
      isSatisfied: true,
    });
    await setForDistrict(world, district.file.district.id, { deviceRequiredFrom: '2026-01-01' });
    const waiting = await bind(device, early);
    expect(claimsOf(waiting.access_token).restricted).toBe('DEVICE');
    expect((await world.client.get(as(colleague, sid), standing)).viewer.deviceStanding).toMatchObject({
      isRequired: true,
      isSatisfied: false,
    });
    expect(claimsOf((await signIn(world, doctor)).tokens.access_token).restricted).toBe('DEVICE');
    expect(claimsOf((await signIn(world, family)).tokens.access_token).restricted).toBeUndefined();
    await world.client.get(as(doctor), approve, { id: device.id });
    const approved = await bind(device, waiting);
    expect(claimsOf(approved.access_token).restricted).toBeUndefined();
    expect((await world.client.get(as(colleague, sid), standing)).viewer.deviceStanding).toMatchObject({ isSatisfied: true });
  });
});
