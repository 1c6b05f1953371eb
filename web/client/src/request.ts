/** One GraphQL request over HTTP: a typed document in, typed data or a coded error out. */
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

interface WireResult<T> {
  data?: T | null;
  errors?: WireError[];
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
 * Sends one operation. Nullable fields that failed stay null beside their siblings (api.md 4);
 * only an answer without any data is an error.
 * @throws {RequestError}
 */
export async function request<TResult, TVariables>(
  fetch: Fetch,
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  url = '/graphql',
): Promise<TResult> {
  const response = await send(fetch, url, JSON.stringify({ query: document.toString(), variables }));
  const result = await read<TResult>(response);
  if (result.data) return result.data;
  throw toRequestError(result.errors?.[0], response.status);
}

/** The coded error of a top-level GraphQL error, or of a bare HTTP status. */
export function toRequestError(error: WireError | undefined, status = 200): RequestError {
  const code = error?.extensions?.code;
  if (code && known.has(code)) return new RequestError(code as RequestErrorCode, error.extensions?.requestId);
  if (status === 401) return new RequestError('UNAUTHENTICATED');
  return new RequestError(status >= 502 ? 'SERVICE_UNAVAILABLE' : 'INTERNAL', error?.extensions?.requestId);
}

async function send(fetch: Fetch, url: string, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
  try {
    return await fetch(url, { method: 'POST', headers, body });
  } catch {
    throw new RequestError('NETWORK');
  }
}

async function read<T>(response: Response): Promise<WireResult<T>> {
  try {
    return (await response.json()) as WireResult<T>;
  } catch {
    throw toRequestError(undefined, response.status);
  }
}
