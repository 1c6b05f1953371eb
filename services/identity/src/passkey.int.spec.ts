import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPasskey, newcomer, optionsOf, prove, send, signIn, signInByPasskey, xsrfOf } from './account.fixture.ts';
import { type Lies, SoftAuthenticator } from './authenticator.fixture.ts';
import { claimsOf, openWorld, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A person with one passkey, and the browser it was added in. */
async function owner() {
  const { who, district, nurse } = await newcomer(world);
  const { browser, tokens } = await signIn(world, who);
  return { who, district, nurse, browser, tokens, key: await addPasskey(browser) };
}

describe('signing in', () => {
  test('a passkey signs in by itself, with a session and claims of its own', async () => {
    const { who, key } = await owner();
    const { access_token } = await signInByPasskey(world.browser(), key);
    expect(claimsOf(access_token)).toMatchObject({ sub: who.id, kind: 'PROFESSIONAL' });
    const [session] = await world.sql('select methods, proved_passkey_id from sign_in_session where id = $1', [claimsOf(access_token).sid]);
    expect(session).toMatchObject({ methods: ['PASSKEY'], proved_passkey_id: expect.any(String) });
  });

  test('once there is one, password and code are refused; the next step is shown to who knows the password only (threat 20)', async () => {
    const { who } = await owner();
    const browser = world.browser();
    const page = await browser.authorize();
    const wrong = await browser.open(page, { account: who.accountName, password: 'not the password' });
    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.body).not.toContain('設定されています');
    const { status, location } = await browser.open(page, { account: who.accountName, password: who.password });
    expect(status).toBe(303);
    expect((await browser.open(location)).body).toContain('パスキーを使うように設定されています');
    world.clock.advance(60_000);
    expect(await browser.open(location, { code: browser.code(who.totpSecret) })).toMatchObject({
      status: 303,
      location: new URL(location, page).pathname,
    });
    expect(await world.sql('select id from sign_in_session where user_id = $1 and ended_at is null', [who.id])).toHaveLength(1);
  });

  test("after a right password only that person's key answers", async () => {
    const [first, second] = [await owner(), await owner()];
    const browser = world.browser();
    const page = await browser.authorize();
    await browser.open(page, { account: first.who.accountName, password: first.who.password });
    const ask = async () => optionsOf(await browser.open(`${page}/passkey/options`, { second: 'yes' }));
    expect((await browser.open(`${page}/passkey`, { second: 'yes', response: second.key.get(await ask()) })).status).toBe(422);
    expect((await browser.open(`${page}/passkey`, { second: 'yes', response: first.key.get(await ask()) })).status).toBe(303);
  });

  test('a stopped ID does not get in by passkey (R7)', async () => {
    const { who, key } = await owner();
    await world.sql('update app_user set deactivated_at = now() where id = $1', [who.id]);
    const browser = world.browser();
    const page = await browser.authorize();
    const options = optionsOf(await browser.open(`${page}/passkey/options`, {}));
    expect((await browser.open(`${page}/passkey`, { response: key.get(options) })).status).toBe(422);
  });

  test('failed passwords, however many, do not close the door to a passkey', async () => {
    const { who, key } = await owner();
    const browser = world.browser();
    const page = await browser.authorize();
    for (let guess = 0; guess < 6; guess += 1) await browser.open(page, { account: who.accountName, password: `guess ${guess}` });
    expect((await browser.open(page, { account: who.accountName, password: who.password })).status).toBe(429);
    expect((await signInByPasskey(world.browser(), key)).status).toBe(200);
  });
});

describe('answers that do not count (V12)', () => {
  test('wrong origin, wrong relying party, nobody verified, a counter that stands still, another name for the person', async () => {
    const { key, nurse } = await owner();
    expect((await signInByPasskey(world.browser(), key)).status).toBe(200);
    const browser = world.browser();
    const page = await browser.authorize();
    const lies: Lies[] = [
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { userVerified: false },
      { counter: 1 },
      { challenge: 'aW52ZW50ZWQ' },
      { userHandle: Buffer.from(nurse.id.replaceAll('-', ''), 'hex').toString('base64url') },
    ];
    for (const lie of lies) {
      const options = optionsOf(await browser.open(`${page}/passkey/options`, {}));
      expect([lie, (await browser.open(`${page}/passkey`, { response: key.get(options, lie) })).status]).toEqual([lie, 422]);
    }
    const options = optionsOf(await browser.open(`${page}/passkey/options`, {}));
    expect((await browser.open(`${page}/passkey`, { response: key.get(options) })).status).toBe(303);
  });

  test('a challenge is for one answer, right or wrong, for one visit and for five minutes', async () => {
    const { key } = await owner();
    const browser = world.browser();
    const page = await browser.authorize();
    const ask = async () => optionsOf(await browser.open(`${page}/passkey/options`, {}));
    const answer = async (response: string) => (await browser.open(`${page}/passkey`, { response })).status;
    const spoiled = await ask();
    expect(await answer(key.get(spoiled, { userVerified: false }))).toBe(422);
    expect(await answer(key.get(spoiled))).toBe(422);
    const late = await ask();
    world.clock.advance(5 * 60_000 + 1000);
    expect(await answer(key.get(late))).toBe(422);
    const elsewhere = world.browser();
    const otherPage = await elsewhere.authorize();
    const taken = await ask();
    expect((await elsewhere.open(`${otherPage}/passkey`, { response: key.get(taken) })).status).toBe(422);
    const [former, latest] = [await ask(), await ask()];
    expect(await answer(key.get(former))).toBe(422);
    const uid = page.split('/').at(-1);
    expect(await world.sql('select 1 from passkey_challenge where subject = $1', [uid])).toHaveLength(1);
    const response = key.get(latest);
    expect(await answer(response)).toBe(303);
    expect(await answer(response)).not.toBe(303);
  });

  test("another account's credential id under one's own signature, and one's own under no account", async () => {
    const [mine, theirs] = [await owner(), await owner()];
    const browser = world.browser();
    const page = await browser.authorize();
    const options = optionsOf(await browser.open(`${page}/passkey/options`, {}));
    const stolen = mine.key.get(options, { credentialId: theirs.key.id, userHandle: theirs.key.userHandle ?? '' });
    expect((await browser.open(`${page}/passkey`, { response: stolen })).status).toBe(422);
    const unknown = optionsOf(await browser.open(`${page}/passkey/options`, {}));
    expect((await browser.open(`${page}/passkey`, { response: new SoftAuthenticator().get(unknown) })).status).toBe(422);
    for (const odd of ['', 'null', '[]', '{}', '{"response":{"clientDataJSON":"x"}}', 'x'.repeat(200)])
      expect((await browser.open(`${page}/passkey`, { response: odd })).status).toBe(422);
  });
});

