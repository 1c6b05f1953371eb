/** Hands /oidc to the provider as it came: unparsed, on the raw socket. */
import type { IncomingMessage } from 'node:http';
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
      host.answer(request.raw, reply.raw);
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
  // Nobody's page calls the provider by script: without this header it gives no CORS answer, to preflights neither (V27).
  delete request.headers.origin;
}
