import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { readEnvironment } from './environment.ts';
import { claimsOf, openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Somebody nobody else signs in as, so that limits and codes do not meet. */
async function newcomer() {
  const district = testDistrict();
  const { doctor, nurse } = district.people;
  await world.load({ ...district.file, people: [doctor, nurse] });
  return { district, who: doctor };
}

const ended = async (sessionId: string) => world.bus.published('identity.sessionEnded', (payload) => payload.sessionId === sessionId);

describe('tokens and sessions', () => {
  test('a refresh token used twice kills the whole family and ends the session (V03)', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const first = await browser.signInForTokens(who);
    const second = await browser.refresh(first.refresh_token);
    expect(second.status).toBe(200);
    expect(claimsOf(second.access_token).sid).toBe(claimsOf(first.access_token).sid);
    expect(await browser.refresh(first.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await browser.refresh(second.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect((await ended(claimsOf(first.access_token).sid)).payload).toEqual({
      sessionId: claimsOf(first.access_token).sid,
      userId: who.id,
      reason: 'REVOKED',
    });
    expect(await browser.authorize()).toContain('/oidc/sign-in/');
  });

  test('of ten refreshes with one token at the same moment at most one wins, and nothing survives', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const { refresh_token } = await browser.signInForTokens(who);
    const answers = await Promise.all(Array.from({ length: 10 }, () => browser.refresh(refresh_token)));
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners.length).toBeLessThanOrEqual(1);
    for (const { refresh_token: next } of winners) expect((await browser.refresh(next)).status).toBe(400);
  });

  test('a code used twice ends the session that came of it', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const callback = await browser.signIn(who);
    const tokens = await browser.exchange(callback);
    expect((await browser.exchange(callback)).status).toBe(400);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  });

  test('revoking a session kills its tokens and tells everybody; the one that asks goes on', async () => {
    const { who, district } = await newcomer();
    const [laptop, phone] = [world.browser(), world.browser()];
    const mine = await laptop.signInForTokens(who);
    world.clock.advance(60_000);
    const other = await phone.signInForTokens(who);
    const viewer = viewerOf(district, who, claimsOf(mine.access_token).sid);
    const { viewer: seen } = await world.client.get(viewer, '{ viewer { sessions { id isCurrent methods networkHint } } }');
    expect(seen.sessions).toEqual([
      { id: claimsOf(other.access_token).sid, isCurrent: false, methods: ['PASSWORD', 'TOTP'], networkHint: '127.0.*.*' },
      { id: claimsOf(mine.access_token).sid, isCurrent: true, methods: ['PASSWORD', 'TOTP'], networkHint: '127.0.*.*' },
    ]);
    const revoke = 'mutation ($id: ID!) { sessionRevoke(id: $id) { sessionId userErrors { code } } }';
    const id = claimsOf(other.access_token).sid;
    const stranger = viewerOf(district, district.people.nurse);
    expect(await world.client.get(stranger, revoke, { id })).toEqual({
      sessionRevoke: { sessionId: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect(await world.client.get(viewer, revoke, { id })).toEqual({ sessionRevoke: { sessionId: id, userErrors: [] } });
    expect((await world.bus.all('identity.sessionEnded')).some(({ payload }) => payload.sessionId === id)).toBe(true);
    expect((await phone.refresh(other.refresh_token)).status).toBe(400);
    expect(await phone.authorize()).toContain('/oidc/sign-in/');
    expect((await laptop.refresh(mine.refresh_token)).status).toBe(200);
  });

  test('all others can be ended at once', async () => {
    const { who, district } = await newcomer();
    const tokens = [];
    for (let device = 0; device < 3; device += 1) {
      tokens.push(await world.browser().signInForTokens(who));
      world.clock.advance(60_000);
    }
    const viewer = viewerOf(district, who, claimsOf(tokens[0]?.access_token ?? '').sid);
    const { sessionRevokeAllOthers } = await world.client.get(
      viewer,
      'mutation { sessionRevokeAllOthers { revokedCount userErrors { code } } }',
    );
    expect(sessionRevokeAllOthers).toEqual({ revokedCount: 2, userErrors: [] });
    const statuses = await Promise.all(tokens.map(async ({ refresh_token }) => (await world.browser().refresh(refresh_token)).status));
    expect(statuses).toEqual([200, 400, 400]);
  });

  test('signing out by hint ends the session at once and leads back to the portal', async () => {
    const secret = world.environment.variables.PORTAL_CLIENT_SECRET ?? '';
    const { who } = await newcomer();
    const browser = world.browser();
    const callback = await browser.signIn(who, { client_id: 'heya-portal', redirect_uri: 'http://localhost:3000/auth/callback' });
    const tokens = await exchangeAsPortal(browser, callback, secret);
    const query = new URLSearchParams({ id_token_hint: tokens.id_token, post_logout_redirect_uri: 'http://localhost:3000/', state: 's' });
    const answer = await browser.open(`/oidc/session/end?${query.toString()}`);
    expect(answer).toMatchObject({ status: 303, location: 'http://localhost:3000/?state=s' });
    expect((await ended(claimsOf(tokens.access_token).sid)).payload.reason).toBe('SIGNED_OUT');
    expect(await browser.authorize()).toContain('/oidc/sign-in/');
  });

  test('without a hint the person is asked, on a page without script', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const tokens = await browser.signInForTokens(who);
    const { body, headers } = await browser.open('/oidc/session/end');
    expect(body).toContain('ログアウトしますか');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const done = await browser.open('/oidc/session/end/confirm', { xsrf, logout: 'yes' });
    expect(done.status).toBe(303);
    expect((await browser.open(done.location)).body).toContain('ログアウトしました');
    expect((await ended(claimsOf(tokens.access_token).sid)).payload.userId).toBe(who.id);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  });

  test('revoking the refresh token, as a client does when its person leaves, ends the session', async () => {
    const { who } = await newcomer();
    const tokens = await world.browser().signInForTokens(who);
    const body = new URLSearchParams({ client_id: 'heya-cli', token: tokens.refresh_token });
    expect((await fetch(`${world.address}/oidc/token/revocation`, { method: 'POST', body })).status).toBe(200);
    expect((await ended(claimsOf(tokens.access_token).sid)).payload.userId).toBe(who.id);
  });

  test('an ID that is stopped gets no more tokens (R7)', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const tokens = await browser.signInForTokens(who);
    await world.sql('update app_user set deactivated_at = now() where id = $1', [who.id]);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  });

  test('a session that was not used for half an hour is ended by the sweep', async () => {
    const { who } = await newcomer();
    const tokens = await world.browser().signInForTokens(who);
    const { sid } = claimsOf(tokens.access_token);
    await world.sql("update sign_in_session set expires_at = now() - interval '1 second' where id = $1", [sid]);
    await world.app.sweep();
    expect((await ended(sid)).payload.reason).toBe('EXPIRED');
    expect((await world.browser().refresh(tokens.refresh_token)).status).toBe(400);
  });

  test('idle for half an hour or older than twelve, a sign-in is over before any sweep: refresh, cookie, list', async () => {
    for (const [kind, over] of [
      ['idle', "expires_at = now() - interval '1 second'"],
      ['old', "started_at = now() - interval '12 hours', expires_at = now() - interval '1 second'"],
    ] as const) {
      const { who, district } = await newcomer();
      const browser = world.browser();
      const tokens = await browser.signInForTokens(who);
      const { sid } = claimsOf(tokens.access_token);
      const [row] = await world.sql<{ idle: number }>(
        `select extract(epoch from expires_at - last_active_at)::int as idle from sign_in_session where id = $1`,
        [sid],
      );
      expect([kind, row?.idle]).toEqual([kind, 1800]);
      await world.sql(`update sign_in_session set ${over} where id = $1`, [sid]);
      expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
      expect((await browser.open('/oidc/account/security')).status).toBe(401);
      expect(await browser.authorize()).toContain('/oidc/sign-in/');
      expect((await world.client.get(viewerOf(district, who, sid), '{ viewer { sessions { id } } }')).viewer.sessions).toEqual([]);
    }
  });

  test('use prolongs it, but never past twelve hours after it began', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const tokens = await browser.signInForTokens(who);
    const { sid } = claimsOf(tokens.access_token);
    await world.sql("update sign_in_session set started_at = started_at - interval '11 hours 50 minutes' where id = $1", [sid]);
    expect((await browser.refresh(tokens.refresh_token)).status).toBe(200);
    const [row] = await world.sql<{ life: number }>(
      'select extract(epoch from expires_at - started_at)::int as life from sign_in_session where id = $1',
      [sid],
    );
    expect(row?.life).toBe(12 * 3600);
  });

  test('nothing in the tables is a token, a password or a secret that can be read', async () => {
    const { who } = await newcomer();
    const tokens = await world.browser().signInForTokens(who);
    const dump = JSON.stringify(
      await Promise.all(
        ['oidc_payload', 'credential', 'sign_in_session', 'session_grant', 'signing_key', 'sign_in_limit', 'outbox_event'].map((table) =>
          world.sql(`select * from ${table}`),
        ),
      ),
    );
    for (const secret of [tokens.refresh_token, who.password, who.totpSecret, who.accountName]) expect(dump).not.toContain(secret);
    const sealed = await world.sql<{ sealed: Buffer }>('select sealed from oidc_payload');
    for (const { sealed: bytes } of sealed) expect(bytes.toString('latin1')).not.toContain(who.id);
  });
});

