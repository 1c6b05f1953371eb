/** The page of one's own sign-in: passkeys, password, authenticator app, and where one is signed in. */
import {
  backupCodeSheet,
  field,
  hidden,
  html,
  type Html,
  isFailure,
  messagesOf,
  newAuthenticatorFields,
  newPasswordFields,
  page,
  type PageLocale,
  passkeyForm,
} from '../page/index.ts';
import type { Passkey } from '../passkey/index.ts';
import type { Recovery } from '../recovery/index.ts';
import type { Session } from '../session/index.ts';

export const accountPath = '/oidc/account';
export const securityPath = `${accountPath}/security`;
export const proofPath = `${accountPath}/proof`;

export interface Overview {
  locale: PageLocale;
  xsrf: string;
  portalUrl: string;
  passkeys: readonly Passkey[];
  sessions: readonly Session[];
  current: string;
  recovery: Recovery | null;
  passwordChangedAt: Date | null;
  /** Null: there is no app they could stand for. */
  backupCodesLeft: number | null;
  status?: string | undefined;
}

const time = (locale: PageLocale, at: Date): string =>
  new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', { timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'short' }).format(
    at,
  );

export function securityPage(facts: Overview): string {
  const { locale, status, portalUrl } = facts;
  const words = messagesOf(locale);
  return page(
    { locale, title: words.securityTitle, status, script: true },
    html` <p>${words.securityLead}</p>
      ${facts.recovery ? recoveryNotice(facts, facts.recovery) : ''} ${passkeySection(facts)} ${passwordSection(facts)}
      ${backupSection(facts)} ${sessionSection(facts)}
      <a class="button quiet" href="${portalUrl}">${words.backToPortal}</a>`,
  );
}

function recoveryNotice({ locale, xsrf }: Overview, { id, effectiveAt }: Recovery): Html {
  const words = messagesOf(locale);
  return html`<div class="notice" role="alert">
      <p>${words.recoveryNotice(time(locale, effectiveAt))}</p>
    </div>
    <form method="post" action="${accountPath}/recovery/${id}/cancel">
      ${hidden('xsrf', xsrf)}
      <button type="submit" class="danger">${words.recoveryCancel}</button>
    </form>`;
}

function passkeySection(facts: Overview): Html {
  const { locale, xsrf, passkeys } = facts;
  const words = messagesOf(locale);
  const label = field(locale, {
    name: 'label',
    label: words.passkeyLabel,
    help: words.passkeyLabelHelp,
    attributes: html`type="text" maxlength="40" autocomplete="off"`,
  });
  return html`<h2>${words.passkeys}</h2>
    <p>${passkeys.length > 0 ? words.passkeysOnly : words.passkeysNone}</p>
    ${
      passkeys.length > 0
        ? html`<ul class="list">
            ${passkeys.map((passkey) => passkeyItem(facts, passkey))}
          </ul>`
        : ''
    }
    ${passkeyForm(locale, {
      ceremony: 'create',
      action: `${accountPath}/passkeys`,
      options: `${accountPath}/passkeys/options`,
      label: words.passkeyAdd,
      fields: html`${hidden('xsrf', xsrf)} ${label}`,
    })}
    <noscript><p>${words.passkeyNeedsScript}</p></noscript>`;
}

function passkeyItem({ locale, xsrf }: Overview, { id, label, createdAt, lastUsedAt }: Passkey): Html {
  const words = messagesOf(locale);
  const field = `label-${id}`;
  return html`<li>
    <h3>${label}</h3>
    <p class="help">${words.passkeyAdded(time(locale, createdAt))}</p>
    ${lastUsedAt ? html`<p class="help">${words.passkeyUsed(time(locale, lastUsedAt))}</p>` : ''}
    <details>
      <summary>${words.passkeyChange}</summary>
      <form method="post" action="${accountPath}/passkeys/${id}/rename">
        ${hidden('xsrf', xsrf)}
        <label for="${field}">${words.passkeyLabel}</label>
        <input id="${field}" name="label" type="text" value="${label}" maxlength="40" autocomplete="off" required />
        <button type="submit" class="quiet">${words.passkeyRename}</button>
      </form>
      <form method="post" action="${accountPath}/passkeys/${id}/remove">
        ${hidden('xsrf', xsrf)}
        <button type="submit" class="danger">${words.passkeyRemove}</button>
      </form>
    </details>
  </li>`;
}

function passwordSection({ locale, passwordChangedAt }: Overview): Html {
  const words = messagesOf(locale);
  return html`<h2>${words.password}</h2>
    ${passwordChangedAt ? html`<p class="help">${words.passwordChangedOn(time(locale, passwordChangedAt))}</p>` : ''}
    <a class="button quiet" href="${accountPath}/password">${words.passwordChange}</a>
    <h2>${words.authenticator}</h2>
    <p class="help">${words.authenticatorHelp}</p>
    <a class="button quiet" href="${accountPath}/authenticator">${words.authenticatorChange}</a>`;
}

const fewCodes = 2;

