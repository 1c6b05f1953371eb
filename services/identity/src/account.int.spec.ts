import { inViewer } from '@heya/service-common/orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newcomer, prove, send, signIn, xsrfOf } from './account.fixture.ts';
import { claimsOf, openWorld, viewerOf, type World } from './identity.fixture.ts';
import { CredentialService, HashingBusy } from './modules/credential/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const security = '/oidc/account/security';

describe('who gets to the page', () => {
  test('nobody without a sign-in; portals link to /account/security', async () => {
    const browser = world.browser();
    expect(await browser.open('/account/security')).toMatchObject({ status: 303, location: security });
    const answer = await browser.open(security);
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('ログインが必要です');
    for (const path of ['/password', '/sessions/end-all', '/passkeys/options', '/proof'])
      expect((await browser.open(`/oidc/account${path}`, { xsrf: 'x' })).status).toBe(401);
  });

  test('the page speaks the language of the browser, allows no script but its own file, and is kept nowhere', async () => {
    const { browser } = await signIn(world, (await newcomer(world)).who);
    const answer = await browser.open(security, undefined, { 'accept-language': 'en' });
    expect(answer.body).toContain('Where you are signed in');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const page of ['/password', '/authenticator', '/proof'])
      expect((await browser.open(`/oidc/account${page}`)).body).not.toMatch(
        /<script(?! type="module" src="\/oidc\/passkey.js")|<style|\son\w+=|\sstyle=/,
      );
  });

  test('a form of another page is refused: without its token, with a stolen one, from another origin', async () => {
    const [mine, theirs] = [await signIn(world, (await newcomer(world)).who), await signIn(world, (await newcomer(world)).who)];
    const path = '/oidc/account/sessions/end-all';
    expect((await mine.browser.open(path, {})).status).toBe(403);
    expect((await mine.browser.open(path, { xsrf: await xsrfOf(theirs.browser) })).status).toBe(403);
    const xsrf = await xsrfOf(mine.browser);
    expect((await mine.browser.open(path, { xsrf }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await mine.browser.open(path, { xsrf }, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await mine.browser.refresh(mine.tokens.refresh_token)).status).toBe(200);
  });
});

describe('proving again who one is (threat 20, V04)', () => {
  test('five minutes after the last proof every page and form asks for a new one', async () => {
    const { who } = await newcomer(world);
    const { browser } = await signIn(world, who);
    const xsrf = await xsrfOf(browser);
    world.clock.advance(4 * 60_000);
    expect((await browser.open(security)).status).toBe(200);
    world.clock.advance(61_000);
    for (const path of ['/security', '/password', '/authenticator'])
      expect(await browser.open(`/oidc/account${path}`)).toMatchObject({ status: 303, location: '/oidc/account/proof' });
    for (const path of ['/password', '/authenticator', '/passkeys', '/passkeys/options', '/sessions/end-all'])
      expect(await browser.open(`/oidc/account${path}`, { xsrf })).toMatchObject({ status: 303, location: '/oidc/account/proof' });
  });

  test('a proof gives another cookie, and the one before opens nothing any more', async () => {
    const { who } = await newcomer(world);
    const { browser, tokens } = await signIn(world, who);
    world.clock.advance(6 * 60_000);
    const before = browser.cookie('heya_sign_in') ?? '';
    const stolen = [`heya_sign_in=${before}`, `heya_sign_in.sig=${browser.cookie('heya_sign_in.sig')}`].join('; ');
    expect((await prove(browser, who)).location).toBe(security);
    expect(browser.cookie('heya_sign_in')).not.toBe(before);
    expect((await browser.open(security)).status).toBe(200);
    expect((await fetch(`${world.address}${security}`, { headers: { cookie: stolen } })).status).toBe(401);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(200);
  });

  test('a wrong password, a wrong code and a used code prove nothing, are written down and counted', async () => {
    const { who, nurse } = await newcomer(world);
    const { browser } = await signIn(world, who);
    expect((await prove(browser, who)).status).toBe(422);
    world.clock.advance(6 * 60_000);
    expect((await prove(browser, { ...who, password: 'something else' })).status).toBe(422);
    expect((await prove(browser, { ...who, totpSecret: nurse.totpSecret })).status).toBe(422);
    for (let guess = 0; guess < 2; guess += 1) expect((await prove(browser, { ...who, password: `guess ${guess}` })).status).toBe(422);
    expect((await prove(browser, who)).status).toBe(429);
    const denied = await world.sql("select line from audit_entry where line ->> 'actorId' = $1 and line ->> 'action' = 'DENIED'", [who.id]);
    expect(denied).toHaveLength(5);
  });
});

describe('changing the password (V06, V10)', () => {
  test('what is weak is refused with a reason; what is good is taken, and every other sign-in ends', async () => {
    const { who } = await newcomer(world);
    const elsewhere = await signIn(world, who);
    const { browser, tokens } = await signIn(world, who);
    const change = (password: string, again = password) => send(browser, '/password', { password, again });
    for (const [weak, reason] of [
      ['aB3$xyz', '8文字以上'],
      ['heya2026!', 'よく使われる'],
      ['password1234', 'よく使われる'],
      [`${who.accountName}1`, '勤め先の名前は使えません'],
      ['kzqmwvtr', '混ぜて'],
      [who.password, '今と同じ'],
      ['あ'.repeat(300), '256文字以内'],
    ] as const) {
      const answer = await change(weak);
      expect([weak, answer.status, answer.body.includes(reason)]).toEqual([weak, 422, true]);
    }
    expect((await change('correct horse battery staple', 'correct horse battery stable')).body).toContain('2回の入力が違います');
    expect((await change('春はあけぼの、やうやう白くなりゆく山ぎは')).location).toBe(`${security}?done=passwordChanged`);
    const answeredAt = performance.now();
    expect((await elsewhere.browser.refresh(elsewhere.tokens.refresh_token)).status).toBe(400);
    expect(performance.now() - answeredAt).toBeLessThan(1000);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(200);
    expect((await browser.open(`${security}?done=passwordChanged`)).body).toContain('パスワードを変えました');
    world.clock.advance(60_000);
    const attempt = world.browser();
    expect((await attempt.open(await attempt.authorize(), { account: who.accountName, password: who.password })).status).toBe(422);
    expect((await signIn(world, { ...who, password: '春はあけぼの、やうやう白くなりゆく山ぎは' })).tokens.status).toBe(200);
  });

  test('two long ones that begin with the same 72 bytes do not unlock each other', async () => {
    const { who } = await newcomer(world);
    const { browser } = await signIn(world, who);
    const begin = 'lantern orchard velvet compass thunder meadow quartz harbor ribbon cedar';
    const [one, other] = [`${begin} falcon1`, `${begin} falcon2`];
    expect(begin.length).toBeGreaterThanOrEqual(72);
    expect((await send(browser, '/password', { password: one, again: one })).status).toBe(303);
    const attempt = world.browser();
    const page = await attempt.authorize();
    expect((await attempt.open(page, { account: who.accountName, password: other })).status).toBe(422);
    expect((await attempt.open(page, { account: who.accountName, password: one })).status).toBe(303);
  });

  test('a sign-in that stood between password and code when the password was changed is void', async () => {
    const { who } = await newcomer(world);
    const { browser } = await signIn(world, who);
    const halfway = world.browser();
    const { location } = await halfway.open(await halfway.authorize(), { account: who.accountName, password: who.password });
    const password = 'lantern orchard velvet';
    expect((await send(browser, '/password', { password, again: password })).status).toBe(303);
    world.clock.advance(60_000);
    expect((await halfway.open(location, { code: halfway.code(who.totpSecret) })).status).toBe(422);
  });
});

test('when too many hash at once, the page says so and when to come again', async () => {
  const { browser } = await signIn(world, (await newcomer(world)).who);
  const password = 'lantern orchard velvet';
  const xsrf = await xsrfOf(browser);
  const busy = vi.spyOn(CredentialService.prototype, 'passwordHash').mockRejectedValueOnce(new HashingBusy());
  const answer = await browser.open('/oidc/account/password', { xsrf, password, again: password });
  busy.mockRestore();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(answer.body).toContain('いま混み合っています');
});

describe('a sign-in at the very moment of a change (V06)', () => {
  test('waits for it, and gets nowhere with the factors from before', async () => {
    const { who } = await newcomer(world);
    const [elsewhere, { browser }] = [await signIn(world, who), await signIn(world, who)];
    const halfway = world.browser();
    const { location } = await halfway.open(await halfway.authorize(), { account: who.accountName, password: who.password });
    world.clock.advance(60_000);
    const password = 'lantern orchard velvet';
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const sid = claimsOf(elsewhere.tokens.access_token).sid;
    const held = inViewer(world.app.orm.em, { type: 'service', name: 'identity' }, async (tx) => {
      await tx.execute('select id from sign_in_session where id = ? for update', [sid]);
      await released;
    });
    // Stands before the end of its transaction: it is to end a sign-in that somebody holds.
    const changed = send(browser, '/password', { password, again: password });
    await expect.poll(waiting).toBe(1);
    const entered = halfway.open(location, { code: halfway.code(who.totpSecret) });
    await expect.poll(waiting).toBe(2);
    release();
    await held;
    expect((await changed).status).toBe(303);
    expect((await entered).status).toBe(422);
    expect(await world.sql('select id from sign_in_session where user_id = $1 and ended_at is null', [who.id])).toHaveLength(1);
  });
});

/** Those of this database who wait for a row. */
const waiting = async (): Promise<number> =>
  (await world.sql("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).length;

describe('a new authenticator app', () => {
  test('counts once it has shown a code; the old one is over, and so is every other sign-in', async () => {
    const { who } = await newcomer(world);
    const elsewhere = await signIn(world, who);
    const { browser } = await signIn(world, who);
    const { body } = await browser.open('/oidc/account/authenticator');
    const totpSecret = (/class="secret">([A-Z2-7 ]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '');
    const ticket = /name="ticket" value="([^"]+)"/.exec(body)?.[1] ?? '';
    expect(body).toMatch(/<svg class="qr"/);
    expect((await send(browser, '/authenticator', { ticket, code: browser.code(who.totpSecret) })).status).toBe(422);
    expect((await send(browser, '/authenticator', { ticket: ticket.slice(0, -4), code: browser.code(totpSecret) })).status).toBe(200);
    const code = browser.code(totpSecret);
    expect((await send(browser, '/authenticator', { ticket, code })).location).toBe(`${security}?done=authenticatorChanged`);
    expect((await elsewhere.browser.refresh(elsewhere.tokens.refresh_token)).status).toBe(400);
    const again = world.browser();
    const { location } = await again.open(await again.authorize(), { account: who.accountName, password: who.password });
    expect((await again.open(location, { code })).status).toBe(422);
    expect((await signIn(world, { ...who, totpSecret })).tokens.status).toBe(200);
  });
});

describe('where one is signed in', () => {
  const ask = `{ viewer { provedUntil passwordChangedAt passwordChangeSuggested sessions { id deviceLabel isCurrent } } }`;

  test('each has the name of its browser and system, in the token too, never what the browser sent (R32)', async () => {
    const { who, district } = await newcomer(world);
    const browser = world.browser();
    const agent =
      'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1 <evil>';
    const { location: codePage } = await browser.open(await browser.authorize(), { account: who.accountName, password: who.password });
    const { location } = await browser.open(codePage, { code: browser.code(who.totpSecret) }, { 'user-agent': agent });
    const { access_token } = await browser.exchange((await browser.open(location)).location);
    expect(claimsOf(access_token)).toMatchObject({ device: 'Safari · iPadOS' });
    const { viewer } = await world.client.get(viewerOf(district, who, claimsOf(access_token).sid), ask);
    expect(viewer.sessions).toEqual([{ id: claimsOf(access_token).sid, deviceLabel: 'Safari · iPadOS', isCurrent: true }]);
    expect((await browser.open(security)).body).toContain('Safari · iPadOS');
  });

  test('a browser never used before is told of; the first of all is not, nor the same again', async () => {
    const { who } = await newcomer(world);
    const agent = 'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Safari/604.1';
    const noticed = async (): Promise<string[]> =>
      (await world.bus.all('identity.securityNoticed'))
        .filter(({ payload }) => payload.userId === who.id)
        .map(({ payload }) => payload.what);
    await signIn(world, who);
    expect(await noticed()).toEqual([]);
    for (let times = 0; times < 2; times += 1) {
      world.clock.advance(60_000);
      const browser = world.browser();
      const { location } = await browser.open(await browser.authorize(), { account: who.accountName, password: who.password });
      await browser.open(location, { code: browser.code(who.totpSecret) }, { 'user-agent': agent });
      expect(await noticed()).toEqual(['NEW_PLACE']);
    }
  });

  test('one can be ended, all others, and all; nobody ends what is not theirs', async () => {
    const { who, district } = await newcomer(world);
    const [first, second, third] = [await signIn(world, who), await signIn(world, who), await signIn(world, who)];
    const sid = (tokens: { access_token: string }): string => claimsOf(tokens.access_token).sid as string;
    const { browser: stranger } = await signIn(world, (await newcomer(world)).who);
    expect((await send(stranger, `/sessions/${sid(first.tokens)}/end`)).location).toBe(`${security}?done=nothing`);
    expect((await send(third.browser, `/sessions/${sid(first.tokens)}/end`)).location).toBe(`${security}?done=sessionsEnded`);
    const alive = async () =>
      (await Promise.all([first, second, third].map(({ browser }) => browser.open(security)))).map(({ status }) => status);
    expect(await alive()).toEqual([401, 200, 200]);
    await send(third.browser, '/sessions/end-others');
    expect(await alive()).toEqual([401, 401, 200]);
    const viewer = viewerOf(district, who, sid(third.tokens));
    const { sessionRevokeAll } = await world.client.get(viewer, 'mutation { sessionRevokeAll { revokedCount userErrors { code } } }');
    expect(sessionRevokeAll).toEqual({ revokedCount: 1, userErrors: [] });
    expect(await alive()).toEqual([401, 401, 401]);
    expect((await third.browser.refresh(third.tokens.refresh_token)).status).toBe(400);
    const lines = await world.sql(
      "select line from audit_entry where line ->> 'actorId' = $1 and line ->> 'subjectType' = 'Session' and line ->> 'action' = 'UPDATE'",
      [who.id],
    );
    expect(lines).toHaveLength(3);
  });

  test('a password of 400 days signs in, and nobody with a second factor is asked to change it (V11)', async () => {
    const { who, district } = await newcomer(world);
    for (const days of [91, 400]) {
      await world.sql(`update credential set password_changed_at = now() - make_interval(days => $2) where user_id = $1`, [who.id, days]);
      const { tokens } = await signIn(world, who);
      const { viewer } = await world.client.get(viewerOf(district, who, claimsOf(tokens.access_token).sid), ask);
      expect(viewer).toMatchObject({
        provedUntil: expect.any(String),
        passwordChangedAt: expect.any(String),
        passwordChangeSuggested: false,
      });
    }
  });
});

test('thirty wrong passwords from thirty addresses close one account for a while, not for good (V07)', async () => {
  const { who } = await newcomer(world);
  const browser = world.browser();
  const page = await browser.authorize();
  const statuses: number[] = [];
  for (let guess = 0; guess < 30; guess += 1)
    statuses.push(
      (await browser.open(page, { account: who.accountName, password: `guess ${guess}` }, { 'x-forwarded-for': `198.51.100.${guess}` }))
        .status,
    );
  expect(statuses.filter((status) => status === 422)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  expect((await browser.open(page, { account: who.accountName, password: who.password })).status).toBe(429);
  await world.sql('update sign_in_limit set expire = expire - 900001');
  expect((await browser.open(page, { account: who.accountName, password: who.password })).status).toBe(303);
});
