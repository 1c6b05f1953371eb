import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsOf, openWorld, testDistrict, type World } from './identity.fixture.ts';

let world: World;
const home = testDistrict();
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
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

describe('the code flow', () => {
  test('password and code give a short signed token for the gateway with everything it needs', async () => {
    const { doctor } = home.people;
    const tokens = await world.browser().signInForTokens(doctor);
    const keys = createRemoteJWKSet(new URL(`${world.address}/oidc/jwks`));
    const { payload, protectedHeader } = await jwtVerify(tokens.access_token, keys, {
      issuer: 'http://localhost:4001/oidc',
      audience: 'http://localhost:4000/graphql',
      algorithms: ['ES256'],
      typ: 'at+jwt',
    });
    expect(protectedHeader.alg).toBe('ES256');
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    expect(payload).toMatchObject({
      sub: doctor.id,
      client_id: 'heya-cli',
      scope: 'heya',
      district: home.file.district.id,
      kind: 'PROFESSIONAL',
      facility: doctor.facilityId,
      profession: 'PHYSICIAN',
      label: { name: '佐藤 健一', profession: '医師', facility: 'わかば診療所' },
    });
    expect(payload.sid).toMatch(/^[0-9a-f-]{36}$/);
    expect(tokens.refresh_token).toBeTruthy();
  });

  test('a family member has neither facility nor profession', async () => {
    const claims = claimsOf((await world.browser().signInForTokens(home.people.family)).access_token);
    expect(claims).toMatchObject({ kind: 'FAMILY', label: { name: '田中 美咲' } });
    expect(claims).not.toHaveProperty('facility');
    expect(claims).not.toHaveProperty('profession');
  });

  test('PKCE, the redirect address, the client and the resource are not negotiable', async () => {
    const browser = world.browser();
    expect(await browser.authorize({ code_challenge: '', code_challenge_method: '' })).toContain('error=invalid_request');
    expect(await browser.authorize({ resource: 'https://evil.example/graphql' })).toContain('error=invalid_target');
    expect((await browser.open('/oidc/auth?client_id=heya-cli&response_type=code&redirect_uri=https://evil.example/cb')).status).toBe(400);
    expect((await browser.open('/oidc/auth?client_id=nobody&response_type=code')).status).toBe(400);
    const callback = await browser.signIn(home.people.nurse);
    const code = new URL(callback).searchParams.get('code') ?? '';
    const stolen = await browser.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: browser.redirectUri,
      code_verifier: 'x'.repeat(43),
    });
    expect(stolen).toMatchObject({ status: 400, error: 'invalid_grant' });
  });

  test('discovery speaks with the public address whatever Host says', async () => {
    const response = await fetch(`${world.address}/oidc/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example' },
    });
    const metadata = (await response.json()) as Record<string, string>;
    expect(metadata.issuer).toBe('http://localhost:4001/oidc');
    expect(metadata.token_endpoint).toBe('http://localhost:4001/oidc/token');
    expect(JSON.stringify(metadata)).not.toContain('evil.example');
  });

  test('each sign-in has a session and a cookie of its own; the earlier one ends (V04)', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const first = await browser.signInForTokens(who);
    const cookie = browser.cookie('heya_sign_in');
    world.clock.advance(60_000);
    const second = await browser.exchange(await browser.signIn(who, { prompt: 'login' }));
    expect(browser.cookie('heya_sign_in')).not.toBe(cookie);
    expect(claimsOf(second.access_token).sid).not.toBe(claimsOf(first.access_token).sid);
    expect((await ended(claimsOf(first.access_token).sid)).payload.reason).toBe('SIGNED_OUT');
    expect(await browser.refresh(first.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    expect(await browser.refresh(second.refresh_token)).toMatchObject({ status: 200 });
  });

  test("on a shared computer the next person's sign-in ends that of the one before (R3)", async () => {
    const [before, after] = [await newcomer(), await newcomer()];
    const browser = world.browser();
    const first = await browser.signInForTokens(before.who);
    const second = await browser.exchange(await browser.signIn(after.who, { prompt: 'login' }));
    expect(claimsOf(second.access_token).sub).toBe(after.who.id);
    expect((await ended(claimsOf(first.access_token).sid)).payload).toMatchObject({ userId: before.who.id, reason: 'SIGNED_OUT' });
    expect((await browser.refresh(first.refresh_token)).status).toBe(400);
    expect((await browser.refresh(second.refresh_token)).status).toBe(200);
  });

  test('a browser that is signed in is not asked again', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const { sid } = claimsOf((await browser.signInForTokens(who)).access_token);
    const callback = await browser.authorize();
    expect(claimsOf((await browser.exchange(callback)).access_token).sid).toBe(sid);
  });
});

describe('refusals', () => {
  test('unknown, stopped and known accounts are refused in the same words (V09)', async () => {
    const { who, district } = await newcomer();
    await world.sql('update app_user set deactivated_at = now() where id = $1', [district.people.nurse.id]);
    const attempts = [
      { account: 'nobody-here', password: who.password },
      { account: who.accountName, password: 'wrong password' },
      { account: district.people.nurse.accountName, password: district.people.nurse.password },
    ];
    const pages = await Promise.all(
      attempts.map(async ({ account, password }) => {
        const browser = world.browser();
        const page = await browser.authorize();
        const answer = await browser.open(page, { account, password });
        return { status: answer.status, body: answer.body.replaceAll(account, 'NAME').replaceAll(/sign-in\/[\w-]+/g, 'UID') };
      }),
    );
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]).toEqual(pages[2]);
    expect(pages[0]?.status).toBe(422);
    expect(pages[0]?.body).toContain('ログインIDまたはパスワードが違います');
  });

  test('what was typed as user name stays, the password does not, and nothing typed becomes markup', async () => {
    const browser = world.browser();
    const page = await browser.authorize();
    const { body, headers } = await browser.open(page, { account: '"><script>alert(1)</script>', password: 'secret-typed' });
    expect(body).toContain('value="&#34;&#62;&#60;script&#62;');
    expect(body.replace('<script type="module" src="/oidc/passkey.js"></script>', '')).not.toContain('<script');
    expect(body).not.toContain('secret-typed');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test("empty fields are named, in the reader's language", async () => {
    const browser = world.browser();
    const page = await browser.authorize({ ui_locales: 'en' });
    const { body, status } = await browser.open(page, { account: '', password: '' });
    expect(status).toBe(422);
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('Please enter your user ID.');
    expect(body).toContain('Please enter your password.');
  });

  test('five failures close the account for a quarter of an hour, not for good (R5, V07)', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const page = await browser.authorize();
    for (let attempt = 1; attempt <= 5; attempt += 1)
      expect(
        (
          await browser.open(
            page,
            { account: who.accountName, password: `guess ${attempt}` },
            { 'x-forwarded-for': `203.0.113.${attempt}` },
          )
        ).status,
      ).toBe(422);
    const sixth = await browser.open(
      page,
      { account: who.accountName.toUpperCase(), password: who.password },
      { 'x-forwarded-for': '203.0.113.99' },
    );
    expect(sixth.status).toBe(429);
    expect(sixth.body).toContain('約15分たってから');
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(800);
    await world.sql('update sign_in_limit set expire = expire - 900001');
    expect((await browser.open(page, { account: who.accountName, password: who.password })).status).toBe(303);
  });

  test('an unknown name is throttled just like a known one', async () => {
    const browser = world.browser();
    const page = await browser.authorize();
    const statuses: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt += 1)
      statuses.push((await browser.open(page, { account: 'not-a-person', password: 'x' })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test('guesses sent at the same moment are all counted', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const page = await browser.authorize();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => browser.open(page, { account: who.accountName, password: `guess ${index}` })),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('guessing codes is throttled too, though the password was right', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const { location } = await browser.open(await browser.authorize(), { account: who.accountName, password: who.password });
    const wrong = browser.code(who.totpSecret) === '000000' ? '000001' : '000000';
    const statuses: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt += 1) statuses.push((await browser.open(location, { code: wrong })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test('a code works once, in its own step or the one beside it (V13)', async () => {
    const { who } = await newcomer();
    const [first, second] = [world.browser(), world.browser()];
    const code = first.code(who.totpSecret);
    const enter = async (browser: typeof first, typed: string) => {
      const { location } = await browser.open(await browser.authorize(), { account: who.accountName, password: who.password });
      return (await browser.open(location, { code: typed })).status;
    };
    expect(await enter(first, code)).toBe(303);
    expect(await enter(second, code)).toBe(422);
    world.clock.advance(60_000);
    expect(await enter(world.browser(), code)).toBe(422);
    expect(await enter(world.browser(), second.code(who.totpSecret))).toBe(303);
  });

  test('the code page cannot be reached, nor a sign-in taken over, without its first step and its browser', async () => {
    const { who } = await newcomer();
    const browser = world.browser();
    const page = await browser.authorize();
    const skipped = await browser.open(`${page}/code`, { code: browser.code(who.totpSecret) });
    expect(skipped).toMatchObject({ status: 303, location: new URL(page).pathname });
    expect((await world.browser().open(page)).status).toBe(400);
    expect((await browser.open(page, { account: 'x', password: 'y' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});
