/** Pages ask through here: the portal's own /graphql, and what to do when the answer is no. */
import { error, redirect } from '@sveltejs/kit';
import { type Fetch, request, RequestError } from '@heya/client/request';
import { type TypedDocumentString, ViewerFrameDocument } from '@heya/client/generated/graphql';
import { proving, provenFetch } from './device/prove.ts';
import { holdsBack, toPledge } from './pledge/owed.ts';
import { signedOut } from './wipe.ts';

interface LoadEvent {
  fetch: typeof fetch;
  url: URL;
}

/** For `load`: data, or SvelteKit's way to the start page or to an error page. */
export async function ask<R, V>(event: LoadEvent, document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  const byEvent = proving((input, init) => event.fetch(input, init));
  try {
    return await request(byEvent, document, variables);
  } catch (problem) {
    if (!(problem instanceof RequestError)) throw problem;
    if (problem.code === 'UNAUTHENTICATED' && (await isHeldBack(byEvent))) redirect(303, toPledge(event.url.pathname));
    if (problem.code === 'UNAUTHENTICATED') redirect(303, `/?problem=ended&returnTo=${encodeURIComponent(event.url.pathname)}`);
    error(problem.code === 'FORBIDDEN' ? 403 : 503, problem.code);
  }
}

/**
 * For what people do on a page that is already open.
 * When the sign-in is over the page is left, and what was typed waits in its draft.
 * @throws {RequestError}
 */
export async function send<R, V>(document: TypedDocumentString<R, V>, variables: V): Promise<R> {
  try {
    return await request(provenFetch, document, variables);
  } catch (problem) {
    if (!(problem instanceof RequestError) || problem.code !== 'UNAUTHENTICATED') throw problem;
    if (await isHeldBack(provenFetch)) location.assign(toPledge(location.pathname));
    else signedOut('ended', { keepDrafts: true });
    throw problem;
  }
}

/** The sign-in goes on, but since a moment ago a pledge stands before everything else (R1). */
async function isHeldBack(fetchIt: Fetch): Promise<boolean> {
  const frame = await request(fetchIt, ViewerFrameDocument, {}).catch(() => null);
  return holdsBack(frame?.viewer?.pledgesOwed ?? []);
}

/** Whether sending the very same thing again may help. */
export function mayRetry(problem: unknown): boolean {
  return problem instanceof RequestError && ['NETWORK', 'SERVICE_UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED'].includes(problem.code);
}
