/** Who opens an account page: by the browser's sign-in cookie, and only with a fresh proof of identity where it matters. */
import { createHmac } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '@heya/service-common/errors';
import { describeError, type Logger } from '@heya/service-common/logger';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { type CredentialService, HashingBusy, type SecretBox } from '../credential/index.ts';
import type { AccountService, OidcHost } from '../oidc/index.ts';
import { chooseLocale, headerText, isOwnForm, type PageLocale, pageHeaders } from '../page/index.ts';
import type { PasskeyService } from '../passkey/index.ts';
import type { Session } from '../session/index.ts';
import { clientAddress, type SignInLimits } from '../sign-in/index.ts';
import type { User } from '../user/index.ts';
import { outsidePage, proofPath, securityPath } from './account.pages.ts';

export interface AccountParts {
  host: OidcHost;
  accounts: AccountService;
  credentials: CredentialService;
  passkeys: PasskeyService;
  limits: SignInLimits;
  box: SecretBox;
  portalUrl: string;
  publicUrl: string;
  trustedProxies: readonly string[];
  /** Keeps forms of other pages out. */
  formKey: Buffer;
  logger: Logger;
  contextFor(viewer: PersonViewer, locale: Locale): IdentityContext;
}

export interface Visitor {
  session: Session;
  user: User;
  context: IdentityContext;
  locale: PageLocale;
  address: string;
  /** Goes into every form and must come back with it. */
  xsrf: string;
}

/** Thrown when the sign-in ended while its page was at work. */
export class SignInOver extends Error {}

export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

export type Handler = (visitor: Visitor, exchange: Exchange) => Promise<unknown>;

/** @param needsProof false only for the pages that take the proof */
export function guard(parts: AccountParts, handler: Handler, { needsProof = true } = {}) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const locale = chooseLocale(undefined, request.headers['accept-language']);
    const outside = (status: number, kind: Parameters<typeof outsidePage>[1]): Promise<unknown> =>
      Promise.resolve(
        reply
          .code(status)
          .headers(pageHeaders())
          .send(outsidePage(locale, kind, parts.portalUrl)),
      );
    try {
      const visitor = await findVisitor(parts, { request, reply }, locale);
      if (!visitor) return await outside(401, 'signIn');
      if (request.method === 'POST' && !isOwnForm(request, { xsrf: visitor.xsrf, publicUrl: parts.publicUrl }))
        return await outside(403, 'fault');
      if (needsProof && !visitor.context.sessions.isProved(visitor.session)) return await reply.redirect(proofPath, 303);
      return await handler(visitor, { request, reply });
    } catch (error) {
      if (error instanceof SignInOver) return outside(401, 'signIn');
      if (error instanceof HashingBusy) {
        void reply.header('retry-after', '5');
        return outside(503, 'busy');
      }
      parts.logger.error('account page failed', describeError(error));
      return outside(500, 'fault');
    }
  };
}

async function findVisitor(parts: AccountParts, { request, reply }: Exchange, locale: PageLocale): Promise<Visitor | undefined> {
  const browser = await parts.host.browserSession(request.raw, reply.raw);
  const found = browser && (await parts.accounts.findSignedIn(browser.uid));
  if (!found || found.user.id !== browser.accountId) return undefined;
  const { session, user, claims } = found;
  const viewer: PersonViewer = {
    type: 'person',
    userId: user.id,
    districtId: user.districtId,
    kind: user.kind,
    sessionId: session.id,
    clientId: 'heya-account',
    ...(claims.facility && { facilityId: claims.facility }),
    ...(claims.profession && { profession: claims.profession }),
    ...(session.device && { device: session.device }),
    labels: claims.label,
  };
  return {
    session,
    user,
    context: parts.contextFor(viewer, locale),
    locale,
    address: clientAddress(request.socket.remoteAddress ?? '', headerText(request.headers['x-forwarded-for']), parts.trustedProxies),
    xsrf: createHmac('sha256', parts.formKey).update(session.id).digest('base64url'),
  };
}

export function send({ reply }: Exchange, status: number, body: string): Promise<unknown> {
  return Promise.resolve(reply.code(status).headers(pageHeaders()).send(body));
}

/** After something was done: back to the page, which says so. */
export const backTo = ({ reply }: Exchange, done: string): Promise<unknown> =>
  Promise.resolve(reply.redirect(`${securityPath}?done=${done}`, 303));
