/** V01, V02: without a token, and with one that nobody should believe. */
import { createDecipheriv, createHmac, createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readJson } from '../../local/setup/secrets.mjs';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { type Case, require } from '../case.ts';
import { consentForm } from '../forms.ts';
import { consentSubmit, postCreate, viewerId } from '../operations.ts';
import type { World } from '../world.ts';
import { bearer, codesIn, median, post, RawSocket, round, within } from './wire.ts';

const mostMs = 50;

async function withoutToken(world: World): Promise<string> {
  const input = { idempotencyKey: uuidv7(), roomId: world.roomId, audience: 'EVERYONE', kind: 'NOTE', body: '監査' };
  const upload = { input: await consentForm(world, world.patientId) };
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1)
    for (const body of [{ query: viewerId }, { query: postCreate, variables: { input } }, { query: consentSubmit, variables: upload }]) {
      const reply = await post(world, body);
      require(reply.status === 401 && codesIn(reply).includes('UNAUTHENTICATED'), `HTTP ${reply.status} ${codesIn(reply).join()}`);
      require((JSON.parse(reply.text) as { data?: unknown }).data == null, 'data came with the refusal');
      times.push(reply.ms);
    }
  const socket = new RawSocket(world.urls.socket);
  await socket.opened;
  socket.send({ type: 'connection_init' });
  const closed = await within(socket.closed, 5000);
  require(closed?.code === 4401 || closed?.code === 4403, `the socket closed with ${closed?.code}`);
  require(median(times) <= mostMs, `took ${round(median(times))} ms`);
  return `median ${round(median(times))} ms, socket ${closed.code}`;
}

type Claims = Record<string, unknown>;
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part = ''): Claims => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims;

function signed(header: Claims, claims: Claims, key: KeyObject): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** The real key, taken out of the audit's own stack: only so are wrong claims the only thing wrong with a token. */
async function realKey(world: World, kid: string): Promise<KeyObject> {
  const { keyEncryptionKeys } = readJson(world.stack.files.secrets) as { keyEncryptionKeys: { identity: string } };
  const { rows } = await world.storage.within('heya_identity', (client) =>
    client.query<{ sealed: Buffer }>('select sealed from signing_key where kid = $1', [kid]),
  );
  const sealed = rows[0]?.sealed ?? Buffer.alloc(29);
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(keyEncryptionKeys.identity, 'hex'), sealed.subarray(1, 13));
  decipher.setAAD(Buffer.from(`signing_key.sealed:${kid}`)).setAuthTag(sealed.subarray(13, 29));
  const jwk = JSON.parse(Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString()) as JsonWebKey;
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

interface Forge {
  header: Claims;
  claims: Claims;
  real: KeyObject;
  own: { privateKey: KeyObject; publicKey: KeyObject };
  keySet: string;
  listener: string;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

const forgeries: Record<string, (parts: Forge) => string> = {
  none: ({ header, claims }) => `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`,
  'HS256 with the public keys': ({ header, claims, keySet }) => {
    const content = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
    return `${content}.${createHmac('sha256', keySet).update(content).digest('base64url')}`;
  },
  'embedded jwk': ({ header, claims, own }) => signed({ ...header, jwk: own.publicKey.export({ format: 'jwk' }) }, claims, own.privateKey),
  jku: ({ header, claims, own, listener }) => signed({ ...header, kid: 'own', jku: listener, x5u: listener }, claims, own.privateKey),
  'kid of a path': ({ header, claims, own }) => signed({ ...header, kid: '../../../../dev/null' }, claims, own.privateKey),
  'kid of SQL': ({ header, claims, own }) => signed({ ...header, kid: "' union select 'key" }, claims, own.privateKey),
  expired: ({ header, claims, real }) => signed(header, { ...claims, iat: seconds() - 400, exp: seconds() - 100 }, real),
  'not before ten minutes from now': ({ header, claims, real }) => signed(header, { ...claims, nbf: seconds() + 600 }, real),
  'another audience': ({ header, claims, real }) => signed(header, { ...claims, aud: 'https://elsewhere.example' }, real),
  'another issuer': ({ header, claims, real }) => signed(header, { ...claims, iss: 'https://elsewhere.example' }, real),
  'no typ': ({ header: { typ: _typ, ...header }, claims, real }) => signed(header, claims, real),
  'typ of an ID token': ({ header, claims, real }) => signed({ ...header, typ: 'JWT' }, claims, real),
  'valid for a year': ({ header, claims, real }) => signed(header, { ...claims, iat: seconds() - 3600, exp: seconds() + 31_536_000 }, real),
};

async function forged(world: World): Promise<string> {
  const connections = { count: 0 };
  const server = createServer((_request, answer) => answer.end('{"keys":[]}')).on('connection', () => (connections.count += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const parts = await partsOf(world, `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`);
    const control = await post(world, { query: viewerId }, { authorization: `Bearer ${signed(parts.header, parts.claims, parts.real)}` });
    require(control.status === 200, 'a token signed anew with the real key is not accepted, so nothing would be proven');
    for (const [name, forge] of Object.entries(forgeries)) {
      const reply = await post(world, { query: viewerId }, { authorization: `Bearer ${forge(parts)}` });
      require(reply.status === 401 && codesIn(reply)[0] === 'UNAUTHENTICATED', `${name}: HTTP ${reply.status}`);
    }
    require(connections.count === 0, `the address in the token was asked ${connections.count} times`);
  } finally {
    server.close();
  }
  return `${Object.keys(forgeries).length} forgeries, 0 connections to the jku`;
}

async function partsOf(world: World, listener: string): Promise<Forge> {
  const [header = '', claims = ''] = (await bearer(world, 'nurse')).authorization.slice('Bearer '.length).split('.');
  const configuration = (await (await fetch(`${world.urls.issuer}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
  return {
    header: decode(header),
    claims: decode(claims),
    real: await realKey(world, String(decode(header).kid)),
    own: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    keySet: await (await fetch(configuration.jwks_uri)).text(),
    listener,
  };
}

export const strangerCases: Case[] = [
  { id: 'V01', text: 'no token: query, mutation, upload → 401 UNAUTHENTICATED without data; socket closed', run: withoutToken },
  { id: 'V02', text: 'forged tokens → refused, and no address in them is asked', run: forged },
];