describe('adding and removing', () => {
  test('a key is registered once, whoever tries; lies about origin, party and verification are refused; never another visit', async () => {
    const { browser, key } = await owner();
    const other = await newcomer(world);
    const { browser: stranger } = await signIn(world, other.who);
    const refused = '/oidc/account/security?done=passkeyRefused';
    const register = async (who: typeof browser, device: SoftAuthenticator, lies?: Lies) =>
      (await send(who, '/passkeys', { response: device.create(optionsOf(await send(who, '/passkeys/options')), lies) })).location;
    expect(await register(stranger, key)).toBe(refused);
    for (const lie of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { userVerified: false }, { challenge: 'AAAA' }])
      expect(await register(stranger, new SoftAuthenticator(), lie)).toBe(refused);
    const mine = optionsOf(await send(browser, '/passkeys/options'));
    expect((await send(stranger, '/passkeys', { response: new SoftAuthenticator().create(mine) })).location).toBe(refused);
    expect(await world.sql('select id from passkey where user_id = $1', [other.who.id])).toEqual([]);
    const denied = await world.sql<{ line: Record<string, unknown> }>(
      "select line from audit_entry where line ->> 'actorId' = $1 and line ->> 'action' = 'DENIED'",
      [other.who.id],
    );
    expect(denied).toHaveLength(6);
    expect(denied[0]?.line).toMatchObject({ subjectType: 'Passkey', outcome: 'DENIED_ROLE' });
  });

  test('every other sign-in ends with a new factor, this one goes on (V06)', async () => {
    const { who } = await newcomer(world);
    const elsewhere = await signIn(world, who);
    const { browser, tokens } = await signIn(world, who);
    await addPasskey(browser);
    const answeredAt = performance.now();
    expect((await elsewhere.browser.refresh(elsewhere.tokens.refresh_token)).status).toBe(400);
    expect(performance.now() - answeredAt).toBeLessThan(1000);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(200);
    expect((await elsewhere.browser.open('/oidc/account/security')).status).toBe(401);
  });

  test('the last one goes only by itself, and then password and code sign in again', async () => {
    const { who, browser, key } = await owner();
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from passkey where user_id = $1', [who.id]);
    expect((await send(browser, `/passkeys/${id}/remove`)).location).toBe('/oidc/account/proof');
    world.clock.advance(60_000);
    expect((await prove(browser, who)).status).toBe(422);
    const xsrf = await xsrfOf(browser, '/oidc/account/proof');
    const options = optionsOf(await browser.open('/oidc/account/proof/passkey/options', { xsrf }));
    expect((await browser.open('/oidc/account/proof/passkey', { xsrf, response: key.get(options) })).location).toBe(
      '/oidc/account/security',
    );
    expect((await send(browser, `/passkeys/${id}/remove`)).location).toBe('/oidc/account/security?done=passkeyRemoved');
    expect((await browser.open('/oidc/account/security')).body).toContain('パスキーを登録すると');
    expect(await world.sql('select proved_passkey_id from sign_in_session where user_id = $1 and ended_at is null', [who.id])).toEqual([
      { proved_passkey_id: null },
    ]);
    expect((await signIn(world, who)).tokens.status).toBe(200);
  });

  test("nobody names or removes another's key, and a name is one plain line", async () => {
    const { who, browser } = await owner();
    const { browser: stranger } = await signIn(world, (await newcomer(world)).who);
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from passkey where user_id = $1', [who.id]);
    for (const path of [`/passkeys/${id}/rename`, `/passkeys/${id}/remove`])
      expect((await send(stranger, path, { label: '盗んだ' })).location).toBe('/oidc/account/security?done=nothing');
    await send(browser, `/passkeys/${id}/rename`, { label: ' 訪問用\n<b>\u202e ' });
    expect(await world.sql('select label from passkey where id = $1', [id])).toEqual([{ label: '訪問用 <b>' }]);
    expect((await browser.open('/oidc/account/security')).body).toContain('訪問用 &#60;b&#62;');
  });
});
