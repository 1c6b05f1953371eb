/** One GraphQL request over HTTP: a typed document in, typed data or a coded error out. */
import { type AnyVariables, Client, type CombinedError, createRequest, type DocumentInput, fetchExchange, makeOperation } from '@urql/core';
import { documentMeta } from './document.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

/** What went wrong above the level of a field, by the codes of api.md 7; NETWORK when nothing came back. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'CONSENT_REQUIRED'
  | 'RATE_LIMITED'
  | 'COST_EXCEEDED'
  | 'PERSISTED_DOCUMENT_NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL'
  | 'NETWORK';

export class RequestError extends Error {
  override name = 'RequestError';
  readonly code: RequestErrorCode;
  readonly requestId: string | undefined;

  constructor(code: RequestErrorCode, requestId?: string) {
    super(code);
    this.code = code;
    this.requestId = requestId;
  }
}

export interface WireError {
  message: string;
  extensions?: { code?: string; requestId?: string };
}

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

const known = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONSENT_REQUIRED',
  'RATE_LIMITED',
  'COST_EXCEEDED',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'BAD_USER_INPUT',
  'SERVICE_UNAVAILABLE',
  'INTERNAL',
  'NETWORK',
]);

/**
 * Sends one operation by its id. Nullable fields that failed stay null beside their siblings (api.md 4);
 * only an answer without any data is an error.
 * @throws {RequestError}
 */
export async function request<TResult, TVariables>(
  fetch: Fetch,
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  url = '/graphql',
): Promise<TResult> {
  const { id, operation } = documentMeta(document);
  const context = { url, fetch: fetch as typeof globalThis.fetch, preferGetMethod: false, requestPolicy: 'network-only' } as const;
  // No cache: what a consent covered a moment ago must not come back from memory (R10).
  const client = new Client({ ...context, exchanges: [fetchExchange] });
  // Built by hand: the client's own query() and mutation() look for the kind in a text that is not here.
  const named = { kind: 'Document', definitions: [], documentId: id } as DocumentInput<TResult>;
  const sent = makeOperation(operation, createRequest(named, variables as AnyVariables), context);
  const { data, error } = await client.executeRequestOperation(sent).toPromise();
  if (data) return data;
  throw fromCombined(error);
}

function fromCombined(error: CombinedError | undefined): RequestError {
  const [first] = error?.graphQLErrors ?? [];
  const status = (error?.response as Response | undefined)?.status;
  if (!first && status === undefined) return new RequestError('NETWORK');
  return toRequestError(first, status);
}

/** The coded error of a top-level GraphQL error, or of a bare HTTP status. */
export function toRequestError(error: WireError | undefined, status = 200): RequestError {
  const code = error?.extensions?.code;
  if (code && known.has(code)) return new RequestError(code as RequestErrorCode, error.extensions?.requestId);
  if (status === 401) return new RequestError('UNAUTHENTICATED');
  return new RequestError(status >= 502 ? 'SERVICE_UNAVAILABLE' : 'INTERNAL', error?.extensions?.requestId);
}
