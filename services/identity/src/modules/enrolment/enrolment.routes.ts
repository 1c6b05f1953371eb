/** `/enrol`: the way in with a letter, and the open step of whoever is under way (R4). */
import type { FastifyInstance } from 'fastify';
import { acceptForms, enrolPath, formOf, messagesOf } from '../page/index.ts';
import { addressOf, enter, type EnrolmentRouteParts, type Exchange, outside, send, visitOf } from './entry.ts';
import { confirmPage, devicePage, donePage, startPage, type StartErrors, wordsOf } from './enrolment.pages.ts';
import { stepRoutes } from './step.routes.ts';
import type { Opening } from './visit.service.ts';

export async function enrolmentRoutes(app: FastifyInstance, parts: EnrolmentRouteParts): Promise<void> {
  // The address on the letter, short enough to be typed.
  app.get('/enrol', (_request, reply) => reply.redirect(enrolPath, 303));
  await app.register(async (scope) => {
    acceptForms(scope);
    scope.get(
      enrolPath,
      outside(parts, (exchange) => start(parts, exchange)),
    );
    scope.post(
      enrolPath,
      outside(parts, (exchange) => takeCode(parts, exchange)),
    );
    scope.post(
      `${enrolPath}/confirm`,
      outside(parts, (exchange) => takePassword(parts, exchange)),
    );
    scope.get(
      `${enrolPath}/done`,
      outside(parts, (exchange) => showEnd(parts, exchange)),
    );
    stepRoutes(scope, parts);
  });
}

/** Who works goes on to the device; patients and families are through. */
function showEnd({ portalUrl }: EnrolmentRouteParts, exchange: Exchange): Promise<unknown> {
  const { device } = exchange.request.query as { device?: string };
  return send(exchange, 200, device ? devicePage(exchange.locale, portalUrl) : donePage(exchange.locale, portalUrl));
}

interface Shown {
  errors?: StartErrors;
  status?: number;
  accountName?: string;
  said?: string | undefined;
}

const showStart = (exchange: Exchange, { errors = {}, status = 200, accountName = '', said }: Shown = {}): Promise<unknown> =>
  send(exchange, status, startPage({ locale: exchange.locale, accountName, errors, status: said }));

async function start({ visits }: EnrolmentRouteParts, exchange: Exchange): Promise<unknown> {
  const { request, reply, locale } = exchange;
  if (await visits.find(visitOf(request))) return reply.redirect(`${enrolPath}/step`, 303);
  const { continued, over } = request.query as { continued?: string; over?: string };
  const words = wordsOf(locale);
  return showStart(exchange, { said: continued ? words.continued : over ? words.over : undefined });
}

async function takeCode(parts: EnrolmentRouteParts, exchange: Exchange): Promise<unknown> {
  const { request, reply, locale } = exchange;
  const { account: accountName = '', code = '' } = formOf(request);
  const words = wordsOf(locale);
  if (!accountName.trim() || !code.trim()) {
    const errors = {
      accountName: accountName.trim() ? undefined : messagesOf(locale).accountNameMissing,
      code: code.trim() ? undefined : words.codeMissing,
    };
    return showStart(exchange, { errors, status: 422, accountName });
  }
  const opening = await parts.visits.open({ accountName, code, address: addressOf(parts, request) });
  if (opening === 'WRONG') return showStart(exchange, { errors: { code: words.codeWrong }, status: 422, accountName });
  if ('visit' in opening) return enter(reply, { visit: opening.visit, publicUrl: parts.publicUrl });
  if ('ticket' in opening) return send(exchange, 200, confirmPage({ locale, ticket: opening.ticket, errors: {} }));
  return showStart(exchange, { errors: { notice: waitText(exchange, opening) }, status: 429, accountName });
}

async function takePassword(parts: EnrolmentRouteParts, exchange: Exchange): Promise<unknown> {
  const { request, reply, locale } = exchange;
  const { ticket = '', password = '' } = formOf(request);
  const opening = await parts.visits.confirm(ticket, { password, address: addressOf(parts, request) });
  if (opening === 'OVER') return reply.redirect(`${enrolPath}?over=1`, 303);
  if (opening === 'WRONG') return send(exchange, 422, confirmPage({ locale, ticket, errors: { password: wordsOf(locale).confirmWrong } }));
  if ('visit' in opening) return enter(reply, { visit: opening.visit, publicUrl: parts.publicUrl });
  return send(exchange, 429, confirmPage({ locale, ticket, errors: { notice: waitText(exchange, opening) } }));
}

function waitText({ reply, locale }: Exchange, opening: Exclude<Opening, string>): string {
  const waitSeconds = 'waitSeconds' in opening ? opening.waitSeconds : 0;
  void reply.header('retry-after', String(waitSeconds));
  return messagesOf(locale).tooMany(Math.ceil(waitSeconds / 60));
}
