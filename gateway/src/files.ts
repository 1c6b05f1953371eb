/** Files on their way between the portal's server and a service: by the same token, with the same limits and signature as everything else. */
import { codedError } from '@heya/service-common/errors';
import { fileBytes, filesPath } from '@heya/service-common/file-server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authentication } from './authenticate.ts';
import { requestFault } from './errors.ts';
import type { SubgraphSource } from './forward.ts';
import { readLocale } from './locale.ts';

/** Reading the pages of a scan takes its time. */
const fileMs = 120_000;
/** Names and ids alone: nothing that means something to a path. */
const plain = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/i;
/** What a service may say beside the file itself. */
const passedOn = ['content-type', 'content-disposition', 'x-content-type-options', 'heya-pages'];

/** @param app where who asks is already known */
export function serveFiles(app: FastifyInstance, subgraphs: ReadonlyMap<string, SubgraphSource>): void {
  const underWay = new UnderWay();
  app.addHook('onRequest', async (request, reply) => {
    if (!subgraphs.has((request.params as { service: string }).service)) throw requestFault('Not found');
    if (request.method === 'PUT') reply.raw.once('close', underWay.enter((request.authentication as Authentication).viewer.userId));
  });
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.route({
    method: ['GET', 'PUT'],
    url: `${filesPath}/:service/*`,
    exposeHeadRoute: false,
    bodyLimit: fileBytes,
    handler: (request, reply) => pass(subgraphs, request, reply),
  });
}

/** Each file that is brought lies in memory until its service has answered or the asker has gone, so they are counted before a byte is read. */
const atOnce = { all: 8, person: 2 };

class UnderWay {
  readonly #owners: string[] = [];

  /** @returns how to leave @throws SERVICE_UNAVAILABLE */
  enter(owner: string): () => void {
    const own = this.#owners.filter((each) => each === owner).length;
    if (this.#owners.length >= atOnce.all || own >= atOnce.person) throw codedError('SERVICE_UNAVAILABLE');
    this.#owners.push(owner);
    return () => void this.#owners.splice(this.#owners.indexOf(owner), 1);
  }
}

/** @throws BAD_USER_INPUT, SERVICE_UNAVAILABLE */
async function pass(subgraphs: ReadonlyMap<string, SubgraphSource>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { service, '*': rest } = request.params as { service: string; '*': string };
  const source = subgraphs.get(service);
  if (!source || !plain.test(rest)) throw requestFault('Not found');
  const file = {
    method: request.method as 'GET' | 'PUT',
    path: `${filesPath}/${rest}`,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
  const { viewer } = request.authentication as Authentication;
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const answer = await source
    .file(file, {
      viewer,
      requestId: request.id,
      locale: readLocale(request.headers['accept-language']),
      signal: AbortSignal.any([AbortSignal.timeout(fileMs), gone.signal]),
    })
    .catch(() => undefined);
  // 401: our own envelope was refused, which is not the client's doing.
  if (!answer || answer.status === 401) throw codedError('SERVICE_UNAVAILABLE');
  const headers = Object.fromEntries(passedOn.flatMap((name) => (answer.headers[name] ? [[name, answer.headers[name]]] : [])));
  return reply.code(answer.status).headers(headers).send(answer.bytes);
}
