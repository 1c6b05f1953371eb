/** Who goes through an enrolment in this browser: found by its cookie, answered by pages. */
import { createHmac } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError, type Logger } from '@heya/service-common/logger';
import { HashingBusy, type SecretBox } from '../credential/index.ts';
import { chooseLocale, enrolPath, headerText, isOwnForm, type PageLocale, pageHeaders } from '../page/index.ts';
import { clientAddress } from '../sign-in/index.ts';
import { troublePage } from './enrolment.pages.ts';
import type { EnrolmentSteps } from './step.service.ts';
import { type EnrolmentVisits, hashVisit, type Visit } from './visit.service.ts';

const cookieName = 'heya_enrolment';

export interface EnrolmentRouteParts {
  visits: EnrolmentVisits;
  steps: EnrolmentSteps;
  box: SecretBox;
  portalUrl: string;
  publicUrl: string;
  trustedProxies: readonly string[];
  /** Keeps forms of other pages out. */
  formKey: Buffer;
  logger: Logger;
  now: () => Date;
}

export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  locale: PageLocale;
}

/** Somebody at a step. */
export interface Walker extends Exchange, Visit {
  /** The cookie's value. */
  visit: string;
  xsrf: string;
}

type Reply = Promise<unknown>;

/** For pages that anybody reaches; forms from other sites are refused. */
export function outside(parts: EnrolmentRouteParts, handler: (exchange: Exchange) => Reply) {
  return async (request: FastifyRequest, reply: FastifyReply): Reply => {
    const exchange = { request, reply, locale: chooseLocale(undefined, request.headers['accept-language']) };
    if (request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') return reply.code(403).send();
    return handler(exchange).catch((error: unknown) => explainFault(parts, exchange, error));
  };
}

/** For the steps: whoever is not under way goes back to the beginning. */
export function inside(parts: EnrolmentRouteParts, handler: (walker: Walker) => Reply) {
  return outside(parts, async (exchange) => {
    const { request, locale } = exchange;
    const visit = visitOf(request);
    const found = visit && (await parts.visits.find(visit));
    if (!visit || !found) return exchange.reply.redirect(`${enrolPath}?over=1`, 303);
    const xsrf = createHmac('sha256', parts.formKey).update(hashVisit(visit)).digest('base64url');
    if (request.method === 'POST' && !isOwnForm(request, { xsrf, publicUrl: parts.publicUrl }))
      return send(exchange, 403, troublePage(locale, 'fault'));
    return handler({ ...exchange, ...found, visit, xsrf });
  });
}

export function visitOf({ headers }: FastifyRequest): string | undefined {
  const pairs = (headers.cookie ?? '').split(/; */).map((pair) => pair.split('='));
  return pairs.find(([name]) => name === cookieName)?.[1];
}

/** From here on this browser goes through it. */
export function enter(reply: FastifyReply, { visit, publicUrl }: { visit: string; publicUrl: string }): Reply {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  void reply.header('set-cookie', `${cookieName}=${visit}; Path=${enrolPath}; HttpOnly; SameSite=Lax${secure}`);
  return Promise.resolve(reply.redirect(`${enrolPath}/step`, 303));
}

export function leave({ reply }: Exchange): void {
  void reply.header('set-cookie', `${cookieName}=; Path=${enrolPath}; HttpOnly; SameSite=Lax; Max-Age=0`);
}

export const addressOf = ({ trustedProxies }: EnrolmentRouteParts, { socket, headers }: FastifyRequest): string =>
  clientAddress(socket.remoteAddress ?? '', headerText(headers['x-forwarded-for']), trustedProxies);

export const send = ({ reply }: Exchange, status: number, body: string): Reply =>
  Promise.resolve(reply.code(status).headers(pageHeaders()).send(body));

function explainFault({ logger }: EnrolmentRouteParts, exchange: Exchange, error: unknown): Reply {
  if (error instanceof HashingBusy) {
    void exchange.reply.header('retry-after', '5');
    return send(exchange, 503, troublePage(exchange.locale, 'busy'));
  }
  logger.error('enrolment page failed', describeError(error));
  return send(exchange, 500, troublePage(exchange.locale, 'fault'));
}
