/** What a client gets to see of an error: a code of api.md 7, the request's id, nothing of the inside. */
import { type ErrorCode, errorCodes } from '@heya/schema/error-codes';
import { codedError } from '@heya/service-common/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

const ownCodes = new Set<unknown>(errorCodes);

/** Codes of Apollo and graphql-js for requests that are themselves wrong; their messages help and tell nothing secret. */
const requestFaults = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** A client that missed events must read the current state again; streams only (api.md 13). */
export const resyncCode = 'RESYNC';

/** @returns the error as it may leave the gateway */
export function presentError(formatted: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  const code = publicCode(formatted.extensions?.code);
  const { cost, retryAfterSeconds } = formatted.extensions ?? {};
  return {
    message: code === 'INTERNAL' ? codedError('INTERNAL').message : withoutSuggestion(formatted.message),
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: {
      code,
      requestId,
      ...(code === 'COST_EXCEEDED' && { cost }),
      ...(code === 'RATE_LIMITED' && { retryAfterSeconds }),
    },
  };
}

/** The same as a throwable, for the WebSocket. */
export function presentGraphQLError(error: GraphQLError, requestId: string): GraphQLError {
  const { message, extensions, path } = presentError(withRequestFault(error), requestId);
  return new GraphQLError(message, { ...(extensions && { extensions }), path, source: error.source, positions: error.positions });
}

/** An error that ends a live operation. */
export function streamError(code: ErrorCode | typeof resyncCode, requestId: string): GraphQLError {
  if (code !== resyncCode) return new GraphQLError(codedError(code).message, { extensions: { code, requestId } });
  return new GraphQLError('続きを送れません。読み直してください / The stream cannot go on from here; read again', {
    extensions: { code, requestId },
  });
}

/** A refusal before GraphQL begins. */
export function refusal(errors: readonly GraphQLError[], requestId: string): { errors: GraphQLFormattedError[] } {
  return { errors: errors.map((error) => presentError(withRequestFault(error), requestId)) };
}

/** A document or its variables break a rule: the client's fault, and HTTP 400. */
export function requestFault(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}

function publicCode(code: unknown): string {
  if (ownCodes.has(code) || code === resyncCode) return code as string;
  if (requestFaults.has(code)) return 'BAD_USER_INPUT';
  return code === 'PERSISTED_QUERY_NOT_FOUND' || code === 'PERSISTED_QUERY_NOT_SUPPORTED' ? 'PERSISTED_DOCUMENT_NOT_FOUND' : 'INTERNAL';
}

/** graphql-js gives parse and validation errors no code; over the WebSocket nobody adds one. */
function withRequestFault(error: GraphQLError): GraphQLFormattedError {
  return { ...error.toJSON(), extensions: { ...error.extensions, code: error.extensions.code ?? 'BAD_REQUEST' } };
}

/** Suggestions spell out the schema to whoever guesses (V24). */
function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean .+\?$/s, '');
}
