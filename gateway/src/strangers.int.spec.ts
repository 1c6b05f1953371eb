/** What people without a sign-in may ask, and through whom (R2, V01, V31). */
import { randomBytes } from 'node:crypto';
import { signEnvelope } from '@heya/service-common/envelope';
import type { Viewer } from '@heya/service-common/viewer';
import { nurse } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentIdOf } from './documents.ts';
import { publicFieldsOf } from './strangers.ts';
import { knownDocuments, Stage } from './testing/stage.ts';

const [greeting = '', , , districts = '', both = ''] = knownDocuments;
const allowed = 3;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ rates: { accountOperations: 10_000, addressFailures: 10_000, strangerOperations: allowed } });
});
afterAll(() => stage.close());

interface Asked {
  sent?: unknown;
  viewer?: Viewer;
  key?: Buffer;
  to?: string;
  /** What is sent in place of what was signed. */
  body?: string;
}

const from = (address: string): Viewer => ({ type: 'anonymous', address });

async function ask({ sent = { documentId: documentIdOf(districts) }, viewer = from('192.0.2.1'), key, to = 'gateway', body }: Asked) {
  const text = JSON.stringify(sent);
  const request = { method: 'POST', path: '/public', body: text };
  const claims = { viewer, requestId: 'portal', locale: 'ja' } as const;
  const headers = signEnvelope(key ?? (stage.settings.portalKey as Buffer), to, request, claims);
  const answer = await stage.fetch('/public', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body ?? text,
  });
  return { status: answer.status, code: answer.body.errors?.[0]?.extensions.code, data: answer.body.data, headers: answer.headers };
}

describe('people without a sign-in', () => {
  it('ask what is tagged public, and are counted by the address the portal saw', async () => {
    const { status, data, headers } = await ask({ viewer: from('192.0.2.7') });
    expect([status, data]).toEqual([200, { applicationDistricts: ['192.0.2.7'] }]);
    expect(headers.get('ratelimit')).toMatch(/^"network";r=2;/);
  });

  it.each([
    ['anything else', { documentId: documentIdOf(greeting) }, 401, 'UNAUTHENTICATED'],
    ['anything else beside it', { documentId: documentIdOf(both) }, 401, 'UNAUTHENTICATED'],
    ['a text', { query: districts }, 400, 'PERSISTED_DOCUMENT_NOT_FOUND'],
    ['an unknown document', { documentId: documentIdOf('query None { applicationDistricts }') }, 400, 'PERSISTED_DOCUMENT_NOT_FOUND'],
    ['nothing', null, 400, 'PERSISTED_DOCUMENT_NOT_FOUND'],
  ])('do not get %s', async (name, sent, status, code) => {
    expect(await ask({ sent, viewer: from(`198.51.100.${name.length}`) })).toMatchObject({ status, code });
  });

  it('are believed from the portal alone: no other key, name, body or viewer', async () => {
    const viewer = nurse();
    const refused: Asked[] = [{ key: randomBytes(32) }, { to: 'identity' }, { body: '{"documentId":""}' }, { viewer }];
    for (const asked of refused) expect(await ask(asked)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('get nothing without a signature, and nothing at the door of those who are signed in', async () => {
    const body = JSON.stringify({ documentId: documentIdOf(districts) });
    const headers = { 'content-type': 'application/json' };
    for (const path of ['/public', '/graphql']) expect((await stage.fetch(path, { method: 'POST', headers, body })).status).toBe(401);
  });

  it('of one network wait together, of another not', async () => {
    const statuses = [];
    for (let times = 0; times <= allowed; times += 1) statuses.push((await ask({ viewer: from(`2001:db8::${times}`) })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await ask({ viewer: from('2001:db8:0:1::1') })).status).toBe(200);
  });
});

it('public fields are those of the roots with the tag', () => {
  const sdl = `type Query { a: Int @tag(name: "public") @tag(name: "internal") b: Int @tag(name: "internal") }
    type Mutation { c: Int @tag(name: "public") } type Other { d: Int @tag(name: "public") }`;
  expect([...publicFieldsOf(sdl)]).toEqual(['Query.a', 'Mutation.c']);
});
