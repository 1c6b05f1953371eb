import { ENVELOPE_KEY, GATEWAY_URL } from '$app/env/private';
import { graphqlError, maxBodyBytes, readOperation } from '#lib/server/graphql.ts';
import { isJson, isSameOrigin } from '#lib/server/same-origin.ts';
import { askAsStranger } from '#lib/server/strangers.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { RequestHandler } from './$types';

const key = Buffer.from(ENVELOPE_KEY, 'hex');

/** Hands on what the public pages ask. Nobody's session plays a part: whoever is signed in asks as a stranger here. */
export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  if (!isSameOrigin(request)) return graphqlError('FORBIDDEN', 'Other origins are refused.');
  if (!isJson(request)) return graphqlError('BAD_USER_INPUT', 'Only application/json is read.', 415);
  const text = await request.text();
  if (Buffer.byteLength(text) > maxBodyBytes) return graphqlError('BAD_USER_INPUT', 'More than 64 KB.', 413);
  const body = readOperation(text);
  if (!body) return graphqlError('BAD_USER_INPUT', 'Not a GraphQL request.');
  try {
    const answer = await askAsStranger(GATEWAY_URL, key, { body, address: getClientAddress(), locale: getLocale() });
    return new Response(answer.body, {
      status: answer.status,
      headers: { 'content-type': answer.headers.get('content-type') ?? 'application/graphql-response+json', 'cache-control': 'no-store' },
    });
  } catch {
    return graphqlError('SERVICE_UNAVAILABLE', 'The gateway does not answer.');
  }
};
