/** The two steps of a sign-in over HTTP, and where they lead. */
import type { FastifyInstance } from 'fastify';
import { acceptForms, enrolPath, formOf, messagesOf } from '../page/index.ts';
import { passkeyRoutes } from './passkey.routes.ts';
import { codePage, passkeyPage, passwordPage } from './sign-in.pages.ts';
import {
  codeUrl,
  type Exchange,
  finish,
  guard,
  type Handler,
  passkeyUrl,
  passwordUrl,
  type RouteParts,
  send,
  type Visit,
  visitPath,
  waitText,
} from './visit.ts';

const codePath = `${visitPath}/code`;

export async function signInRoutes(app: FastifyInstance, parts: RouteParts): Promise<void> {
  await app.register(async (scope) => {
    acceptForms(scope);
    const guarded = (handler: Handler) => guard(parts, handler);
    scope.get(visitPath, guarded(showPassword));
    scope.post(
      visitPath,
      guarded((visit, exchange) => takePassword(parts, visit, exchange)),
    );
    scope.get(codePath, guarded(showCode));
    scope.post(
      codePath,
      guarded((visit, exchange) => takeCode(parts, visit, exchange)),
    );
    passkeyRoutes(scope, parts);
  });
}

const passwordForms = (visit: Visit) => ({ locale: visit.locale, action: passwordUrl(visit), passkey: passkeyUrl(visit) });

function showPassword(visit: Visit, { reply }: Exchange): Promise<unknown> {
  return send(visit, reply, { body: passwordPage(passwordForms(visit)) });
}

/** The second step: a code; for whoever has a passkey, that one and nothing else. */
async function showCode(visit: Visit, { request, reply }: Exchange): Promise<unknown> {
  const { backup } = request.query as { backup?: string };
  if (!visit.step) return reply.redirect(passwordUrl(visit), 303);
  const forms = { locale: visit.locale, restart: passwordUrl(visit) };
  const body = visit.step.passkeyOnly
    ? passkeyPage({ ...forms, passkey: passkeyUrl(visit) })
    : codePage({ ...forms, action: codeUrl(visit), byBackupCode: Boolean(backup) });
  return send(visit, reply, { body });
}

async function takePassword({ host, signIn }: RouteParts, visit: Visit, { request, reply }: Exchange): Promise<unknown> {
  const { account = '', password = '' } = formOf(request);
  const words = messagesOf(visit.locale);
  const again = (status: number, errors: NonNullable<Parameters<typeof passwordPage>[0]['errors']>): Promise<unknown> =>
    send(visit, reply, { status, body: passwordPage({ ...passwordForms(visit), accountName: account, errors }) });
  if (!account.trim() || !password)
    return again(422, {
      accountName: account.trim() ? undefined : words.accountNameMissing,
      password: password ? undefined : words.passwordMissing,
    });
  const result = await signIn.checkPassword({ accountName: account, password, address: visit.address });
  if (!result.ok) {
    if (result.problem === 'TOO_MANY') return again(429, { notice: waitText(visit, result.waitSeconds, reply) });
    return result.problem === 'WRONG' ? again(422, { password: words.wrong }) : reply.redirect(`${enrolPath}?continued=1`, 303);
  }
  await host.provider.interactionResult(request.raw, reply.raw, { passwordStep: result.value }, { mergeWithLastSubmission: false });
  return reply.redirect(codeUrl(visit), 303);
}

async function takeCode(parts: RouteParts, visit: Visit, { request, reply }: Exchange): Promise<unknown> {
  const { step } = visit;
  if (!step || step.passkeyOnly) return reply.redirect(step ? codeUrl(visit) : passwordUrl(visit), 303);
  const { code = '', backup } = formOf(request);
  const words = messagesOf(visit.locale);
  const forms = { locale: visit.locale, action: codeUrl(visit), restart: passwordUrl(visit), byBackupCode: Boolean(backup) };
  const again = (status: number, errors: NonNullable<Parameters<typeof codePage>[0]['errors']>): Promise<unknown> =>
    send(visit, reply, { status, body: codePage({ ...forms, errors }) });
  if (!code.trim()) return again(422, { code: backup ? words.backupCodeMissing : words.codeMissing });
  const { address, userAgent } = visit;
  const result = await parts.signIn.checkCode(step, { code, address, userAgent });
  if (result.ok) return finish(parts, result.value, { request, reply, amr: ['pwd', 'otp'] });
  return result.problem === 'TOO_MANY'
    ? again(429, { notice: waitText(visit, result.waitSeconds, reply) })
    : again(422, { code: backup ? words.backupCodeWrong : words.wrongCode });
}
