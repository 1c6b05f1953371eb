/** The gateway's HTTP side: /graphql, /files, /ticket, /public and /health. Nothing that comes in says who asks but the access token. */
import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import type { EnvelopeVerifier } from '@heya/service-common/envelope';
import { codedError } from '@heya/service-common/errors';
import { describeError, type Logger } from '@heya/service-common/logger';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { clientAddress } from './address.ts';
import { type Authentication, bearerToken, type EndedSessions, type TokenVerifier } from './authenticate.ts';
import { type CheckedDocuments, RequestFaults } from './check.ts';
import type { NamedDocument, PersistedDocuments } from './documents.ts';
import { refusal, requestFault } from './errors.ts';
import { serveFiles } from './files.ts';
import type { SubgraphSource } from './forward.ts';
import { type GatewayContext, requestScope } from './graphql-server.ts';
import { limits } from './limits.ts';
import { readLocale } from './locale.ts';
import { type Quota, quotaHeaders, RateExceeded, type Rates } from './rates.ts';
import { serveStrangers } from './strangers.ts';
import type { Tickets } from './tickets.ts';

export const graphqlPath = '/graphql';

interface HttpServerParts {
  graphql: ApolloServer<GatewayContext>;
  subgraphs: ReadonlyMap<string, SubgraphSource>;
  tokens: TokenVerifier;
  ended: EndedSessions;
  tickets: Tickets;
  rates: Rates;
  documents: PersistedDocuments;
  checked: CheckedDocuments;
  trustedProxies: readonly string[];
  /** Root fields that need no sign-in. */
  publicFields: ReadonlySet<string>;
  /** Who may ask for people without one; undefined: nobody. */
  portal: EnvelopeVerifier | undefined;
  /** Rejects when the gateway cannot do its work. */
  healthy(): Promise<unknown>;
  logger: Logger;
}

declare module 'fastify' {
  interface FastifyRequest {
    authentication?: Authentication;
    quota?: Quota;
    isPersisted?: boolean;
  }
}

/** No page of this server is ever to be shown, so nothing may be loaded, framed or guessed from it. */
const headerRules = {
  contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } },
  referrerPolicy: { policy: 'no-referrer' },
} as const;

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
  app.register(helmet, headerRules);
  answerInOneShape(app, parts.logger);
  app.get('/health', async (_request, reply) => {
    const ok = await parts.healthy().then(
      () => true,
      () => false,
    );
    return reply.code(ok ? 200 : 503).send({ status: ok ? 'ok' : 'unavailable' });
  });
  app.register((personal, _options, done) => {
    personal.addHook('onRequest', (request) => admit(parts, request));
    serveGraphql(personal, parts);
    personal.register((files, _also, ready) => {
      serveFiles(files, parts.subgraphs);
      ready();
    });
    personal.post('/ticket', async (request) => parts.tickets.issue(request.authentication as Authentication));
    done();
  });
  const { portal } = parts;
  if (portal)
    app.register((strangers, _options, done) => {
      serveStrangers(strangers, { ...parts, portal });
      done();
    });
  return app;
}

function serveGraphql(app: FastifyInstance, parts: HttpServerParts): void {
  const answer = fastifyApolloHandler(parts.graphql, { context: (request) => Promise.resolve(operationContext(request, parts.rates)) });
  app.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    exposeHeadRoute: false,
    preHandler: async (request) => putDocument(request, parts),
    handler: (request, reply) =>
      requestScope.run(request.id, () => (answer as (a: FastifyRequest, b: FastifyReply) => unknown)(request, reply)),
  });
}

/** Every refusal is a GraphQL error, and no answer is kept by anybody on the way. */
function answerInOneShape(app: FastifyInstance, logger: Logger): void {
  // Apollo itself answers wrong content types (400, 415), once it has been told who asks.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => done(null, undefined));
  app.addHook('onSend', async ({ quota }, reply) => {
    void reply.headers({ 'cache-control': 'no-store', ...(quota && quotaHeaders(quota)) });
    if (quota && reply.statusCode === 429) void reply.header('retry-after', quota.resetSeconds);
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, codedError('BAD_USER_INPUT', 'Not found')));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    if (error instanceof RequestFaults) return refuse(reply, 400, ...error.faults);
    if (error instanceof GraphQLError) return refuse(reply, statusOf(error), error);
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(reply, status, codedError('BAD_USER_INPUT'));
    logger.error('request failed', { requestId: request.id, ...describeError(error) });
    return refuse(reply, 500, codedError('INTERNAL'));
  });
}

/**
 * Who asks, and whether they may ask again already: before a byte of the body is read. Behind the portal's address is everybody:
 * whoever shows a token that the issuer signed neither waits for its failures nor, once their session has ended, adds to them.
 * @throws UNAUTHENTICATED, RATE_LIMITED, SERVICE_UNAVAILABLE
 */
async function admit({ tokens, ended, rates, trustedProxies }: HttpServerParts, request: FastifyRequest): Promise<void> {
  const token = bearerToken(request.headers.authorization);
  const found = token === undefined ? undefined : await tokens.verify(token);
  if (!found) {
    const address = clientAddress(request.raw, trustedProxies);
    await rates.requireCalm(address);
    await rates.noteFailure(address);
  }
  if (!found || found === 'EXPIRED' || ended.has(found.viewer)) throw codedError('UNAUTHENTICATED');
  request.authentication = found;
  request.quota = await rates.spend(found.viewer.userId, 1);
}

/** The text to execute takes the place of its id; any other is looked at first. @throws PERSISTED_DOCUMENT_NOT_FOUND, BAD_USER_INPUT */
function putDocument(request: FastifyRequest, { documents, checked }: HttpServerParts): void {
  const { viewer } = request.authentication as Authentication;
  const sent = (request.method === 'GET' ? request.query : request.body) as (NamedDocument & { variables?: unknown }) | undefined;
  // A query string ends up in the logs of whatever lies between; variables may hold health data (R34).
  if (request.method === 'GET' && sent?.variables !== undefined) throw requestFault('Send variables by POST.');
  const { text, isPersisted } = documents.resolve(sent ?? {}, viewer.clientId);
  if (!isPersisted) return text ? checked.require(text) : undefined;
  request.isPersisted = true;
  if (request.method === 'GET') throw requestFault('Send document ids by POST.');
  request.body = { query: text, ...(sent?.variables !== undefined && { variables: sent.variables }) };
}

function operationContext(request: FastifyRequest, rates: Rates): GatewayContext {
  const { viewer } = request.authentication as Authentication;
  return {
    viewer,
    requestId: request.id,
    locale: readLocale(request.headers['accept-language']),
    signal: AbortSignal.timeout(limits.operationMs),
    isPersisted: request.isPersisted ?? false,
    async spend(operations) {
      try {
        request.quota = await rates.spend(viewer.userId, operations);
      } catch (error) {
        if (error instanceof RateExceeded) request.quota = error.quota;
        throw error;
      }
    },
  };
}

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  SERVICE_UNAVAILABLE: 503,
};

function statusOf({ extensions }: GraphQLError): number {
  const { status } = (extensions.http ?? {}) as { status?: number };
  return status ?? statuses[String(extensions.code)] ?? 400;
}

function refuse(reply: FastifyReply, status: number, ...errors: GraphQLError[]): FastifyReply {
  const [first] = errors;
  const wantsGraphql = reply.request.headers.accept?.includes('application/graphql-response+json');
  const type = wantsGraphql ? 'application/graphql-response+json' : 'application/json';
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  if (first instanceof RateExceeded) reply.request.quota = first.quota;
  return reply
    .code(status)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify(refusal(errors, reply.request.id)));
}
