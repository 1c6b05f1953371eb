/** The two pages for a person with a recovery code: who and which code; then both factors anew. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HashingBusy } from '../credential/index.ts';
import { acceptForms, chooseLocale, formOf, headerText, messagesOf, type PageLocale, pageHeaders, recoveryPath } from '../page/index.ts';
import { clientAddress } from '../sign-in/index.ts';
import type { RecoveryCompletion } from './completion.service.ts';
import { codePage, type CodeErrors, donePage, type FactorErrors, factorsPage } from './recovery.pages.ts';

const factorsPath = `${recoveryPath}/factors`;

interface RouteParts {
  completion: RecoveryCompletion;
  portalUrl: string;
  trustedProxies: readonly string[];
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  locale: PageLocale;
}

export async function recoveryRoutes(app: FastifyInstance, parts: RouteParts): Promise<void> {
  await app.register(async (scope) => {
    acceptForms(scope);
    scope.addHook('preHandler', async (request, reply) => {
      if (request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') await reply.code(403).send();
    });
    const exchange = (request: FastifyRequest, reply: FastifyReply): Exchange => ({
      request,
      reply,
      locale: chooseLocale(undefined, request.headers['accept-language']),
    });
    scope.get(recoveryPath, (request, reply) => showCode(exchange(request, reply)));
    scope.post(recoveryPath, (request, reply) => takeCode(parts, exchange(request, reply)));
    scope.post(factorsPath, (request, reply) => takeFactors(parts, exchange(request, reply)));
  });
}

function showCode(exchange: Exchange, errors: CodeErrors = {}, { status = 200, accountName = '' } = {}): Promise<unknown> {
  return send(exchange, status, codePage({ locale: exchange.locale, action: recoveryPath, accountName, errors }));
}

async function takeCode({ completion, trustedProxies }: RouteParts, exchange: Exchange): Promise<unknown> {
  const { request, reply, locale } = exchange;
  const { account: accountName = '', code = '' } = formOf(request);
  const words = messagesOf(locale);
  if (!accountName.trim() || !code.trim())
    return showCode(
      exchange,
      { accountName: accountName.trim() ? undefined : words.accountNameMissing, code: code.trim() ? undefined : words.recoveryCodeMissing },
      { status: 422, accountName },
    );
  const address = clientAddress(request.socket.remoteAddress ?? '', headerText(request.headers['x-forwarded-for']), trustedProxies);
  const result = await completion.open({ accountName, code, address });
  if (result.ok) return showFactors(exchange, result);
  if (!result.waitSeconds) return showCode(exchange, { code: words.recoveryWrong }, { status: 422, accountName });
  void reply.header('retry-after', String(result.waitSeconds));
  return showCode(exchange, { notice: words.tooMany(Math.ceil(result.waitSeconds / 60)) }, { status: 429, accountName });
}

interface Factors {
  ticket: string;
  accountName: string;
  totpSecret: string;
}

function showFactors(exchange: Exchange, factors: Factors, errors: FactorErrors = {}, status = 200): Promise<unknown> {
  return send(exchange, status, factorsPage({ locale: exchange.locale, action: factorsPath, ...factors, errors }));
}

async function takeFactors({ completion, portalUrl }: RouteParts, exchange: Exchange): Promise<unknown> {
  const { request, reply, locale } = exchange;
  const { ticket = '', password = '', again = '', code = '' } = formOf(request);
  const words = messagesOf(locale);
  const known = await completion.read(ticket);
  if (!known) return showCode(exchange, { notice: words.expired }, { status: 422 });
  const refuse = (errors: FactorErrors, status = 422): Promise<unknown> => showFactors(exchange, { ticket, ...known }, errors, status);
  if (password !== again) return refuse({ again: words.passwordsDiffer });
  const result = await completion.finish(ticket, { password, code }).catch(unlessBusy);
  if (result === 'DONE') return send(exchange, 200, donePage(locale, portalUrl));
  if (result === 'OVER') return showCode(exchange, { notice: words.expired }, { status: 422 });
  if (result === 'BUSY') {
    void reply.header('retry-after', '5');
    return refuse({ password: words.busy }, 503);
  }
  return refuse(result === 'WRONG_CODE' ? { code: words.wrongCode } : { password: words.passwordProblems[result.password] });
}

function unlessBusy(error: unknown): 'BUSY' {
  if (error instanceof HashingBusy) return 'BUSY';
  throw error;
}

function send({ reply }: Exchange, status: number, body: string): Promise<unknown> {
  return Promise.resolve(reply.code(status).headers(pageHeaders()).send(body));
}
