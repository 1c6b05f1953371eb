/** One person's sign-in under way: found by the browser's own cookie, answered by pages. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError, type Logger } from '@heya/service-common/logger';
import { HashingBusy } from '../credential/index.ts';
import type { AccountService, OidcHost } from '../oidc/index.ts';
import { chooseLocale, headerText, messagesOf, type PageLocale, pageHeaders } from '../page/index.ts';
import { clientAddress } from './limit.policy.ts';
import { messagePage, passwordPage } from './sign-in.pages.ts';
import type { LedBack, PasswordStep, Place, SignedIn, SignInService } from './sign-in.service.ts';

export const visitPath = '/oidc/sign-in/:uid';

export interface RouteParts {
  host: OidcHost;
  signIn: SignInService;
  accounts: AccountService;
  /** Lets the browser go on with the first sign-in. */
  leadBack: (reply: FastifyReply, visit: string) => Promise<unknown>;
  portalUrl: string;
  trustedProxies: readonly string[];
  logger: Logger;
}

export interface Visit extends Place {
  uid: string;
  locale: PageLocale;
  step: PasswordStep | undefined;
  /** Where the browser goes in the end: its origin must be a permitted form target. */
  target: string;
}

export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

export type Handler = (visit: Visit, exchange: Exchange) => Promise<unknown>;

export const passwordUrl = ({ uid }: Visit): string => `/oidc/sign-in/${uid}`;
export const codeUrl = (visit: Visit): string => `${passwordUrl(visit)}/code`;
export const passkeyUrl = (visit: Visit): string => `${passwordUrl(visit)}/passkey`;

/** Only the browser that began a sign-in may go on with it. */
export function guard(parts: RouteParts, handler: Handler) {
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
    return handler(visit, { request, reply }).catch((error: unknown) => explainFault(parts, visit, { error, reply }));
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
    userAgent: request.headers['user-agent'],
    step: interaction.result?.passwordStep as PasswordStep | undefined,
    target: new URL(redirect_uri).origin,
  };
}

/** The way back into the OpenID flow, with a session of its own; or into the first sign-in. */
export async function finish(
  parts: RouteParts,
  entered: SignedIn | LedBack,
  { request, reply, amr }: Exchange & { amr: string[] },
): Promise<unknown> {
  if ('visit' in entered) return parts.leadBack(reply, entered.visit);
  const { userId, sessionId } = entered;
  await leaveFormerPerson(parts, userId, { request, reply });
  const next = await parts.host.provider.interactionResult(
    request.raw,
    reply.raw,
    { login: { accountId: userId, amr, remember: true }, signIn: { sessionId } },
    { mergeWithLastSubmission: false },
  );
  return reply.redirect(next, 303);
}

/** On a shared computer the one before is signed out when the next one signs in (R3). */
async function leaveFormerPerson({ host, accounts }: RouteParts, userId: string, { request, reply }: Exchange): Promise<void> {
  const interaction = await host.provider.interactionDetails(request.raw, reply.raw);
  const former = interaction.session;
  if (!former?.uid || former.accountId === userId) return;
  await accounts.endByOidcUid(former.uid, 'SIGNED_OUT');
  interaction.session = undefined;
  await interaction.persist();
}

export function waitText({ locale }: Visit, waitSeconds: number, reply: FastifyReply): string {
  void reply.header('retry-after', String(waitSeconds));
  return messagesOf(locale).tooMany(Math.ceil(waitSeconds / 60));
}

function explainFault(
  { portalUrl, logger }: RouteParts,
  visit: Visit,
  { error, reply }: { error: unknown; reply: FastifyReply },
): Promise<unknown> {
  if (error instanceof HashingBusy) {
    void reply.header('retry-after', '5');
    const errors = { notice: messagesOf(visit.locale).busy };
    const forms = { locale: visit.locale, action: passwordUrl(visit), passkey: passkeyUrl(visit) };
    return send(visit, reply, { status: 503, body: passwordPage({ ...forms, errors }) });
  }
  logger.error('sign-in failed', describeError(error));
  return send(visit, reply, { status: 500, body: messagePage(visit.locale, 'fault', portalUrl) });
}

export async function send(visit: Visit, reply: FastifyReply, { status = 200, body }: { status?: number; body: string }): Promise<unknown> {
  return reply
    .code(status)
    .headers(pageHeaders([visit.target]))
    .send(body);
}
