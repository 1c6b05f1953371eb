import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPasskey, send, signIn } from './account.fixture.ts';
import { claimsOf, openWorld, testDistrict, type TestPerson, viewerOf, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const day = 24 * 3_600_000;
const begin = `mutation ($userId: ID!, $input: RecoveryStartInput!) { recoveryStart(userId: $userId, input: $input) {
  code replayed recovery { id state reason effectiveAt expiresAt startedAt user { id } starter { id } } userErrors { code field } } }`;
const cancel = 'mutation ($id: ID!) { recoveryCancel(id: $id) { recovery { id state } userErrors { code } } }';
const notice = '{ viewer { recoveryUnderWay { id state reason starter { displayName } } } }';

/** A doctor who administers the clinic, a colleague there, and the rest of the district. */
async function clinic() {
  const district = testDistrict();
  const { doctor, nurse, family, officer } = district.people;
  const colleague: TestPerson = { ...nurse, facilityId: doctor.facilityId ?? null };
  await world.load({ ...district.file, people: [doctor, colleague, family, officer] });
  const as = (who: TestPerson) => viewerOf(district, who);
  return { district, doctor, colleague, family, officer, as };
}
type Clinic = Awaited<ReturnType<typeof clinic>>;

const start = async ({ as }: Clinic, by: TestPerson, whom: TestPerson, more: { idempotencyKey?: string; reason?: string } = {}) => {
  const input = { idempotencyKey: newId(), reason: '端末を紛失。顔写真付きの身分証で確認した', ...more };
  return (await world.client.ask(as(by), begin, { userId: whom.id, input })) as { data?: any; errors?: any };
};

/** The two pages. @returns the last answer */
async function recover(who: TestPerson, code: string, password = 'lantern orchard velvet') {
  const browser = world.browser();
  const opened = await browser.open('/oidc/recovery', { account: who.accountName, code });
  if (opened.status !== 200) return { opened, finished: opened, totpSecret: '' };
  const ticket = /name="ticket" value="([^"]+)"/.exec(opened.body)?.[1] ?? '';
  const totpSecret = (/class="secret">([A-Z2-7 ]+)</.exec(opened.body)?.[1] ?? '').replaceAll(' ', '');
  const fields = { ticket, password, again: password, code: browser.code(totpSecret) };
  return { opened, finished: await browser.open('/oidc/recovery/factors', fields), totpSecret, fields };
}

describe('who may begin one', () => {
  test('the administrator of the facility, and the center for who has none; not colleagues, family, oneself, other facilities, other districts', async () => {
    const home = await clinic();
    const away = await clinic();
    const { doctor, colleague, family, officer } = home;
    expect((await start(home, doctor, colleague)).data?.recoveryStart).toMatchObject({
      code: expect.stringMatching(/^([A-HJ-NP-Z2-9]{5}-){3}[A-HJ-NP-Z2-9]{5}$/),
      replayed: false,
      recovery: { state: 'WAITING', user: { id: colleague.id }, starter: { id: doctor.id } },
      userErrors: [],
    });
    expect((await start(home, officer, family)).data?.recoveryStart.userErrors).toEqual([]);
    for (const [by, whom] of [
      [doctor, doctor],
      [officer, officer],
      [family, doctor],
    ] as const)
      expect((await start(home, by, whom)).errors?.[0].extensions.code).toBe('FORBIDDEN');
    const refused = { code: null, replayed: false, recovery: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] };
    for (const [by, whom] of [
      [colleague, doctor],
      [doctor, family],
      [doctor, officer],
      [officer, colleague],
    ] as const)
      expect((await start(home, by, whom)).data?.recoveryStart).toEqual(refused);
    const mayStart = 'query ($id: ID!) { user(id: $id) { viewerCanAdminister viewerCanStartRecovery } }';
    const seen = async (by: TestPerson, whom: TestPerson) =>
      Object.values((await world.client.get(home.as(by), mayStart, { id: whom.id })).user);
    expect(await Promise.all([seen(officer, colleague), seen(officer, doctor), seen(doctor, colleague), seen(officer, family)])).toEqual([
      [true, false],
      [true, true],
      [true, true],
      [true, true],
    ]);
    expect((await start(home, officer, { ...away.colleague })).data?.recoveryStart).toEqual(refused);
    expect((await start(home, officer, { ...away.colleague, id: newId() })).data?.recoveryStart).toEqual(refused);
    expect((await start(home, officer, { ...away.colleague, id: 'x' })).data?.recoveryStart).toEqual(refused);
    const lines = await world.sql<{ line: any }>(
      "select line from audit_entry where line ->> 'subjectType' = 'Recovery' and line ->> 'districtId' = $1 order by seq",
      [home.district.file.district.id],
    );
    expect(lines.map(({ line }) => `${line.action} ${line.authority}`)).toEqual([
      'CREATE FACILITY_ADMIN',
      'CREATE CENTER',
      ...Array.from({ length: 10 }, () => 'DENIED NONE'),
    ]);
  });

  test('a reason is needed, without a My Number (R21); one at a time; the same request again gives no second code', async () => {
    const home = await clinic();
    const { doctor, colleague } = home;
    for (const [reason, code] of [
      [' ', 'BLANK'],
      ['あ'.repeat(301), 'TOO_LONG'],
      ['番号は1234-5678-9018', 'MY_NUMBER_NOT_ALLOWED'],
    ] as const)
      expect((await start(home, doctor, colleague, { reason })).data?.recoveryStart.userErrors).toEqual([
        { code, field: ['input', 'reason'] },
      ]);
    const idempotencyKey = newId();
    const first = (await start(home, doctor, colleague, { idempotencyKey })).data?.recoveryStart;
    const again = (await start(home, doctor, colleague, { idempotencyKey })).data?.recoveryStart;
    expect(again).toEqual({ ...first, code: null, replayed: true });
    expect((await start(home, doctor, colleague, { idempotencyKey, reason: '別の理由' })).data?.recoveryStart.userErrors).toMatchObject([
      { code: 'INVALID' },
    ]);
    expect((await start(home, doctor, colleague)).data?.recoveryStart.userErrors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const dump = JSON.stringify(await world.sql('select * from account_recovery'));
    expect(dump).not.toContain(first.code);
    expect(dump).not.toContain(first.code.replaceAll('-', ''));
  });
});

