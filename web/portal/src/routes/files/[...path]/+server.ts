import { callGateway, DeviceSilent, SignInOver } from '#lib/server/gateway.ts';
import { clearSessionId } from '#lib/server/cookies.ts';
import { isFilePath, largestFile, readFile } from '#lib/server/files.ts';
import { deviceSilent, graphqlError } from '#lib/server/graphql.ts';
import { isSameOrigin } from '#lib/server/same-origin.ts';
import { getLocale } from '#paraglide/runtime.js';
import type { RequestEvent, RequestHandler } from './$types';

/** Reading a scan may take its time. */
const timeoutMs = 150_000;

/** A file that a page of this portal shows or prints. */
export const GET: RequestHandler = async (event) => {
  // A link in another site would leave a line in the record that nobody meant.
  if (event.request.headers.get('sec-fetch-site') === 'cross-site') return graphqlError('FORBIDDEN', 'Other origins are refused.');
  return pass(event, 'GET');
};

/** A file that a page of this portal brings. */
export const PUT: RequestHandler = async (event) => {
  if (!isSameOrigin(event.request)) return graphqlError('FORBIDDEN', 'Other origins are refused.');
  return pass(event, 'PUT');
};

async function pass({ request, locals, params, cookies, getClientAddress }: RequestEvent, method: 'GET' | 'PUT'): Promise<Response> {
  if (locals.unproved) return deviceSilent();
  if (!locals.session) return graphqlError('UNAUTHENTICATED', 'Sign in first.');
  if (!isFilePath(method, params.path)) return new Response(null, { status: 404 });
  const bytes = method === 'PUT' ? await readFile(request, largestFile) : undefined;
  if (bytes === null) return graphqlError('BAD_USER_INPUT', 'More than 30 MB.', 413);
  try {
    const answer = await callGateway({ ...locals.session, address: getClientAddress() }, `/files/${params.path}`, {
      method,
      headers: { 'accept-language': getLocale(), ...(bytes && { 'content-type': 'application/octet-stream' }) },
      ...(bytes && { body: bytes }),
      timeoutMs,
    });
    return handOn(answer);
  } catch (problem) {
    if (problem instanceof DeviceSilent) return deviceSilent();
    if (!(problem instanceof SignInOver)) return graphqlError('SERVICE_UNAVAILABLE', 'The gateway does not answer.');
    clearSessionId(cookies);
    return graphqlError('UNAUTHENTICATED', 'The sign-in is over.');
  }
}

/** What is saved is opened by no page of ours. */
const policyOf = (headers: Headers): string =>
  headers.get('content-disposition')?.startsWith('attachment')
    ? "sandbox; default-src 'none'; frame-ancestors 'none'"
    : "frame-ancestors 'none'";

function handOn(answer: Response): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'content-disposition', 'heya-pages']) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  // Browsers show a PDF by a page of their own, which may load nothing under the policy of all other answers.
  if (headers.get('content-type') === 'application/pdf') headers.set('content-security-policy', policyOf(headers));
  return new Response(answer.body, { status: answer.status, headers });
}