test('a sign-in begun before the process was killed goes on in the next one: everything is in the database', async () => {
  const { who } = await newcomer();
  const next = await createApp(readEnvironment(world.environment.variables), { now: world.clock.now });
  const address = await next.server.listen({ host: '127.0.0.1', port: 0 });
  const browser = world.browser();
  const { location } = await browser.open(await browser.authorize(), { account: who.accountName, password: who.password });
  browser.address = address;
  const resume = await browser.open(location, { code: browser.code(who.totpSecret) });
  const tokens = await browser.exchange((await browser.open(resume.location)).location);
  expect(tokens.status).toBe(200);
  browser.address = world.address;
  expect((await browser.refresh(tokens.refresh_token)).status).toBe(200);
  await next.stop();
});

test('keys rotate without restart: the next is known before it signs, what the old one signed still verifies', async () => {
  const rotating = await openWorld({ SIGNING_KEY_DAYS: '30' });
  const district = testDistrict();
  await rotating.load(district.file);
  const keys = async () => (await (await fetch(`${rotating.address}/oidc/jwks`)).json()) as JSONWebKeySet;
  const kidOf = (token: string) => (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
  const before = await rotating.browser().signInForTokens(district.people.doctor);
  const known = (await keys()).keys.map(({ kid }) => kid);
  rotating.clock.advance(30 * 86_400_000 + 1000);
  await rotating.app.host.refreshKeys();
  const after = await rotating.browser().signInForTokens(district.people.nurse);
  expect(kidOf(after.access_token)).not.toBe(kidOf(before.access_token));
  expect(known).toContain(kidOf(after.access_token));
  await jwtVerify(before.access_token, createLocalJWKSet(await keys()));
  await jwtVerify(after.access_token, createLocalJWKSet(await keys()));
  rotating.clock.advance(86_400_000 + 1000);
  await rotating.app.host.refreshKeys();
  expect((await keys()).keys.map(({ kid }) => kid)).not.toContain(kidOf(before.access_token));
  await rotating.close();
});

async function exchangeAsPortal(browser: ReturnType<World['browser']>, callback: string, secret: string) {
  const code = new URL(callback).searchParams.get('code') ?? '';
  const response = await fetch(`${world.address}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`heya-portal:${secret}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: 'http://localhost:3000/auth/callback',
      code_verifier: browser.verifier,
    }),
  });
  return (await response.json()) as { id_token: string; access_token: string };
}