describe('notice', () => {
  test('the person sees it on every screen at once, and calls it off; nobody else sees it', async () => {
    const home = await clinic();
    const { doctor, colleague, family, as } = home;
    const { code, recovery } = (await start(home, doctor, colleague)).data.recoveryStart;
    const { viewer } = await world.client.get(as(colleague), notice);
    expect(viewer.recoveryUnderWay).toMatchObject({ id: recovery.id, state: 'WAITING', starter: { displayName: '佐藤 健一' } });
    expect((await world.client.get(as(family), notice)).viewer.recoveryUnderWay).toBeNull();
    expect(await world.client.entities(as(family), 'Recovery', '{ id }', [recovery.id, newId(), 'x'])).toEqual([null, null, null]);
    expect(await world.client.entities(as(colleague), 'Recovery', '{ id }', [recovery.id])).toEqual([{ id: recovery.id }]);
    const seen = 'query ($id: ID!) { user(id: $id) { viewerCanAdminister recoveryUnderWay { id } } }';
    expect(await world.client.get(as(doctor), seen, { id: colleague.id })).toEqual({
      user: { viewerCanAdminister: true, recoveryUnderWay: { id: recovery.id } },
    });
    expect(await world.client.get(as(family), seen, { id: colleague.id })).toEqual({
      user: { viewerCanAdminister: false, recoveryUnderWay: null },
    });
    expect((await world.client.ask(as(family), cancel, { id: recovery.id })).data?.recoveryCancel.userErrors).toEqual([
      { code: 'NOT_FOUND' },
    ]);
    expect((await world.client.get(as(colleague), cancel, { id: recovery.id })).recoveryCancel).toEqual({
      recovery: { id: recovery.id, state: 'CANCELLED' },
      userErrors: [],
    });
    expect((await world.client.get(as(doctor), cancel, { id: recovery.id })).recoveryCancel.userErrors).toEqual([
      { code: 'INVALID_STATE' },
    ]);
    world.clock.advance(day + 1000);
    expect((await recover(colleague, code)).opened.status).toBe(422);
  });

  test('it stands on the page of the own sign-in as well, with a button', async () => {
    const home = await clinic();
    const { browser } = await signIn(world, home.colleague);
    const { recovery } = (await start(home, home.doctor, home.colleague)).data.recoveryStart;
    expect((await browser.open('/oidc/account/security')).body).toContain('このIDの復旧が始められました');
    expect((await send(browser, `/recovery/${recovery.id}/cancel`)).location).toBe('/oidc/account/security?done=recoveryCancelled');
    expect((await browser.open('/oidc/account/security')).body).not.toContain('このIDの復旧が始められました');
  });
});

