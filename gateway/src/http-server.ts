/** The gateway's HTTP side: /graphql, /ticket and /health. Nothing that comes in says who asks but the access token. */
import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ErrorCode } from '@heya/service-common/errors';
import { describeError, type Logger } from '@heya/service-common/logger';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Authentication, bearerToken, type EndedSessions, type TokenVerifier } from './authenticate.ts';
import { refusal } from './errors.ts';
import type { ForwardContext } from './forward.ts';
import { requestScope } from './graphql-server.ts';
import { limits } from './limits.ts';
import { readLocale } from './locale.ts';
import type { Tickets } from './tickets.ts';

export const graphqlPath = '/graphql';

interface HttpServerParts {
  graphql: ApolloServer<ForwardContext>;
  tokens: TokenVerifier;
  ended: EndedSessions;
  tickets: Tickets;
  /** Rejects when the gateway cannot do its work. */
  healthy(): Promise<unknown>;
  logger: Logger;
}

declare module 'fastify' {
  interface FastifyRequest {
    authentication?: Authentication;
  }
}

export function createHttpServer(parts: HttpServerParts): FastifyInstance {
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: false,
    requestTimeout: 10_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
  });
  answerInOneShape(app, parts.logger);
  app.get('/health', async (_request, reply) => {
    const ok = await parts.healthy().then(
      () => true,
      () => false,
    );
    return reply.code(ok ? 200 : 503).send({ status: ok ? 'ok' : 'unavailable' });
  });
  app.register((personal, _options, done) => {
    personal.addHook('preHandler', (request, reply) => authenticate(parts, request, reply));
    const answer = fastifyApolloHandler(parts.graphql, { context: (request) => Promise.resolve(forwardContext(request)) });
    personal.route({
      method: ['GET', 'POST'],
      url: graphqlPath,
      exposeHeadRoute: false,
      handler: (request, reply) => {
        // A query string ends up in the logs of whatever lies between; variables may hold health data (R34).
        if (new URLSearchParams(request.url.split('?', 2)[1]).has('variables'))
          return refuse(reply, 400, 'BAD_USER_INPUT', 'Send variables by POST.');
        return requestScope.run(request.id, () => (answer as (a: FastifyRequest, b: FastifyReply) => unknown)(request, reply));
      },
    });
    personal.post('/ticket', async (request) => parts.tickets.issue(request.authentication as Authentication));
    done();
  });
  return app;
}

/** Every refusal is a GraphQL error, and no answer is kept by anybody on the way. */
function answerInOneShape(app: FastifyInstance, logger: Logger): void {
  // Apollo itself answers wrong content types (400, 415), once it has been told who asks.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => done(null, undefined));
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'BAD_USER_INPUT', 'Not found'));
  app.setErrorHandler((error: { statusCode?: number; extensions?: { code?: string } }, request, reply) => {
    if (error.extensions?.code === 'SERVICE_UNAVAILABLE') return refuse(reply, 503, 'SERVICE_UNAVAILABLE');
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(reply, status, 'BAD_USER_INPUT');
    logger.error('request failed', { requestId: request.id, ...describeError(error) });
    return refuse(reply, 500, 'INTERNAL');
  });
}

async function authenticate({ tokens, ended }: HttpServerParts, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const token = bearerToken(request.headers.authorization);
  const found = token === undefined ? undefined : await tokens.verify(token);
  if (!found || ended.has(found.viewer)) return refuse(reply, 401, 'UNAUTHENTICATED');
  request.authentication = found;
  return undefined;
}

function forwardContext(request: FastifyRequest): ForwardContext {
  const { viewer } = request.authentication as Authentication;
  const locale = readLocale(request.headers['accept-language']);
  return { viewer, requestId: request.id, locale, signal: AbortSignal.timeout(limits.operationMs) };
}

function refuse(reply: FastifyReply, status: number, code: ErrorCode, sentence?: string): FastifyReply {
  const wantsGraphql = reply.request.headers.accept?.includes('application/graphql-response+json');
  const type = wantsGraphql ? 'application/graphql-response+json' : 'application/json';
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify(refusal(code, reply.request.id, sentence)));
}
