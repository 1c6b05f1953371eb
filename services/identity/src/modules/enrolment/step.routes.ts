/** One page a step; whoever asks for another one is led to the one that is open. */
import type { FastifyInstance } from 'fastify';
import { newTotpSecret, totpUri } from '../credential/index.ts';
import { deviceAnswer, enrolPath, formOf, messagesOf } from '../page/index.ts';
import { deviceLabel } from '../session/index.ts';
import { tokyoDay } from '../user/index.ts';
import { type EnrolmentRouteParts, inside, leave, send, type Walker } from './entry.ts';
import { clauseField, codesPage, factorPage, passwordPage, pledgePage, waitPage, wordsOf } from './enrolment.pages.ts';
import type { EnrolmentStep } from './enrolment.entity.ts';

type Handler = (parts: EnrolmentRouteParts, walker: Walker) => Promise<unknown>;

export function stepRoutes(scope: FastifyInstance, parts: EnrolmentRouteParts): void {
  const guarded = (handler: Handler) => inside(parts, (walker) => handler(parts, walker));
  const post = (path: string, handler: Handler): void => void scope.post(`${enrolPath}${path}`, guarded(handler));
  scope.get(
    `${enrolPath}/step`,
    guarded((_parts, walker) => showStep(parts, walker)),
  );
  post('/password', takePassword);
  post('/authenticator', takeAuthenticator);
  post('/passkey/options', askPasskey);
  post('/passkey', takePasskey);
  post('/codes', takeCodesKept);
  post('/codes/new', renewCodes);
  post('/pledge', takePledge);
  post('/wait', lookAgain);
}

const pages: Record<EnrolmentStep, Handler> = {
  PASSWORD: (_parts, walker) => showPassword(walker),
  FACTOR: (parts, walker) => showFactor(parts, walker),
  BACKUP_CODES: (_parts, walker) => send(walker, 200, codesPage(walker)),
  PLEDGE: (parts, walker) => showPledge(parts, walker),
  FACILITY_PLEDGE: (_parts, walker) => send(walker, 200, waitPage(walker)),
};

const showStep: Handler = (parts, walker) => pages[walker.enrolment.step](parts, walker);

/** To the open step; when there is none left, to the end. */
async function onward({ visits }: EnrolmentRouteParts, walker: Walker): Promise<unknown> {
  if (await visits.find(walker.visit)) return walker.reply.redirect(`${enrolPath}/step`, 303);
  leave(walker);
  return walker.reply.redirect(`${enrolPath}/done${worksWithDevice(walker.user) ? '?device=1' : ''}`, 303);
}

const worksWithDevice = ({ kind }: Walker['user']): boolean => kind === 'PROFESSIONAL' || kind === 'CENTER_OFFICER';

function showPassword(walker: Walker, errors: { password?: string; again?: string } = {}): Promise<unknown> {
  const { locale, xsrf, user } = walker;
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return send(walker, status, passwordPage({ locale, xsrf, accountName: user.accountName, errors }));
}

async function takePassword(parts: EnrolmentRouteParts, walker: Walker): Promise<unknown> {
  const { password = '', again = '' } = formOf(walker.request);
  const words = messagesOf(walker.locale);
  if (password !== again) return showPassword(walker, { again: words.passwordsDiffer });
  const result = await parts.steps.choosePassword(walker.visit, password);
  if (result === 'DONE' || result === 'ELSEWHERE') return toStep(walker);
  return showPassword(walker, { password: words.passwordProblems[result] });
}

const toStep = ({ reply }: Walker): Promise<unknown> => Promise.resolve(reply.redirect(`${enrolPath}/step`, 303));

const place = ({ enrolment }: Walker): string => `enrolment.authenticator:${enrolment.id}`;

interface Again {
  secret?: string | undefined;
  code?: string;
  notice?: string;
}

function showFactor({ box }: EnrolmentRouteParts, walker: Walker, { secret, ...errors }: Again = {}): Promise<unknown> {
  const { locale, xsrf, user } = walker;
  const totpSecret = secret ?? newTotpSecret();
  const ticket = box.seal(place(walker), totpSecret).toString('base64url');
  const body = factorPage({ locale, xsrf, ticket, totpSecret, totpUri: totpUri(user.accountName, totpSecret), errors });
  return send(walker, Object.keys(errors).length > 0 ? 422 : 200, body);
}

