/** The page that asks again who one is, and what follows: a new cookie, the old one opens nothing (V04). */
import type { FastifyInstance } from 'fastify';
import { deviceAnswer, formOf, messagesOf } from '../page/index.ts';
import { proofPage, proofPath, securityPath } from './account.pages.ts';
import { proveByCode, proveByPasskey, type ProofResult, provesByPasskey } from './proof.service.ts';
import { type AccountParts, type Exchange, guard, type Handler, send, type Visitor } from './visitor.ts';

export function proofRoutes(scope: FastifyInstance, parts: AccountParts): void {
  const open = (handler: Handler) => guard(parts, handler, { needsProof: false });
  scope.get(
    proofPath,
    open((visitor, exchange) => show(visitor, exchange)),
  );
  scope.post(
    proofPath,
    open(async (visitor, exchange) => {
      const { password = '', code = '' } = formOf(exchange.request);
      return conclude(parts, visitor, exchange, await proveByCode(parts, visitor, { password, code }));
    }),
  );
  scope.post(
    `${proofPath}/passkey/options`,
    open(async ({ context, session, user }, { reply }) => {
      const options = await context.asService((tx) => parts.passkeys.ask(tx, { purpose: 'PROOF', subject: session.id }, user.id));
      return reply.header('cache-control', 'no-store').send(options);
    }),
  );
  scope.post(
    `${proofPath}/passkey`,
    open(async (visitor, exchange) => {
      const answer = deviceAnswer(exchange.request);
      return conclude(parts, visitor, exchange, answer ? await proveByPasskey(parts, visitor, answer) : 'WRONG');
    }),
  );
}

async function show(
  visitor: Visitor,
  exchange: Exchange,
  errors: Parameters<typeof proofPage>[0]['errors'] = {},
  status = 200,
): Promise<unknown> {
  const { locale, xsrf } = visitor;
  return send(exchange, status, proofPage({ locale, xsrf, byPasskey: await provesByPasskey(visitor), errors }));
}

async function conclude({ host }: AccountParts, visitor: Visitor, exchange: Exchange, result: ProofResult): Promise<unknown> {
  const { request, reply } = exchange;
  const words = messagesOf(visitor.locale);
  if (result === 'WRONG') return show(visitor, exchange, { notice: words.proofWrong }, 422);
  if (result !== 'PROVED') {
    void reply.header('retry-after', String(result.waitSeconds));
    return show(visitor, exchange, { notice: words.tooMany(Math.ceil(result.waitSeconds / 60)) }, 429);
  }
  await host.renewBrowserSession(request.raw, reply.raw);
  return reply.redirect(securityPath, 303);
}
