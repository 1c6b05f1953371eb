/** GraphQL answers that the portal gives by itself, in the gateway's shape. */
import { silentHeader, silentValue } from '#lib/device/silent.ts';

export type PortalErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'SERVICE_UNAVAILABLE';

const statuses: Record<PortalErrorCode, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400, SERVICE_UNAVAILABLE: 503 };

export function graphqlError(code: PortalErrorCode, message: string, status: number = statuses[code]): Response {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  return new Response(body, { status, headers: { 'content-type': 'application/graphql-response+json; charset=utf-8' } });
}

/** The browser lets its device sign and asks again (R6). */
export function deviceSilent(): Response {
  const response = graphqlError('UNAUTHENTICATED', 'The device must sign first.');
  response.headers.set(silentHeader, silentValue);
  return response;
}

export const maxBodyBytes = 64 * 1024;

/** Only a document of the list and its variables go on (api.md 15): no page can ask what no screen asks. Null when it is none. */
export function readOperation(text: string): string | null {
  try {
    const { documentId, variables } = JSON.parse(text) as Record<string, unknown>;
    return typeof documentId === 'string' && /^sha256:[0-9a-f]{64}$/.test(documentId) ? JSON.stringify({ documentId, variables }) : null;
  } catch {
    return null;
  }
}
