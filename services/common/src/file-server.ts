/**
 * Files of a service: what is too large or too plain for GraphQL. The gateway signs them like everything else, but over the digest of the
 * body, so that nothing is read into memory for whoever is not the gateway.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { digestHeader, digestOf, type Envelope, type EnvelopeVerifier } from './envelope.ts';
import { codedError, isCodedError, isConnectionLost } from './errors.ts';
import { describeError, type Logger } from './logger.ts';

export const filesPath = '/files';
/** The largest file that people may bring. */
export const fileBytes = 30 * 1024 * 1024;

export interface FileAnswer {
  status: number;
  /** A picture, a PDF, or a value that is told as JSON. */
  body?: { type: string; bytes: Uint8Array } | object;
  headers?: Record<string, string>;
}

export interface FileRoute<C> {
  method: 'GET' | 'PUT';
  /** Below `/files`, with `:names`. */
  path: string;
  /** The context is the asker's; absent and forbidden are one answer. @param bytes of a PUT, else empty */
  answer(context: C, given: { parameters: Record<string, string>; bytes: Uint8Array }): Promise<FileAnswer>;
}

interface FileServerParts<C> {
  files: readonly FileRoute<C>[];
  verifier: EnvelopeVerifier;
  logger: Logger;
  context(envelope: Envelope): C;
}

export function serveFiles<C>(app: FastifyInstance, { files, verifier, logger, context }: FileServerParts<C>): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    const digest = request.headers[digestHeader];
    const signed = { method: request.method, path: request.url, digest: typeof digest === 'string' ? digest : '' };
    const check = verifier.verify(signed, request.headers);
    if (check.ok) return void (request.heya = check.envelope);
    logger.warn('unsigned or stale request refused', { reason: check.refusal });
    await refuse(reply, 401, 'UNAUTHENTICATED');
  });
  app.addHook('preHandler', async (request, reply) => {
    if (digestOf(bytesOf(request)) !== request.headers[digestHeader]) await refuse(reply, 401, 'UNAUTHENTICATED');
  });
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => explain(error, { reply, logger }));
  for (const { method, path, answer } of files)
    app.route({
      method,
      url: `${filesPath}${path}`,
      exposeHeadRoute: false,
      bodyLimit: fileBytes,
      handler: async (request, reply) => {
        const parameters = request.params as Record<string, string>;
        return send(reply, await answer(context(request.heya as Envelope), { parameters, bytes: bytesOf(request) }));
      },
    });
}

const bytesOf = ({ body }: FastifyRequest): Uint8Array => (Buffer.isBuffer(body) ? body : new Uint8Array());

function send(reply: FastifyReply, { status, body, headers = {} }: FileAnswer): FastifyReply {
  void reply.code(status).headers({ ...headers, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  if (!body) return reply.send();
  if ('bytes' in body) return reply.type(body.type).send(Buffer.from(body.bytes));
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}

const refuse = (reply: FastifyReply, status: number, code: string): FastifyReply => send(reply, { status, body: { code } });

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Known problems by their code; anything else goes to the log without its message. */
function explain(error: { statusCode?: number }, { reply, logger }: { reply: FastifyReply; logger: Logger }): FastifyReply {
  if (isCodedError(error)) return refuse(reply, statuses[String(error.extensions.code)] ?? 400, String(error.extensions.code));
  if (error.statusCode === 413) return refuse(reply, 413, 'TOO_LARGE');
  if ((error.statusCode ?? 500) < 500) return refuse(reply, error.statusCode ?? 400, 'BAD_USER_INPUT');
  if (isConnectionLost(error)) return refuse(reply, 503, String(codedError('SERVICE_UNAVAILABLE').extensions.code));
  logger.error('unexpected error', describeError(error));
  return refuse(reply, 500, 'INTERNAL');
}
