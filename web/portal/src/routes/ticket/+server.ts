import { GATEWAY_WS_URL } from '$app/env/private';
import { callGateway, DeviceSilent, SignInOver } from '#lib/server/gateway.ts';
import { clearSessionId } from '#lib/server/cookies.ts';
import { deviceSilent, graphqlError } from '#lib/server/graphql.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import type { RequestHandler } from './$types';

/** A one-time ticket for one WebSocket (60 s): the token itself stays on this side. */
export const POST: RequestHandler = async ({ request, locals, cookies, getClientAddress }) => {
  if (!isSameOrigin(request)) return graphqlError('FORBIDDEN', 'Other origins are refused.');
  if (locals.unproved) return deviceSilent();
  if (!locals.session) return graphqlError('UNAUTHENTICATED', 'Sign in first.');
  try {
    const answer = await callGateway({ ...locals.session, address: getClientAddress() }, '/ticket', {
      body: '{}',
      headers: { accept: 'application/json' },
    });
    if (!answer.ok) return graphqlError('SERVICE_UNAVAILABLE', 'The gateway gave no ticket.');
    const { ticket } = (await answer.json()) as { ticket: string };
    return Response.json({ ticket, url: GATEWAY_WS_URL }, { headers: { 'cache-control': 'no-store' } });
  } catch (problem) {
    if (problem instanceof DeviceSilent) return deviceSilent();
    if (!(problem instanceof SignInOver)) return graphqlError('SERVICE_UNAVAILABLE', 'The gateway does not answer.');
    clearSessionId(cookies);
    return graphqlError('UNAUTHENTICATED', 'The sign-in is over.');
  }
};
