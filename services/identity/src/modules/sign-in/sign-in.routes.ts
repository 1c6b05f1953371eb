/** The two steps of a sign-in over HTTP, and where they lead. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describeError, type Logger } from '@heya/service-common/logger';
import { HashingBusy } from '../credential/index.ts';
import type { AccountService, OidcHost } from '../oidc/index.ts';
import { clientAddress } from './limit.policy.ts';
import { chooseLocale, messagesOf, type PageLocale } from './locale.ts';
import { pageHeaders } from './page-headers.ts';
import { signInCss } from './sign-in.css.ts';
import { codePage, messagePage, passwordPage, stylePath } from './sign-in.pages.ts';
import type { PasswordStep, SignInService } from './sign-in.service.ts';

const passwordPath = '/oidc/sign-in/:uid';
const codePath = `${passwordPath}/code`;

interface RouteParts {
  host: OidcHost;
  signIn: SignInService;
  accounts: AccountService;
  portalUrl: string;
  trustedProxies: readonly string[];
  logger: Logger;
}

/** One person's sign-in under way. */
interface Visit {
  uid: string;
  locale: PageLocale;
  address: string;
  step: PasswordStep | undefined;
  /** Where the browser goes in the end: its origin must be a permitted form target. */
  target: string;
}

type Handler = (visit: Visit, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

export async function signInRoutes(app: FastifyInstance, parts: RouteParts): Promise<void> {
  await app.register(async (scope) => {
    acceptForms(scope);
    scope.get(stylePath, (_request, reply) =>
      reply
        .headers({
          'content-type': 'text/css; charset=utf-8',
          'cache-control': 'public, max-age=3600',
          'x-content-type-options': 'nosniff',
        })
        .send(signInCss),
    );
    const guarded = (handler: Handler) => guard(parts, handler);
    scope.get(
      passwordPath,
      guarded((visit, _request, reply) => showPassword(visit, reply)),
    );
    scope.post(
      passwordPath,
      guarded((visit, request, reply) => takePassword(parts, visit, { request, reply })),
    );
    scope.get(
      codePath,
      guarded((visit, _request, reply) => showCode(visit, reply)),
    );
    scope.post(
      codePath,
      guarded((visit, request, reply) => takeCode(parts, visit, { request, reply })),
    );
  });
}

function acceptForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 8192 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
}

/** Only the browser that began a sign-in may go on with it. */
function guard(parts: RouteParts, handler: Handler) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const visit = await findVisit(parts, request, reply).catch(() => undefined);
    if (!visit) {
      const locale = chooseLocale(undefined, request.headers['accept-language']);
      return reply
        .code(400)
        .headers(pageHeaders())
        .send(messagePage(locale, 'expired', parts.portalUrl));
    }
    if (request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') return reply.code(403).send();
    return handler(visit, request, reply).catch((error: unknown) => explainFault(parts, visit, { error, reply }));
  };
}

async function findVisit({ host, trustedProxies }: RouteParts, request: FastifyRequest, reply: FastifyReply): Promise<Visit | undefined> {
  const { uid } = request.params as { uid: string };
  const interaction = await host.provider.interactionDetails(request.raw, reply.raw);
  if (interaction.uid !== uid || interaction.prompt.name !== 'login') return undefined;
  const { ui_locales, redirect_uri } = interaction.params as { ui_locales?: string; redirect_uri: string };
  return {
    uid,
    locale: chooseLocale(ui_locales, request.headers['accept-language']),
    address: clientAddress(request.socket.remoteAddress ?? '', headerText(request.headers['x-forwarded-for']), trustedProxies),
    step: interaction.result?.passwordStep as PasswordStep | undefined,
    target: new URL(redirect_uri).origin,
  };
}

function showPassword(visit: Visit, reply: FastifyReply): Promise<unknown> {
  return send(visit, reply, { body: passwordPage({ locale: visit.locale, action: passwordUrl(visit) }) });
}

