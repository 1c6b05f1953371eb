/** A subgraph's HTTP server: answers only requests the gateway signed, with the same limits everywhere. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { type Envelope, EnvelopeVerifier } from './envelope.ts';
import { codedError, isCodedError, isConnectionLost } from './errors.ts';
import { type FileRoute, serveFiles } from './file-server.ts';
import { describeError, type Logger } from './logger.ts';

const bodyLimit = 256 * 1024;
const path = '/graphql';

interface SubgraphServerParts<C extends object> {
  name: string;
  schema: GraphQLSchema;
  key: Buffer;
  logger: Logger;
  context(envelope: Envelope): C;
  /** Throws when the service cannot do its work. @returns counts that an operator wants to see at zero */
  healthy(): Promise<Record<string, number> | void>;
  /** Files that the gateway brings and fetches for people (file-server.ts). */
  files?: readonly FileRoute<C>[];
  /** Adds routes of the service's own (identity's OIDC). */
  extend?(app: FastifyInstance): Promise<void>;
}

declare module 'fastify' {
  interface FastifyRequest {
    heya?: Envelope;
    rawText?: string;
  }
}

/** @returns a Fastify application, ready to listen */
export async function createSubgraphServer<C extends object>(parts: SubgraphServerParts<C>): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit, forceCloseConnections: 'idle' });
  const apollo = new ApolloServer<C>({
    schema: parts.schema,
    introspection: false,
    // main.ts stops the parts in order; Apollo would repeat the signal and cut that short.
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    formatError: (formatted, error) => mask(parts.logger, formatted, error),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(app),
      recordBeforeAnswer(parts.logger),
    ],
  });
  await apollo.start();
  app.get('/health', async (_request, reply) => {
    const notes = await parts.healthy().then(
      (counts) => counts ?? {},
      () => undefined,
    );
    if (!notes) return reply.code(503).send({ status: 'unavailable' });
    return reply.send({ status: Object.values(notes).some((count) => count > 0) ? 'degraded' : 'ok', ...notes });
  });
  const verifier = new EnvelopeVerifier(parts.key, parts.name);
  const { files } = parts;
  if (files) await app.register(async (scope) => serveFiles(scope, { ...parts, files, verifier }));
  await app.register(async (signed) => {
    keepRawText(signed);
    requireEnvelope(signed, verifier, parts.logger);
    signed.route({
      method: 'POST',
      url: path,
      handler: fastifyApolloHandler(apollo, { context: async (request: FastifyRequest) => parts.context(request.heya as Envelope) }),
    });
  });
  await parts.extend?.(app);
  return app;
}

/** What a request's context may bring along to be waited for. */
interface Recorded {
  /** Resolves when everything that was looked at is in the access record (R32). */
  recorded?(): Promise<void>;
}

/** No answer leaves before its looks are recorded; one whose looks could not be recorded does not leave at all. */
const recordBeforeAnswer = (logger: Logger): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    async willSendResponse({ contextValue, response }) {
      try {
        await (contextValue as Recorded).recorded?.();
      } catch (error) {
        logger.error('looks not recorded', describeError(error));
        const { message, extensions } = codedError('SERVICE_UNAVAILABLE');
        response.body = { kind: 'single', singleResult: { errors: [{ message, extensions }] } };
      }
    },
  }),
});

/** The signature covers the bytes as sent, so they are kept beside the parsed body. */
function keepRawText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.rawText = body as string;
    try {
      done(null, JSON.parse(body as string));
    } catch {
      done(codedError('BAD_USER_INPUT'), undefined);
    }
  });
}

function requireEnvelope(app: FastifyInstance, verifier: EnvelopeVerifier, logger: Logger): void {
  app.addHook('preHandler', async (request, reply) => {
    const check = verifier.verify({ method: request.method, path, body: request.rawText ?? '' }, request.headers);
    if (check.ok) {
      request.heya = check.envelope;
      return;
    }
    logger.warn('unsigned or stale request refused', { reason: check.refusal });
    await reply.code(401).send({ errors: [{ message: 'Unauthenticated', extensions: { code: 'UNAUTHENTICATED' } }] });
  });
}

/** Known problems pass; anything else becomes INTERNAL and goes to the log without its message. */
function mask(logger: Logger, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (isCodedError(original)) return formatted;
  const code = formatted.extensions?.code;
  const isRequestFault = code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED' || code === 'BAD_USER_INPUT';
  if (isRequestFault || (original instanceof GraphQLError && code === 'BAD_REQUEST')) {
    return {
      message: formatted.message,
      ...(formatted.locations && { locations: formatted.locations }),
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  if (isConnectionLost(original)) {
    const unavailable = codedError('SERVICE_UNAVAILABLE');
    return { message: unavailable.message, ...(formatted.path && { path: formatted.path }), extensions: { code: 'SERVICE_UNAVAILABLE' } };
  }
  logger.error('unexpected error', describeError(original));
  return { message: codedError('INTERNAL').message, ...(formatted.path && { path: formatted.path }), extensions: { code: 'INTERNAL' } };
}
