/** Forms that change what a person signs in with. */
import type { FastifyInstance } from 'fastify';
import { newTotpSecret, totpUri } from '../credential/index.ts';
import { deviceAnswer, formOf, messagesOf } from '../page/index.ts';
import { accountPath, backupCodesPage, newAuthenticatorPage, newPasswordPage, proofPath } from './account.pages.ts';
import { addPasskey, changeAuthenticator, changePassword, nameOfPasskey, removePasskey, renewBackupCodes } from './factor.service.ts';
import { type AccountParts, backTo, type Exchange, guard, send, type Visitor } from './visitor.ts';

export function factorRoutes(scope: FastifyInstance, parts: AccountParts): void {
  const at = (path: string, handler: (parts: AccountParts, visitor: Visitor, exchange: Exchange) => Promise<unknown>) =>
    [`${accountPath}${path}`, guard(parts, (visitor, exchange) => handler(parts, visitor, exchange))] as const;
  scope.get(...at('/password', (_parts, visitor, exchange) => showPassword(visitor, exchange)));
  scope.post(...at('/password', takePassword));
  scope.get(...at('/authenticator', (_parts, visitor, exchange) => showAuthenticator(parts, visitor, exchange)));
  scope.post(...at('/authenticator', takeAuthenticator));
  scope.post(...at('/backup-codes', showBackupCodes));
  scope.post(...at('/passkeys/options', askPasskey));
  scope.post(...at('/passkeys', takePasskey));
  scope.post(...at('/passkeys/:id/rename', renamePasskey));
  scope.post(...at('/passkeys/:id/remove', dropPasskey));
}

function showPassword(
  { locale, xsrf, user }: Visitor,
  exchange: Exchange,
  errors: { password?: string; again?: string } = {},
): Promise<unknown> {
  return send(
    exchange,
    Object.keys(errors).length > 0 ? 422 : 200,
    newPasswordPage({ locale, xsrf, accountName: user.accountName, errors }),
  );
}

async function takePassword({ credentials }: AccountParts, visitor: Visitor, exchange: Exchange): Promise<unknown> {
  const { password = '', again = '' } = formOf(exchange.request);
  const words = messagesOf(visitor.locale);
  if (password !== again) return showPassword(visitor, exchange, { again: words.passwordsDiffer });
  const problem = await changePassword(credentials, visitor, password);
  return problem ? showPassword(visitor, exchange, { password: words.passwordProblems[problem] }) : backTo(exchange, 'passwordChanged');
}

const place = ({ session }: Visitor): string => `account.authenticator:${session.id}`;

function showAuthenticator(
  { box }: AccountParts,
  visitor: Visitor,
  exchange: Exchange,
  again?: { secret: string; error: string },
): Promise<unknown> {
  const { locale, xsrf, user } = visitor;
  const totpSecret = again?.secret ?? newTotpSecret();
  const body = newAuthenticatorPage({
    locale,
    xsrf,
    totpSecret,
    totpUri: totpUri(user.accountName, totpSecret),
    ticket: box.seal(place(visitor), totpSecret).toString('base64url'),
    errors: again ? { code: again.error } : {},
  });
  return send(exchange, again ? 422 : 200, body);
}

async function takeAuthenticator(parts: AccountParts, visitor: Visitor, exchange: Exchange): Promise<unknown> {
  const { ticket = '', code = '' } = formOf(exchange.request);
  const secret = open(parts, visitor, ticket);
  if (!secret) return showAuthenticator(parts, visitor, exchange);
  if (await changeAuthenticator(parts.credentials, visitor, { secret, typed: code })) return backTo(exchange, 'authenticatorChanged');
  return showAuthenticator(parts, visitor, exchange, { secret, error: messagesOf(visitor.locale).wrongCode });
}

function open({ box }: AccountParts, visitor: Visitor, ticket: string): string | undefined {
  try {
    return box.open(place(visitor), Buffer.from(ticket, 'base64url')).toString();
  } catch {
    return undefined;
  }
}

async function showBackupCodes({ credentials }: AccountParts, visitor: Visitor, exchange: Exchange): Promise<unknown> {
  const codes = await renewBackupCodes(credentials, visitor);
  return codes ? send(exchange, 200, backupCodesPage(visitor.locale, codes)) : backTo(exchange, 'nothing');
}

async function askPasskey({ passkeys }: AccountParts, { context, session, user }: Visitor, { reply }: Exchange): Promise<unknown> {
  const options = await context.asService((tx) => passkeys.askForNew(tx, session.id, user));
  return reply.header('cache-control', 'no-store').send(options);
}

async function takePasskey({ passkeys }: AccountParts, visitor: Visitor, exchange: Exchange): Promise<unknown> {
  const [answer, label] = [deviceAnswer(exchange.request), formOf(exchange.request).label ?? ''];
  const added = answer !== undefined && (await addPasskey(passkeys, visitor, { label, answer }));
  return backTo(exchange, added ? 'passkeyAdded' : 'passkeyRefused');
}

async function renamePasskey(_parts: AccountParts, visitor: Visitor, exchange: Exchange): Promise<unknown> {
  const renamed = await nameOfPasskey(visitor, idOf(exchange), formOf(exchange.request).label ?? '');
  return backTo(exchange, renamed ? 'passkeyRenamed' : 'nothing');
}

async function dropPasskey({ credentials }: AccountParts, visitor: Visitor, exchange: Exchange): Promise<unknown> {
  const result = await removePasskey(credentials, visitor, idOf(exchange));
  if (result === 'NEEDS_AUTHENTICATOR') return backTo(exchange, 'authenticatorFirst');
  if (result === 'NEEDS_ITSELF') return exchange.reply.redirect(proofPath, 303);
  return backTo(exchange, result === 'REMOVED' ? 'passkeyRemoved' : 'nothing');
}

const idOf = ({ request }: Exchange): string => (request.params as { id: string }).id;