function backupSection({ locale, xsrf, backupCodesLeft: left }: Overview): Html {
  const words = messagesOf(locale);
  if (left === null) return html``;
  return html`<h2>${words.backupCodes}</h2>
    <p>${words.backupCodesLeft(left)} ${left > 0 && left <= fewCodes ? words.backupCodesFew : ''}</p>
    <form method="post" action="${accountPath}/backup-codes">
      ${hidden('xsrf', xsrf)}
      <p class="help">${words.backupCodesNewHelp}</p>
      <button type="submit" class="quiet">${words.backupCodesNew}</button>
    </form>`;
}

export function backupCodesPage(locale: PageLocale, codes: readonly string[]): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: words.backupCodesTitle, script: true },
    html`${backupCodeSheet(locale, codes)}<a class="button" href="${securityPath}">${words.backToSecurity}</a>`,
  );
}

function sessionSection(facts: Overview): Html {
  const { locale, xsrf, sessions } = facts;
  const words = messagesOf(locale);
  const button = (path: string, label: string, style: string): Html =>
    html`<form method="post" action="${accountPath}/sessions/${path}">
      ${hidden('xsrf', xsrf)}
      <button type="submit" class="${style}">${label}</button>
    </form>`;
  return html`<h2>${words.sessions}</h2>
    <ul class="list">
      ${sessions.map(
        (session) =>
          html`<li>
            <h3>${session.device ?? words.deviceUnknown}</h3>
            <p class="help">${words.sessionTimes(time(locale, session.startedAt), time(locale, session.lastActiveAt))}</p>
            ${session.networkHint ? html`<p class="help">${words.sessionFrom(session.networkHint)}</p>` : ''}
            ${session.id === facts.current ? html`<p>${words.sessionCurrent}</p>` : button(`${session.id}/end`, words.sessionEnd, 'quiet')}
          </li>`,
      )}
    </ul>
    ${sessions.length > 1 ? button('end-others', words.sessionsEndOthers, 'quiet') : ''}
    ${button('end-all', words.sessionsEndAll, 'danger')}`;
}

interface ProofForm {
  locale: PageLocale;
  xsrf: string;
  byPasskey: boolean;
  errors?: { notice?: string | undefined };
}

export function proofPage({ locale, xsrf, byPasskey, errors = {} }: ProofForm): string {
  const words = messagesOf(locale);
  const key = passkeyForm(locale, {
    ceremony: 'get',
    action: `${proofPath}/passkey`,
    options: `${proofPath}/passkey/options`,
    label: words.proofByPasskey,
    fields: hidden('xsrf', xsrf),
  });
  const code = html`<form method="post" action="${proofPath}" novalidate>
    ${hidden('xsrf', xsrf)}
    ${field(locale, {
      name: 'password',
      label: words.password,
      attributes: html`type="password" autocomplete="current-password" maxlength="500" autofocus`,
    })}
    ${field(locale, {
      name: 'code',
      label: words.code,
      help: words.codeHelp,
      attributes: html`class="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12"`,
    })}
    <button type="submit">${words.next}</button>
  </form>`;
  return page(
    { locale, title: words.proofTitle, failed: isFailure(errors), notice: errors.notice, script: byPasskey },
    html` <p>${words.proofLead}</p>
      ${byPasskey ? html`${key}<noscript><p class="notice">${words.passkeyNeedsScript}</p></noscript>` : code}`,
  );
}

interface FactorForm {
  locale: PageLocale;
  xsrf: string;
  accountName: string;
}

export function newPasswordPage({
  locale,
  xsrf,
  accountName,
  errors,
}: FactorForm & { errors: { password?: string; again?: string } }): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: words.passwordChange, failed: isFailure(errors) },
    html` <p>${words.factorChangeLead}</p>
      <form method="post" action="${accountPath}/password" novalidate>
        ${hidden('xsrf', xsrf)} ${newPasswordFields(locale, { accountName, errors })}
        <button type="submit">${words.save}</button>
      </form>
      <a class="button quiet" href="${securityPath}">${words.cancel}</a>`,
  );
}

interface AuthenticatorForm extends Omit<FactorForm, 'accountName'> {
  totpUri: string;
  totpSecret: string;
  /** The secret, sealed, so that it comes back as it went. */
  ticket: string;
  errors: { code?: string };
}

export function newAuthenticatorPage({ locale, xsrf, ticket, totpUri, totpSecret, errors }: AuthenticatorForm): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: words.authenticatorChange, failed: isFailure(errors) },
    html` <p>${words.factorChangeLead}</p>
      <form method="post" action="${accountPath}/authenticator" novalidate>
        ${hidden('xsrf', xsrf)} ${hidden('ticket', ticket)} ${newAuthenticatorFields(locale, { totpUri, totpSecret, errors })}
        <button type="submit">${words.save}</button>
      </form>
      <a class="button quiet" href="${securityPath}">${words.cancel}</a>`,
  );
}

/** Nobody is signed in here, the form was not ours, or too many come at once. */
export function outsidePage(locale: PageLocale, kind: 'signIn' | 'fault' | 'busy', portalUrl: string): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: kind === 'signIn' ? words.signInFirstTitle : words.faultTitle },
    html` <p>${kind === 'signIn' ? words.signInFirst : words[kind]}</p>
      <a class="button" href="${portalUrl}">${words.openPortal}</a>`,
  );
}
