import { nurse } from '@heya/testkit/viewers';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveFiles } from './files.ts';
import type { FileReply, ForwardContext, SubgraphSource } from './forward.ts';

let app: FastifyInstance;
let address: string;
/** What the service has not answered yet. */
let held: { answer: () => void; signal: AbortSignal }[];
const done: FileReply = { status: 200, headers: { 'content-type': 'text/plain' }, bytes: Buffer.from('taken') };
const service = {
  file: (_file: unknown, { signal }: ForwardContext) =>
    new Promise<FileReply>((resolve) => void held.push({ answer: () => resolve(done), signal })),
} as unknown as SubgraphSource;

beforeEach(async () => {
  held = [];
  app = Fastify();
  app.decorateRequest('authentication');
  app.addHook('onRequest', async (request) => {
    request.authentication = { viewer: { ...nurse(), userId: String(request.headers.who) } } as typeof request.authentication;
  });
  app.setErrorHandler((error: { extensions?: { code?: string } }, _request, reply) =>
    reply.code(error.extensions?.code === 'SERVICE_UNAVAILABLE' ? 503 : 400).send(),
  );
  serveFiles(app, new Map([['identity', service]]));
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => {
  answerAll();
  return app.close();
});

const put = async (who: string, to = 'identity', size = 4): Promise<number> => {
  const headers = { who, 'content-type': 'application/octet-stream' };
  const { status, body } = await fetch(`${address}/files/${to}/scans/1`, { method: 'PUT', headers, body: Buffer.alloc(size) });
  await body?.cancel();
  return status;
};
const arrived = (count: number) => expect.poll(() => held.length).toBe(count);
const answerAll = () => held.splice(0).forEach(({ answer }) => answer());

test('one person brings two files at once, all together eight, and a place is free again once a file was answered', async () => {
  const first = [put('a'), put('a')];
  await arrived(2);
  expect(await put('a')).toBe(503);
  const others = ['b', 'b', 'c', 'c', 'd', 'd'].map((who) => put(who));
  await arrived(8);
  expect(await put('e')).toBe(503);
  answerAll();
  expect(await Promise.all([...first, ...others])).toEqual(Array.from({ length: 8 }, () => 200));
  const again = put('e');
  await arrived(1);
  answerAll();
  expect(await again).toBe(200);
});

test('who goes away before the answer is waited for no longer, and leaves the place free', async () => {
  const leaving = new AbortController();
  const headers = { who: 'a', 'content-type': 'application/octet-stream' };
  const gone = fetch(`${address}/files/identity/scans/1`, { method: 'PUT', headers, body: Buffer.alloc(4), signal: leaving.signal });
  await arrived(1);
  const stays = put('a');
  await arrived(2);
  leaving.abort();
  await expect(gone).rejects.toThrow();
  await expect.poll(() => held[0]?.signal.aborted).toBe(true);
  const next = put('a');
  await arrived(3);
  answerAll();
  expect(await Promise.all([stays, next])).toEqual([200, 200]);
});

test('nothing is read for a service that is not there', async () => {
  expect(await put('a', 'nowhere', 1024)).toBe(400);
  expect(held).toEqual([]);
});
