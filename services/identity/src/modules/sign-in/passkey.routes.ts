/** Signing in with a passkey: the question for the device, and its answer. */
import type { FastifyInstance } from 'fastify';
import { deviceAnswer, formOf, messagesOf } from '../page/index.ts';
import { passkeyPage, passwordPage } from './sign-in.pages.ts';
import { type Exchange, finish, guard, passkeyUrl, passwordUrl, type RouteParts, send, type Visit, visitPath, waitText } from './visit.ts';

const passkeyPath = `${visitPath}/passkey`;

export function passkeyRoutes(scope: FastifyInstance, parts: RouteParts): void {
  scope.post(
    `${passkeyPath}/options`,
    guard(parts, async (visit, { request, reply }) => {
      const userId = isSecondStep(visit, formOf(request)) ? (visit.step?.userId ?? null) : null;
      return reply.header('cache-control', 'no-store').send(await parts.signIn.askPasskey({ uid: visit.uid, userId }));
    }),
  );
  scope.post(
    passkeyPath,
    guard(parts, (visit, exchange) => takePasskey(parts, visit, exchange)),
  );
}

/** After a right password only that person's own key may answer. */
const isSecondStep = (visit: Visit, { second }: Partial<Record<string, string>>): boolean => second === 'yes' && visit.step !== undefined;

async function takePasskey(parts: RouteParts, visit: Visit, { request, reply }: Exchange): Promise<unknown> {
  const words = messagesOf(visit.locale);
  const again = (status: number, notice: string): Promise<unknown> =>
    send(visit, reply, {
      status,
      body: isSecondStep(visit, formOf(request))
        ? passkeyPage({ locale: visit.locale, restart: passwordUrl(visit), passkey: passkeyUrl(visit), notice })
        : passwordPage({ locale: visit.locale, action: passwordUrl(visit), passkey: passkeyUrl(visit), errors: { notice } }),
    });
  const answer = deviceAnswer(request);
  if (!answer) return again(422, words.passkeyFailed);
  const { uid, address, userAgent } = visit;
  const result = await parts.signIn.checkPasskey({ uid }, { answer, address, userAgent });
  if (result.ok) return finish(parts, result.value, { request, reply, amr: ['pop', 'user'] });
  return result.problem === 'TOO_MANY' ? again(429, waitText(visit, result.waitSeconds, reply)) : again(422, words.passkeyFailed);
}
