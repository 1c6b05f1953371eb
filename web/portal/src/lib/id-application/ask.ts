/** What the public pages ask: at the portal's /public, as nobody. */
import { error } from '@sveltejs/kit';
import { request, RequestError } from '@heya/client/request';
import type { TypedDocumentString } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

const door = '/public';

/** For `load`. */
export async function askPublic<R, V>(event: { fetch: typeof fetch }, document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  try {
    return await request((input, init) => event.fetch(input, init), document, variables, door);
  } catch (problem) {
    if (problem instanceof RequestError) error(503, problem.code);
    throw problem;
  }
}

/** For what people do on a page that is open. @throws {RequestError} */
export const sendPublic = <R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<R> =>
  request((input, init) => fetch(input, init), document, variables, door);

/** Why nothing came of it, in words. */
export const wordsOf = (problem: unknown): string =>
  problem instanceof RequestError && problem.code === 'RATE_LIMITED' ? m.apply_too_often() : m.action_failed();
