import { type Asking, callGateway, DeviceSilent, SignInOver } from '#lib/server/gateway.ts';
import { clearSessionId } from '#lib/server/cookies.ts';
import { deviceSilent, graphqlError, maxBodyBytes, readOperation } from '#lib/server/graphql.ts';
import { isJson, isSameOrigin } from '#lib/server/same-origin.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** Hands a GraphQL operation of this portal's own pages to the gateway. */
export const POST: RequestHandler = async ({ request, locals, cookies, getClientAddress }) => {
  if (!isSameOrigin(request)) return graphqlError('FORBIDDEN', 'Other origins are refused.');
  if (!isJson(request)) return graphqlError('BAD_USER_INPUT', 'Only application/json is read.', 415);
  if (locals.unproved) return deviceSilent();
  if (!locals.session) return graphqlError('UNAUTHENTICATED', 'Sign in first.');
  const text = await request.text();
  if (Buffer.byteLength(text) > maxBodyBytes) return graphqlError('BAD_USER_INPUT', 'More than 64 KB.', 413);
  const operation = readOperation(text);
  if (!operation) return graphqlError('BAD_USER_INPUT', 'Not a GraphQL request.');
  try {
    return await forward({ ...locals.session, address: getClientAddress() }, operation);
  } catch (problem) {
    if (problem instanceof DeviceSilent) return deviceSilent();
    if (!(problem instanceof SignInOver)) return graphqlError('SERVICE_UNAVAILABLE', 'The gateway does not answer.');
    clearSessionId(cookies);
    return graphqlError('UNAUTHENTICATED', 'The sign-in is over.');
  }
};

async function forward(asking: Asking, body: string): Promise<Response> {
  const answer = await callGateway(asking, '', {
    body,
    headers: { accept: 'application/graphql-response+json', 'accept-language': getLocale() },
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': answer.headers.get('content-type') ?? 'application/graphql-response+json', 'cache-control': 'no-store' },
  });
}
