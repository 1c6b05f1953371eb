/** Requests to a subgraph: kept-alive connections, a signed envelope each, errors that tell nothing of the inside. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { digestHeader, digestOf, signEnvelope } from '@heya/service-common/envelope';
import { codedError, type Locale } from '@heya/service-common/errors';
import { describeError, type Logger } from '@heya/service-common/logger';
import { anonymousViewer, type Viewer } from '@heya/service-common/viewer';
import { Pool } from 'undici';
import type { SubgraphAddress } from './environment.ts';
import { limits } from './limits.ts';

type GatewayGraphQLResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Under whose authority, for which request, and until when. Nothing that came in from outside is forwarded but this. */
export interface ForwardContext {
  viewer: Viewer;
  requestId: string;
  locale: Locale;
  signal: AbortSignal;
  /** Root value of the event being resolved; streams only. */
  event?: Readonly<Record<string, unknown>>;
}

/** A file that is brought or fetched. */
export interface FileQuestion {
  method: 'GET' | 'PUT';
  path: string;
  body: Buffer;
}

export interface FileReply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

interface Question {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export class SubgraphSource implements GraphQLDataSource {
  readonly #address: SubgraphAddress;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #logger: Logger;

  constructor(address: SubgraphAddress, logger: Logger) {
    const url = new URL(address.url);
    this.#address = address;
    this.#logger = logger;
    this.#path = url.pathname;
    this.#pool = new Pool(url.origin, {
      connections: 64,
      keepAliveTimeout: 30_000,
      connect: { timeout: 1000 },
      headersTimeout: limits.operationMs,
      bodyTimeout: limits.operationMs,
    });
  }

  /** Called by the query planner's executor. Never rejects: a transport error would carry the subgraph's body past every mask. */
  async process(options: GraphQLDataSourceProcessOptions): Promise<GatewayGraphQLResponse> {
    const { query = '', variables, operationName } = options.request;
    const context = 'incomingRequestContext' in options ? (options.context as ForwardContext) : internalContext();
    return this.ask({ query, ...(variables && { variables }), ...(operationName && { operationName }) }, context);
  }

  /** @returns the answer; when the subgraph cannot be reached, an error SERVICE_UNAVAILABLE */
  async ask(question: Question, context: ForwardContext): Promise<GatewayGraphQLResponse> {
    try {
      return await this.#send(question, context);
    } catch (error) {
      this.#logger.warn('subgraph does not answer', {
        subgraph: this.#address.name,
        requestId: context.requestId,
        ...describeError(error),
      });
      return unavailable();
    }
  }

  async #send(question: Question, context: ForwardContext): Promise<GatewayGraphQLResponse> {
    try {
      return await this.#request(question, context);
    } catch (error) {
      // A kept-alive connection may have died with the process behind it. Reading again harms nothing; writing again might.
      if (!isBrokenConnection(error) || question.query.startsWith('mutation')) throw error;
      return this.#request(question, context);
    }
  }

  async #request(question: Question, { viewer, requestId, locale, signal }: ForwardContext): Promise<GatewayGraphQLResponse> {
    const body = JSON.stringify(question);
    const { name, key } = this.#address;
    const claims = { viewer: viewerFor(name, viewer), requestId, locale };
    const signed = signEnvelope(key, name, { method: 'POST', path: this.#path, body }, claims);
    const response = await this.#pool.request({
      method: 'POST',
      path: this.#path,
      body,
      signal,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...signed },
    });
    const answer = (await response.body.json()) as GatewayGraphQLResponse;
    // 401: our own envelope was refused (clock, key or restart), which is not the client's doing.
    if (response.statusCode === 401 || response.statusCode >= 500 || !isAnswer(answer)) {
      this.#logger.error('subgraph refuses', { subgraph: name, requestId, status: response.statusCode });
      return unavailable();
    }
    return { ...('data' in answer && { data: answer.data }), ...(answer.errors && { errors: answer.errors }) };
  }

  /** Asked once: nobody knows how far a file has come that broke off. @throws when the service does not answer until the signal */
  async file({ method, path, body }: FileQuestion, { viewer, requestId, locale, signal }: ForwardContext): Promise<FileReply> {
    const { name, key } = this.#address;
    const digest = digestOf(body);
    const signed = signEnvelope(key, name, { method, path, digest }, { viewer: viewerFor(name, viewer), requestId, locale });
    const {
      statusCode,
      headers,
      body: answer,
    } = await this.#pool.request({
      method,
      path,
      signal,
      // Until then the signal ends it.
      headersTimeout: 0,
      bodyTimeout: 0,
      headers: { ...signed, [digestHeader]: digest, ...(method === 'PUT' && { 'content-type': 'application/octet-stream' }) },
      ...(method === 'PUT' && { body }),
    });
    return { status: statusCode, headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** Without the device that the district asks for (R6), or the pledge (R1), a person is nobody where rooms are: there is only identity to mend it by. */
export function viewerFor(subgraph: string, viewer: Viewer): Viewer {
  return viewer.type === 'person' && viewer.restricted && subgraph !== 'identity' ? anonymousViewer : viewer;
}

function isAnswer(value: unknown): value is GatewayGraphQLResponse {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}

function isBrokenConnection(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}

function unavailable(): GatewayGraphQLResponse {
  const { message } = codedError('SERVICE_UNAVAILABLE');
  return { data: null, errors: [{ message, extensions: { code: 'SERVICE_UNAVAILABLE' } }] };
}

function internalContext(): ForwardContext {
  return { viewer: anonymousViewer, requestId: 'internal', locale: 'ja', signal: AbortSignal.timeout(limits.operationMs) };
}