async function takeAuthenticator(parts: EnrolmentRouteParts, walker: Walker): Promise<unknown> {
  const { ticket = '', code = '' } = formOf(walker.request);
  const words = messagesOf(walker.locale);
  const secret = openTicket(parts, walker, ticket);
  if (!secret || walker.enrolment.step !== 'FACTOR') return toStep(walker);
  if (!code.trim()) return showFactor(parts, walker, { secret, code: words.codeMissing });
  const result = await parts.steps.takeAuthenticator(walker.visit, { secret, typed: code });
  if (result === 'ELSEWHERE') return toStep(walker);
  if (result === 'WRONG') return showFactor(parts, walker, { secret, code: words.wrongCode });
  return send(walker, 200, codesPage({ ...walker, codes: result }));
}

function openTicket({ box }: EnrolmentRouteParts, walker: Walker, ticket: string): string | undefined {
  try {
    return box.open(place(walker), Buffer.from(ticket, 'base64url')).toString();
  } catch {
    return undefined;
  }
}

async function askPasskey({ steps }: EnrolmentRouteParts, { visit, reply }: Walker): Promise<unknown> {
  const options = await steps.askPasskey(visit);
  if (options === 'ELSEWHERE') return reply.code(409).send();
  return reply.header('cache-control', 'no-store').send(options);
}

async function takePasskey(parts: EnrolmentRouteParts, walker: Walker): Promise<unknown> {
  const { request, visit, locale } = walker;
  const answer = deviceAnswer(request);
  const device = deviceLabel(request.headers['user-agent']);
  const result = answer ? await parts.steps.takePasskey(visit, { answer, device }) : 'WRONG';
  if (result === 'WRONG' && walker.enrolment.step === 'FACTOR')
    return showFactor(parts, walker, { notice: wordsOf(locale).passkeyRefused });
  return onward(parts, walker);
}

async function takeCodesKept(parts: EnrolmentRouteParts, walker: Walker): Promise<unknown> {
  if (formOf(walker.request).kept !== 'yes' && walker.enrolment.step === 'BACKUP_CODES')
    return send(walker, 422, codesPage({ ...walker, missing: true }));
  await parts.steps.keepBackupCodes(walker.visit);
  return onward(parts, walker);
}

async function renewCodes(parts: EnrolmentRouteParts, walker: Walker): Promise<unknown> {
  const codes = await parts.steps.renewBackupCodes(walker.visit);
  return codes === 'ELSEWHERE' ? toStep(walker) : send(walker, 200, codesPage({ ...walker, codes }));
}

async function showPledge(
  { steps, now }: EnrolmentRouteParts,
  walker: Walker,
  sent?: { accepted: string[]; notice: string },
): Promise<unknown> {
  const { locale, xsrf, user } = walker;
  const text = await steps.pledgeText(walker);
  const { version = '', clauses = [] } = text ?? {};
  const day = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(tokyoDay(now())),
  );
  return send(walker, sent ? 422 : 200, pledgePage({ locale, xsrf, name: user.displayName, day, version, clauses, ...sent }));
}

async function takePledge(parts: EnrolmentRouteParts, walker: Walker): Promise<unknown> {
  const form = formOf(walker.request);
  const words = wordsOf(walker.locale);
  const text = await parts.steps.pledgeText(walker);
  const accepted = (text?.clauses ?? []).map(({ id }) => id).filter((id) => form[clauseField(id)] === 'yes');
  const result = await parts.steps.sign(walker.visit, { textVersion: form.version ?? '', acceptedClauses: accepted });
  if (result === 'INCOMPLETE') return showPledge(parts, walker, { accepted, notice: words.pledgeMissing });
  if (result === 'STALE') return showPledge(parts, walker, { accepted: [], notice: words.pledgeStale });
  return onward(parts, walker);
}

async function lookAgain(parts: EnrolmentRouteParts, walker: Walker): Promise<unknown> {
  await parts.steps.lookAgain(walker.visit);
  return onward(parts, walker);
}
