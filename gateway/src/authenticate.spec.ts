import { createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BusEvent } from '@heya/schema/events';
import { createLogger } from '@heya/service-common/logger';
import { nurse } from '@heya/testkit/viewers';
import { CompactSign, createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authentication, bearerToken, EndedSessions, TokenVerifier } from './authenticate.ts';
import { claimsOf, testAudience, TestProvider } from './testing/provider.ts';

const issuer = 'http://localhost:4001/oidc';
const viewer = nurse();
const logger = createLogger('test', 'silent');
let provider: TestProvider;
let verifier: TokenVerifier;
let visits = 0;
const listener = createServer((_request, response) => {
  visits += 1;
  response.end('{"keys":[]}');
});

beforeAll(async () => {
  provider = await TestProvider.create();
  provider.issuer = issuer;
  verifier = new TokenVerifier({ issuer, audience: testAudience }, logger, createLocalJWKSet({ keys: [await provider.publicKey()] }));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
});
afterAll(() => listener.close());

const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;
const good = () => ({ ...claimsOf(viewer), iss: issuer, aud: testAudience, iat: seconds(0), exp: seconds(300) });

it('takes a good token and says who it is and until when', async () => {
  const found = await verifier.verify(await provider.token(viewer));
  expect(found).toEqual({ viewer, expiresAt: expect.any(Number) as number });
  expect((found as Authentication).expiresAt).toBeGreaterThan(Date.now() + 290_000);
});

it('takes along which device it is, and that it is not enough for rooms (R6)', async () => {
  const device = { device: 'Safari · iPadOS #0193', restricted: 'DEVICE' } as const;
  expect(await verifier.verify(await provider.token(viewer, { claims: device }))).toMatchObject({ viewer: { ...viewer, ...device } });
});

describe('forged tokens (V02)', () => {
  const unsigned = (header: object, claims: object) =>
    [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const other = generateKeyPair('ES256', { extractable: true });

  const forgeries: [string, () => Promise<string>][] = [
    ['alg none', async () => `${unsigned({ alg: 'none', typ: 'at+jwt' }, good())}.`],
    [
      'HS256 with the public key as the secret',
      async () => {
        const pem = createPublicKey({ key: await provider.publicKey(), format: 'jwk' }).export({ type: 'spki', format: 'pem' }) as string;
        return new SignJWT(good()).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'first' }).sign(new TextEncoder().encode(pem));
      },
    ],
    [
      'RS256',
      async () => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(good()).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'first' }).sign(privateKey);
      },
    ],
    [
      'an embedded jwk',
      async () => {
        const { privateKey, publicKey } = await other;
        return new SignJWT(good()).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', jwk: await exportJWK(publicKey) }).sign(privateKey);
      },
    ],
    [
      "a jku of somebody's own",
      async () => {
        const jku = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/jwks`;
        return new SignJWT(good())
          .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', jku, x5u: jku, kid: 'theirs' })
          .sign((await other).privateKey);
      },
    ],
    [
      'a kid that is a path',
      async () =>
        new SignJWT(good()).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: '../../etc/passwd' }).sign((await other).privateKey),
    ],
    [
      'a kid that is SQL',
      async () =>
        new SignJWT(good()).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: "' or 1=1 --" }).sign((await other).privateKey),
    ],
    [
      'a right kid under a wrong key',
      async () => new SignJWT(good()).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'first' }).sign((await other).privateKey),
    ],
    [
      'an unknown critical header',
      async () => {
        const sign = new CompactSign(Buffer.from(JSON.stringify(good()))).setProtectedHeader({
          alg: 'ES256',
          typ: 'at+jwt',
          kid: 'first',
          crit: ['exp'],
          exp: 1,
        });
        return sign.sign(provider.privateKey, { crit: { exp: true } });
      },
    ],
    ['one not valid yet', () => provider.token(viewer, { claims: { nbf: seconds(600) } })],
    ['one issued in the future', () => provider.token(viewer, { claims: { iat: seconds(600), exp: seconds(900) } })],
    ['another audience', () => provider.token(viewer, { claims: { aud: 'http://localhost:3000' } })],
    ['another issuer', () => provider.token(viewer, { claims: { iss: 'https://evil.example' } })],
    ['no typ', () => provider.token(viewer, { header: { typ: undefined as unknown as string } })],
    ['an ID token', () => provider.token(viewer, { header: { typ: 'JWT' }, claims: { aud: 'heya-portal', nonce: 'n' } })],
    ['an ID token for our audience', () => provider.token(viewer, { header: { typ: 'JWT' } })],
    ['no expiry', () => provider.token(viewer, { claims: { exp: undefined } })],
    ['no session', () => provider.token(viewer, { claims: { sid: undefined } })],
    ['a kind that does not exist', () => provider.token(viewer, { claims: { kind: 'ROOT' } })],
    [
      'an altered payload',
      async () => {
        const [header, , signature] = (await provider.token(viewer)).split('.');
        return [header, Buffer.from(JSON.stringify({ ...good(), kind: 'CENTER_OFFICER' })).toString('base64url'), signature].join('.');
      },
    ],
    ['rubbish', async () => 'not.a.token'],
    ['nothing', async () => ''],
  ];

  it.each(forgeries)('refuses %s', async (_case, forge) => {
    expect(await verifier.verify(await forge())).toBeUndefined();
  });

  it.each([
    ['an expired token', { lifetime: -60 }],
    ['one that lives for a day', { claims: { iat: seconds(-86_000) }, lifetime: 86_400 }],
  ])('refuses %s, and knows that the issuer signed it', async (_case, wishes) => {
    const token = await provider.token(viewer, wishes);
    expect(await verifier.verify(token)).toBe('EXPIRED');
    const [header, payload] = token.split('.');
    expect(await verifier.verify([header, payload, 'A'.repeat(86)].join('.'))).toBeUndefined();
  });

  it('never called the address a token named', () => {
    expect(visits).toBe(0);
  });
});

describe('the issuer', () => {
  it('that cannot be reached makes it unavailable, not unauthenticated', async () => {
    const closed = new TokenVerifier({ issuer: 'http://127.0.0.1:9/oidc', audience: testAudience }, logger);
    await expect(closed.verify(await provider.token(viewer))).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
  });

  it('whose metadata speaks of another issuer is not believed', async () => {
    const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    await expect(new TokenVerifier({ issuer: address, audience: testAudience }, logger).verify('x')).rejects.toThrow();
  });
});

describe('sessions that ended', () => {
  const ended = (topic: 'identity.sessionEnded' | 'identity.userDeactivated', payload: object) =>
    ({ topic, payload }) as unknown as BusEvent;

  it('are refused by session and by person, and forgotten when no token can be left', () => {
    let now = 0;
    const sessions = new EndedSessions(() => now);
    const [other, third] = [nurse(), nurse()];
    sessions.apply(ended('identity.sessionEnded', { sessionId: viewer.sessionId, userId: viewer.userId }));
    sessions.apply(ended('identity.userDeactivated', { userId: other.userId }));
    expect([viewer, other, third].map((person) => sessions.has(person))).toEqual([true, true, false]);
    now = 10 * 60_000 + 1;
    sessions.apply(ended('identity.userDeactivated', { userId: third.userId }));
    expect([viewer, other, third].map((person) => sessions.has(person))).toEqual([false, false, true]);
  });
});

it.each([
  ['Bearer abc.def-_~+/=', 'abc.def-_~+/='],
  ['bearer abc', 'abc'],
  ['Basic abc', undefined],
  ['Bearer ', undefined],
  ['Bearer a b', undefined],
  [undefined, undefined],
])('reads "%s"', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});