async function showCode(visit: Visit, reply: FastifyReply): Promise<unknown> {
  if (!visit.step) return reply.redirect(passwordUrl(visit), 303);
  return send(visit, reply, { body: codePage({ locale: visit.locale, action: codeUrl(visit), restart: passwordUrl(visit) }) });
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

async function takePassword({ host, signIn }: RouteParts, visit: Visit, { request, reply }: Exchange): Promise<unknown> {
  const { account = '', password = '' } = formOf(request);
  const words = messagesOf(visit.locale);
  const again = (status: number, errors: NonNullable<Parameters<typeof passwordPage>[0]['errors']>): Promise<unknown> =>
    send(visit, reply, { status, body: passwordPage({ locale: visit.locale, action: passwordUrl(visit), accountName: account, errors }) });
  if (!account.trim() || !password)
    return again(422, {
      accountName: account.trim() ? undefined : words.accountNameMissing,
      password: password ? undefined : words.passwordMissing,
    });
  const result = await signIn.checkPassword({ accountName: account, password, address: visit.address });
  if (!result.ok)
    return result.problem === 'WRONG'
      ? again(422, { password: words.wrong })
      : again(429, { notice: waitText(visit, result.waitSeconds, reply) });
  await host.provider.interactionResult(request.raw, reply.raw, { passwordStep: result.value }, { mergeWithLastSubmission: false });
  return reply.redirect(codeUrl(visit), 303);
}

async function takeCode(parts: RouteParts, visit: Visit, { request, reply }: Exchange): Promise<unknown> {
  if (!visit.step) return reply.redirect(passwordUrl(visit), 303);
  const { code = '' } = formOf(request);
  const words = messagesOf(visit.locale);
  const again = (status: number, errors: NonNullable<Parameters<typeof codePage>[0]['errors']>): Promise<unknown> =>
    send(visit, reply, { status, body: codePage({ locale: visit.locale, action: codeUrl(visit), restart: passwordUrl(visit), errors }) });
  if (!code.trim()) return again(422, { code: words.codeMissing });
  const result = await parts.signIn.checkCode(visit.step, { code, address: visit.address });
  if (!result.ok)
    return result.problem === 'WRONG'
      ? again(422, { code: words.wrongCode })
      : again(429, { notice: waitText(visit, result.waitSeconds, reply) });
  await leaveFormerPerson(parts, visit, { request, reply });
  const login = { accountId: visit.step.userId, amr: ['pwd', 'otp'], remember: true };
  const next = await parts.host.provider.interactionResult(
    request.raw,
    reply.raw,
    { login, signIn: { sessionId: result.value } },
    { mergeWithLastSubmission: false },
  );
  return reply.redirect(next, 303);
}

/** On a shared computer the one before is signed out when the next one signs in (R3). */
async function leaveFormerPerson({ host, accounts }: RouteParts, { step }: Visit, { request, reply }: Exchange): Promise<void> {
  const interaction = await host.provider.interactionDetails(request.raw, reply.raw);
  const former = interaction.session;
  if (!former?.uid || former.accountId === step?.userId) return;
  await accounts.endByOidcUid(former.uid, 'SIGNED_OUT');
  interaction.session = undefined;
  await interaction.persist();
}

function waitText(visit: Visit, waitSeconds: number, reply: FastifyReply): string {
  void reply.header('retry-after', String(waitSeconds));
  return messagesOf(visit.locale).tooMany(Math.ceil(waitSeconds / 60));
}

function explainFault(
  { portalUrl, logger }: RouteParts,
  visit: Visit,
  { error, reply }: { error: unknown; reply: FastifyReply },
): Promise<unknown> {
  if (error instanceof HashingBusy) {
    void reply.header('retry-after', '5');
    const errors = { notice: messagesOf(visit.locale).busy };
    return send(visit, reply, { status: 503, body: passwordPage({ locale: visit.locale, action: passwordUrl(visit), errors }) });
  }
  logger.error('sign-in failed', describeError(error));
  return send(visit, reply, { status: 500, body: messagePage(visit.locale, 'fault', portalUrl) });
}

async function send(visit: Visit, reply: FastifyReply, { status = 200, body }: { status?: number; body: string }): Promise<unknown> {
  return reply
    .code(status)
    .headers(pageHeaders([visit.target]))
    .send(body);
}

const passwordUrl = ({ uid }: Visit): string => `/oidc/sign-in/${uid}`;
const codeUrl = (visit: Visit): string => `${passwordUrl(visit)}/code`;
const formOf = (request: FastifyRequest): Partial<Record<string, string>> => request.body ?? {};
const headerText = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join(',') : value);
