import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optionsOf, prove, send, signIn } from './account.fixture.ts';
import { SoftAuthenticator } from './authenticator.fixture.ts';
import {
  atFactor,
  atPassword,
  codesIn,
  enrol,
  issue,
  openLetters,
  password,
  pledge,
  registerApp,
  sendStep,
  stepOf,
  titleOf,
} from './enrolment.fixture.ts';
import { claimsOf, openWorld, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('going on later', () => {
  test('a browser that was closed comes back with the code, and with the password once there is one', async () => {
    const issued = await issue(world);
    const { browser, code } = await atPassword(world, issued);
    const other = world.browser();
    await openLetters(other, issued, code);
    expect((await stepOf(browser)).location).toBe('/oidc/enrol?over=1');
    await sendStep(other, '/password', { password, again: password });
    const third = world.browser();
    const asked = await openLetters(third, issued, code);
    expect([titleOf(asked), asked.headers.get('set-cookie')]).toEqual(['続きから始める', null]);
    const ticket = /name="ticket" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
    expect((await third.open('/oidc/enrol/confirm', { ticket, password: 'wrong password' })).status).toBe(422);
    expect((await third.open('/oidc/enrol/confirm', { ticket: 'x', password })).location).toBe('/oidc/enrol?over=1');
    expect((await third.open('/oidc/enrol/confirm', { ticket, password })).location).toBe('/oidc/enrol/step');
    expect(titleOf(await stepOf(third))).toBe('二つ目の確認を登録する');
    expect((await stepOf(other)).location).toBe('/oidc/enrol?over=1');
  });

  test('the pages wait for half an hour', async () => {
    const { browser } = await atPassword(world, await issue(world));
    world.clock.advance(29 * 60_000);
    expect((await stepOf(browser)).status).toBe(200);
    world.clock.advance(29 * 60_000);
    expect((await stepOf(browser)).status).toBe(200);
    world.clock.advance(31 * 60_000);
    expect((await stepOf(browser)).location).toBe('/oidc/enrol?over=1');
    expect((await browser.open('/oidc/enrol?over=1')).body).toContain('続きから始められます');
  });

  test('signing in leads back to the open step and begins no session (R1)', async () => {
    const issued = await issue(world);
    const { browser, code } = await atFactor(world, issued);
    const half = world.browser();
    const signInPage = await half.authorize();
    expect((await half.open(signInPage, { account: issued.who.accountName, password })).location).toBe('/oidc/enrol?continued=1');
    expect((await half.open('/oidc/enrol?continued=1')).body).toContain('登録がまだ終わっていません');
    const { totpSecret } = await registerApp(browser);
    world.clock.advance(60_000);
    const person = { ...issued.doctor, ...issued.who, password, totpSecret };
    const later = world.browser();
    const { location } = await later.open(await later.authorize(), { account: person.accountName, password });
    expect((await later.open(location, { code: later.code(totpSecret) })).location).toBe('/oidc/enrol/step');
    expect(titleOf(await stepOf(later))).toBe('予備コードは控えましたか');
    expect(await world.sql('select 1 from sign_in_session where user_id = $1', [issued.who.id])).toEqual([]);
    expect((await openLetters(world.browser(), issued, code)).status).toBe(422);
    await sendStep(later, '/codes', { kept: 'yes' });
    await pledge(later);
    expect((await signIn(world, person)).tokens.status).toBe(200);
  });

  test('with a passkey as well', async () => {
    const issued = await issue(world);
    const { browser } = await atFactor(world, issued);
    const key = new SoftAuthenticator();
    await sendStep(browser, '/passkey', { response: key.create(optionsOf(await sendStep(browser, '/passkey/options'))) });
    const later = world.browser();
    const page = await later.authorize();
    const response = key.get(optionsOf(await later.open(`${page}/passkey/options`, {})));
    expect((await later.open(`${page}/passkey`, { response })).location).toBe('/oidc/enrol/step');
    expect(titleOf(await stepOf(later))).toBe('個人情報の管理に関する誓約');
  });

  test('an ID that is stopped goes no step further, and goes on when it is let in again', async () => {
    const issued = await issue(world);
    const { browser } = await atFactor(world, issued);
    await world.sql('update app_user set deactivated_at = now() where id = $1', [issued.who.id]);
    expect((await stepOf(browser)).location).toBe('/oidc/enrol?over=1');
    await world.sql('update app_user set deactivated_at = null where id = $1', [issued.who.id]);
    expect(titleOf(await stepOf(browser))).toBe('二つ目の確認を登録する');
  });
});

describe('backup codes', () => {
  test('sign in once each in place of the app, typed as people type; and prove who one is', async () => {
    const { person, codes } = await enrol(world, await issue(world));
    const [first = '', second = ''] = codes;
    const enter = async (code: string) => {
      const browser = world.browser();
      const { location } = await browser.open(await browser.authorize(), { account: person.accountName, password });
      expect((await browser.open(`${location}?backup=1`)).body).toContain('予備コード');
      return { browser, answer: await browser.open(location, { backup: '1', code }) };
    };
    const { browser, answer } = await enter(first.toLowerCase().replace('-', ' '));
    expect(answer.status).toBe(303);
    const { sid } = claimsOf((await browser.exchange((await browser.open(answer.location)).location)).access_token);
    expect(await world.sql('select methods from sign_in_session where id = $1', [sid])).toEqual([{ methods: ['PASSWORD', 'BACKUP_CODE'] }]);
    const used = (await enter(first)).answer;
    expect([used.status, used.body.includes('予備コードが違うか、もう使われています')]).toEqual([422, true]);
    expect((await browser.open('/oidc/account/security')).body).toContain('残り7個です');
    world.clock.advance(6 * 60_000);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec((await browser.open('/oidc/account/proof')).body)?.[1] ?? '';
    expect((await browser.open('/oidc/account/proof', { xsrf, password, code: second })).location).toBe('/oidc/account/security');
    expect((await browser.open('/oidc/account/security')).body).toContain('残り6個です');
  });

  test('somebody else’s do not count; two at the same moment cannot both win', async () => {
    const [one, other] = [await enrol(world, await issue(world)), await enrol(world, await issue(world))];
    const enter = async (code: string) => {
      const browser = world.browser();
      const { location } = await browser.open(await browser.authorize(), { account: one.person.accountName, password });
      return (await browser.open(location, { backup: '1', code })).status;
    };
    expect(await enter(other.codes[0] ?? '')).toBe(422);
    const both = await Promise.all([enter(one.codes[0] ?? ''), enter(one.codes[0] ?? '')]);
    expect(both.toSorted()).toEqual([303, 422]);
  });

  test('new ones are made out at the own page, with a fresh proof, and end those before', async () => {
    const { person, codes } = await enrol(world, await issue(world));
    const { browser } = await signIn(world, person);
    world.clock.advance(6 * 60_000);
    expect((await browser.open('/oidc/account/backup-codes', { xsrf: 'x' })).status).toBe(403);
    expect((await prove(browser, person)).location).toBe('/oidc/account/security');
    const fresh = codesIn(await send(browser, '/backup-codes'));
    expect(fresh).toHaveLength(8);
    const again = world.browser();
    const { location } = await again.open(await again.authorize(), { account: person.accountName, password });
    expect((await again.open(location, { backup: '1', code: codes[0] ?? '' })).status).toBe(422);
    expect((await again.open(location, { backup: '1', code: fresh[0] ?? '' })).status).toBe(303);
  });
});
