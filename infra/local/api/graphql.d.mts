import type { Account, SignInUrls, Tokens } from './sign-in.mjs';

export interface GraphqlProblem {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; requestId?: string };
}
export interface GraphqlAnswer {
  status: number;
  body: { data?: Record<string, unknown> | null; errors?: GraphqlProblem[] };
}
/** What the gateway refused, with its errors as they came. */
export class GraphqlError extends Error {
  readonly errors: GraphqlProblem[];
  readonly status: number;
}
/** One signed-in person; renews its token by itself. */
export class Session {
  constructor(urls: SignInUrls, tokens: Tokens);
  static open(urls: SignInUrls, account: Account): Promise<Session>;
  accessToken(): Promise<string>;
  /** @throws {GraphqlError} when the answer has errors */
  ask<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The payload of a mutation's only field. @throws {GraphqlError} when it has errors or userErrors (ask for code, message, field) */
  change<Payload = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Payload>;
  send(query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>;
  file(path: string, bytes?: Uint8Array): Promise<{ status: number; headers: Headers; bytes: Uint8Array }>;
}
/** One request, with or without a token. */
export function send(
  gateway: string,
  request: { query: string; variables?: Record<string, unknown> },
  token?: string,
): Promise<GraphqlAnswer>;
