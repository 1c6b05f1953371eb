/** GraphQL answers that the portal gives by itself, in the gateway's shape. */

export type PortalErrorCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'SERVICE_UNAVAILABLE';

const statuses: Record<PortalErrorCode, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 400, SERVICE_UNAVAILABLE: 503 };

export function graphqlError(code: PortalErrorCode, message: string, status: number = statuses[code]): Response {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  return new Response(body, { status, headers: { 'content-type': 'application/graphql-response+json; charset=utf-8' } });
}

export const maxBodyBytes = 64 * 1024;

/** Only what a GraphQL request consists of goes on; null when it is none. */
export function readOperation(text: string): string | null {
  try {
    const { query, operationName, variables } = JSON.parse(text) as Record<string, unknown>;
    return typeof query === 'string' ? JSON.stringify({ query, operationName, variables }) : null;
  } catch {
    return null;
  }
}
