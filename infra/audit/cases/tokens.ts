/** Forged, altered, foreign and expired tokens, and requests at a subgraph's own port. */
import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { send } from '../../local/api/graphql.mjs';
import { type Case, require, requireRefused } from '../case.ts';
import { postCreate, viewerId } from '../operations.ts';
import { uuidv7 } from '../../local/api/uuid.mjs';
import type { World } from '../world.ts';

type Claims = Record<string, unknown>;
interface Token {
  header: Claims;
  claims: Claims;
  signature: string;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = ''): Claims => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;

async function realToken(world: World): Promise<Token> {
  const [header, claims, signature = ''] = (await (await world.as('nurse')).accessToken()).split('.');
  return { header: decode(header), claims: decode(claims), signature };
}

/** The gateway refuses a token made from a real one. */
function forged(id: string, text: string, forge: (token: Token, world: World) => Promise<string> | string): Case {
  return {
    id,
    text,
    run: (world) =>
      world.requireUntouched(async () => {
        const token = await forge(await realToken(world), world);
        const input = { idempotencyKey: uuidv7(), roomId: world.roomId, audience: 'EVERYONE', kind: 'NOTE', body: '監査' };
        for (const request of [{ query: viewerId }, { query: postCreate, variables: { input } }]) {
          const { status, body } = await send(world.urls.gateway, request, token || undefined);
          require(status === 401, `HTTP ${status}`);
          requireRefused(body, ['UNAUTHENTICATED']);
        }
      }),
  };
}

async function identityKey(world: World): Promise<{ text: string }> {
  const configuration = (await (await fetch(`${world.urls.issuer}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
  return { text: await (await fetch(configuration.jwks_uri)).text() };
}

function signedByAnother({ header, claims }: Token): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

async function hs256({ header, claims }: Token, world: World): Promise<string> {
  const content = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', (await identityKey(world)).text)
    .update(content)
    .digest('base64url')}`;
}

/** The clock of the gateway goes ten minutes ahead: a real token is then an expired one. */
const expired: Case = {
  id: 'token-expired',
  text: 'a real token after its five minutes → UNAUTHENTICATED',
  async run(world) {
    const token = await (await world.as('nurse')).accessToken();
    require((await send(world.urls.gateway, { query: viewerId }, token)).status === 200, 'the token was not good before');
    const ahead =
      'const D=Date,o=6e5;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+o)}static now(){return D.now()+o}}';
    await world.stack.restart('gateway', { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ahead)}` });
    try {
      const { status, body } = await send(world.urls.gateway, { query: viewerId }, token);
      require(status === 401, `HTTP ${status}`);
      requireRefused(body, ['UNAUTHENTICATED']);
    } finally {
      await world.stack.restart('gateway', { NODE_OPTIONS: '' });
    }
  },
};

/** Straight to a subgraph: nobody but the gateway is heard there. */
function envelope(id: string, text: string, headers: () => Record<string, string>): Case {
  return {
    id,
    text,
    run: (world) =>
      world.requireUntouched(async () => {
        for (const name of ['identity', 'consent', 'room', 'timeline']) {
          const part = world.stack.processes().find((process) => process.name === name);
          const answer = await fetch(`http://127.0.0.1:${part?.port}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers() },
            body: '{"query":"{ __typename }"}',
          });
          require(answer.status === 401, `${name} answered HTTP ${answer.status}`);
        }
      }),
  };
}

function madeUpEnvelope(): Record<string, string> {
  const viewer = { type: 'service', name: 'gateway' };
  const encoded = encode({ to: 'room', at: Date.now(), nonce: uuidv7(), requestId: uuidv7(), locale: 'ja', viewer });
  return { 'heya-envelope': encoded, 'heya-signature': createHmac('sha256', randomBytes(32)).update(encoded).digest('base64url') };
}

export const tokenCases: Case[] = [
  forged('token-none', 'no token → HTTP 401, UNAUTHENTICATED', () => ''),
  forged(
    'token-alg-none',
    'alg "none" → UNAUTHENTICATED',
    ({ header, claims }) => `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`,
  ),
  forged('token-hs256', 'HS256 with the public keys as the secret → UNAUTHENTICATED', hs256),
  forged('token-other-key', 'signed by another key under the real key id → UNAUTHENTICATED', signedByAnother),
  forged(
    'token-altered',
    'another person in the claims under the old signature → UNAUTHENTICATED',
    ({ header, claims, signature }) => `${encode(header)}.${encode({ ...claims, sub: uuidv7() })}.${signature}`,
  ),
  forged(
    'token-other-audience',
    'another audience → UNAUTHENTICATED',
    ({ header, claims, signature }) => `${encode(header)}.${encode({ ...claims, aud: 'https://elsewhere.example' })}.${signature}`,
  ),
  envelope('envelope-none', "a request at each subgraph's port without an envelope → 401", () => ({})),
  envelope('envelope-made-up', 'an envelope under a made-up key → 401', madeUpEnvelope),
  envelope('envelope-token', 'a bearer token instead of an envelope → 401', () => ({ authorization: 'Bearer x' })),
  expired,
];
