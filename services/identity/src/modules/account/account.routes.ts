/** `/account/security`: what a signed-in person sees and changes of their own sign-in. */
import type { FastifyInstance } from 'fastify';
import { acceptForms, messagesOf } from '../page/index.ts';
import { listPasskeys } from '../passkey/index.ts';
import { cancelRecovery, recoveryUnderWay } from '../recovery/index.ts';
import { ownSessions, revokeAll, revokeAllOthers, revokeOwn } from '../session/index.ts';
import { accountPath, securityPage, securityPath } from './account.pages.ts';
import { factorRoutes } from './factor.routes.ts';
import { proofRoutes } from './proof.routes.ts';
import { type AccountParts, backTo, type Exchange, guard, type Handler, send, type Visitor } from './visitor.ts';

export async function accountRoutes(app: FastifyInstance, parts: AccountParts): Promise<void> {
  // The cookie of a sign-in goes to /oidc alone; this is the address that portals link to.
  app.get('/account/security', (_request, reply) => reply.redirect(securityPath, 303));
  await app.register(async (scope) => {
    acceptForms(scope);
    const post = (path: string, handler: Handler): void => void scope.post(`${accountPath}${path}`, guard(parts, handler));
    scope.get(
      securityPath,
      guard(parts, (visitor, exchange) => showSecurity(parts, visitor, exchange)),
    );
    post('/sessions/:id/end', async ({ context }, exchange) => {
      const problems = await revokeOwn(context, idOf(exchange));
      return backTo(exchange, problems.length > 0 ? 'nothing' : 'sessionsEnded');
    });
    post('/sessions/end-others', async ({ context }, exchange) => {
      await revokeAllOthers(context);
      return backTo(exchange, 'sessionsEnded');
    });
    post('/sessions/end-all', async ({ context }, { reply }) => {
      await revokeAll(context);
      return reply.redirect(parts.portalUrl, 303);
    });
    post('/recovery/:id/cancel', async ({ context }, exchange) => {
      const { problems } = await cancelRecovery(context, idOf(exchange));
      return backTo(exchange, problems.length > 0 ? 'nothing' : 'recoveryCancelled');
    });
    proofRoutes(scope, parts);
    factorRoutes(scope, parts);
  });
}

const idOf = ({ request }: Exchange): string => (request.params as { id: string }).id;

async function showSecurity(parts: AccountParts, visitor: Visitor, exchange: Exchange): Promise<unknown> {
  const { context, user, session, locale, xsrf } = visitor;
  const { done = '' } = exchange.request.query as { done?: string };
  const { passkeys, passwordChangedAt, backupCodesLeft } = await context.asService(async (tx) => ({
    passkeys: await listPasskeys(tx, user.id),
    passwordChangedAt: await parts.credentials.passwordChangedAt(tx, user.id),
    backupCodesLeft: (await parts.credentials.hasAuthenticator(tx, user.id)) ? await parts.credentials.backupCodesLeft(tx, user.id) : null,
  }));
  const body = securityPage({
    locale,
    xsrf,
    portalUrl: parts.portalUrl,
    passkeys,
    passwordChangedAt,
    backupCodesLeft,
    sessions: await ownSessions(context),
    current: session.id,
    recovery: await recoveryUnderWay(context, user.id),
    status: Object.hasOwn(messagesOf(locale).done, done) ? messagesOf(locale).done[done as 'passwordChanged'] : undefined,
  });
  return send(exchange, 200, body);
}