describe('the code', () => {
  test('counts after 24 hours, sets both factors, ends every sign-in and removes every passkey, once', async () => {
    const home = await clinic();
    const { doctor, colleague } = home;
    const { browser, tokens } = await signIn(world, colleague);
    await addPasskey(browser);
    const { code } = (await start(home, doctor, colleague)).data.recoveryStart;
    world.clock.advance(day - 60_000);
    expect((await recover(colleague, code)).opened.status).toBe(422);
    world.clock.advance(61_000);
    const { finished, totpSecret, fields } = await recover(colleague, code.toLowerCase().replaceAll('-', ' '));
    expect(finished.status).toBe(200);
    expect(finished.body).toContain('登録しました');
    const after = { ...colleague, password: 'lantern orchard velvet', totpSecret };
    expect((await signIn(world, after)).tokens.status).toBe(200);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
    expect(
      (await world.bus.all('identity.sessionEnded')).some(({ payload }) => payload.sessionId === claimsOf(tokens.access_token).sid),
    ).toBe(true);
    expect(await world.sql('select id from passkey where user_id = $1', [colleague.id])).toEqual([]);
    expect((await recover(colleague, code)).opened.status).toBe(422);
    expect((await world.browser().open('/oidc/recovery/factors', fields)).status).toBe(422);
    const lines = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'authority' = 'RECOVERY'");
    expect(lines.at(-1)?.line).toMatchObject({ subjectId: colleague.id, districtId: home.district.file.district.id, action: 'UPDATE' });
  });

  test('a weak password or a wrong code of the app changes nothing, and may be mended', async () => {
    const home = await clinic();
    const { code } = (await start(home, home.officer, home.family)).data.recoveryStart;
    world.clock.advance(day + 1000);
    const weak = await recover(home.family, code, 'heya2026');
    expect(weak.finished.status).toBe(422);
    expect(weak.finished.body).toContain('よく使われる');
    const browser = world.browser();
    const mended = {
      ...weak.fields,
      ticket: weak.fields?.ticket ?? '',
      password: 'lantern orchard velvet',
      again: 'lantern orchard velvet',
    };
    expect((await browser.open('/oidc/recovery/factors', { ...mended, code: '000000' })).status).toBe(422);
    expect((await browser.open('/oidc/recovery/factors', { ...mended, again: 'other' })).body).toContain('2回の入力が違います');
    expect((await browser.open('/oidc/recovery/factors', { ...mended, code: browser.code(weak.totpSecret) })).status).toBe(200);
  });

  test('is over after 14 days, not by guesses, which are throttled and written down (V07); unknown names get the same words, and are throttled alike', async () => {
    const home = await clinic();
    const { doctor, colleague, officer, family } = home;
    const late = (await start(home, doctor, colleague)).data.recoveryStart.code;
    const guessed = (await start(home, officer, family)).data.recoveryStart.code;
    world.clock.advance(2 * day);
    const wrong = 'AAAAA-AAAAA-AAAAA-AAAAA';
    const plain = ({ body }: { body: string }, name: string) => body.replaceAll(name, 'NAME');
    const answers = [await recover(family, wrong), await recover({ ...family, accountName: 'nobody-here' }, wrong)];
    expect(answers.map(({ opened }) => opened.status)).toEqual([422, 422]);
    expect(plain(answers[0]?.opened as never, family.accountName)).toBe(plain(answers[1]?.opened as never, 'nobody-here'));
    for (let guess = 2; guess <= 5; guess += 1) expect((await recover(family, wrong)).opened.status).toBe(422);
    expect((await recover(family, guessed)).opened.status).toBe(429);
    await world.sql('update sign_in_limit set expire = expire - 900001');
    for (let guess = 6; guess <= 10; guess += 1) await recover(family, wrong);
    await world.sql('update sign_in_limit set expire = expire - 900001');
    expect((await recover(family, guessed)).opened.status).toBe(200);
    const misses = await world.sql<{ line: any }>(
      "select line from audit_entry where line ->> 'subjectType' = 'Recovery' and line ->> 'districtId' = $1 and line ->> 'action' = 'DENIED'",
      [home.district.file.district.id],
    );
    expect(misses).toHaveLength(10);
    world.clock.advance(12 * day + 1000);
    expect((await recover(colleague, late)).opened.status).toBe(422);
  });
});
