import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from './account.fixture.ts';
import { claimsOf, openWorld, testDistrict, type TestPerson, viewerOf, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const suspend = `mutation ($id: ID!, $input: UserSuspendInput!) { userSuspend(id: $id, input: $input) { user { id deactivatedAt } userErrors { code field } } }`;
const reinstate = 'mutation ($id: ID!) { userReinstate(id: $id) { user { id deactivatedAt } userErrors { code } } }';
const input = { reason: '端末の盗難届が出たため' };

async function clinic() {
  const district = testDistrict();
  const { doctor, nurse, family, officer } = district.people;
  const colleague: TestPerson = { ...nurse, facilityId: doctor.facilityId ?? null };
  await world.load({ ...district.file, people: [doctor, colleague, family, officer] });
  return { district, doctor, colleague, family, officer, as: (who: TestPerson) => viewerOf(district, who) };
}

describe('stopping an ID (R2, R7)', () => {
  test('all of it ends within a second: refresh, cookie, sign-in; the others are told; it comes back as it was', async () => {
    const { doctor, colleague, as } = await clinic();
    const [one, two] = [await signIn(world, colleague), await signIn(world, colleague)];
    const { userSuspend } = await world.client.get(as(doctor), suspend, { id: colleague.id, input });
    const answeredAt = performance.now();
    expect(userSuspend).toEqual({ user: { id: colleague.id, deactivatedAt: expect.any(String) }, userErrors: [] });
    for (const { browser, tokens } of [one, two]) {
      const sid = claimsOf(tokens.access_token).sid as string;
      const told = await world.bus.published('identity.sessionEnded', (payload) => payload.sessionId === sid);
      expect(told.payload).toEqual({ sessionId: sid, userId: colleague.id, reason: 'ID_DEACTIVATED' });
      expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
      expect((await browser.open('/oidc/account/security')).status).toBe(401);
    }
    expect(performance.now() - answeredAt).toBeLessThan(1000);
    // Who comes back finds their rooms as they were: only leaving (R7) ends memberships.
    expect((await world.bus.all('identity.userDeactivated')).map(({ payload }) => payload.userId)).not.toContain(colleague.id);
    const browser = world.browser();
    expect((await browser.open(await browser.authorize(), { account: colleague.accountName, password: colleague.password })).status).toBe(
      422,
    );
    expect((await world.client.get(as(doctor), suspend, { id: colleague.id, input })).userSuspend.userErrors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
    expect((await world.client.get(as(doctor), reinstate, { id: colleague.id })).userReinstate).toEqual({
      user: { id: colleague.id, deactivatedAt: null },
      userErrors: [],
    });
    expect((await signIn(world, colleague)).tokens.status).toBe(200);
    expect((await world.client.get(as(doctor), reinstate, { id: colleague.id })).userReinstate.userErrors).toEqual([
      { code: 'INVALID_STATE' },
    ]);
  });

  test('by the center and by the administrator of the facility, nobody else; every try is written down (R32)', async () => {
    const home = await clinic();
    const away = await clinic();
    const { doctor, colleague, family, officer, as } = home;
    const ask = (by: TestPerson, id: string) => world.client.ask(as(by), suspend, { id, input });
    for (const [by, whom] of [
      [family, doctor],
      [doctor, doctor],
      [officer, officer],
    ] as const)
      expect((await ask(by, whom.id)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const hidden = [
      [colleague, doctor.id],
      [doctor, family.id],
      [doctor, officer.id],
      [officer, away.doctor.id],
      [officer, newId()],
      [officer, 'x'],
    ] as const;
    for (const [by, id] of hidden)
      expect((await ask(by, id)).data?.userSuspend).toEqual({ user: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
    expect((await ask(officer, family.id)).data?.userSuspend.userErrors).toEqual([]);
    expect((await world.client.ask(as(officer), suspend, { id: doctor.id, input: { reason: '' } })).data?.userSuspend.userErrors).toEqual([
      { code: 'BLANK', field: ['input', 'reason'] },
    ]);
    const lines = await world.sql<{ line: any }>(
      "select line from audit_entry where line ->> 'subjectType' = 'User' and line ->> 'districtId' = $1 order by seq",
      [home.district.file.district.id],
    );
    expect(lines.map(({ line }) => line.action)).toEqual([...Array.from({ length: 9 }, () => 'DENIED'), 'UPDATE']);
    expect(lines.at(-1)?.line).toMatchObject({ actorId: officer.id, subjectId: family.id, authority: 'CENTER' });
    expect(JSON.stringify(lines)).not.toContain(input.reason);
  });

  test('who has left for good is not let in again by this (R7)', async () => {
    const { doctor, colleague, as } = await clinic();
    await world.sql('update app_user set deactivated_at = now() where id = $1', [colleague.id]);
    expect((await world.client.get(as(doctor), reinstate, { id: colleague.id })).userReinstate.userErrors).toEqual([
      { code: 'INVALID_STATE' },
    ]);
  });

  test('a recovery under way is called off with it, and none comes back with the ID', async () => {
    const { doctor, colleague, as } = await clinic();
    const begin = 'mutation ($id: ID!, $input: RecoveryStartInput!) { recoveryStart(userId: $id, input: $input) { recovery { id } } }';
    const asked = { idempotencyKey: newId(), reason: '端末を紛失したため' };
    const { recoveryStart } = await world.client.get(as(doctor), begin, { id: colleague.id, input: asked });
    await world.client.get(as(doctor), suspend, { id: colleague.id, input });
    await world.client.get(as(doctor), reinstate, { id: colleague.id });
    const [row] = await world.sql('select cancelled_by from account_recovery where id = $1 and cancelled_at is not null', [
      recoveryStart.recovery.id,
    ]);
    expect(row).toEqual({ cancelled_by: doctor.id });
    const lines = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'subjectId' = $1 order by seq", [
      recoveryStart.recovery.id,
    ]);
    expect(lines.map(({ line }) => `${line.action} ${line.authority} ${line.actorId}`)).toEqual([
      `CREATE FACILITY_ADMIN ${doctor.id}`,
      `UPDATE FACILITY_ADMIN ${doctor.id}`,
    ]);
  });

  test('a sign-in that stood before its code when the ID was stopped gets nowhere', async () => {
    const { doctor, colleague, as } = await clinic();
    const browser = world.browser();
    const { location } = await browser.open(await browser.authorize(), { account: colleague.accountName, password: colleague.password });
    await world.client.get(as(doctor), suspend, { id: colleague.id, input });
    expect((await browser.open(location, { code: browser.code(colleague.totpSecret) })).status).toBe(422);
  });
});
