/** Hands /oidc to the provider as it came: unparsed, on the raw socket. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { OidcHost } from './provider.ts';

export const oidcPath = '/oidc';

export async function oidcRoutes(app: FastifyInstance, host: OidcHost): Promise<void> {
  const issuer = new URL(host.issuer);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all(`${oidcPath}/*`, (request, reply) => {
      reply.hijack();
      mount(request.raw, issuer);
      host.answer(request.raw, withoutCors(reply.raw));
    });
  });
}

/** The provider makes its addresses from what it is told here: always the public ones, whatever Host or proxy headers say. */
function mount(request: IncomingMessage & { originalUrl?: string }, issuer: URL): void {
  request.originalUrl = request.url ?? '/';
  request.url = request.originalUrl.slice(oidcPath.length);
  request.headers.host = issuer.host;
  request.headers['x-forwarded-proto'] = issuer.protocol.replace(':', '');
  delete request.headers['x-forwarded-host'];
}

/** No page calls the provider by script, and it would let any origin read what it gives a client without a secret (V27). */
function withoutCors(response: ServerResponse): ServerResponse {
  const set = response.setHeader.bind(response);
  response.setHeader = (name, value) => (name.toLowerCase().startsWith('access-control-') ? response : set(name, value));
  return response;
}
