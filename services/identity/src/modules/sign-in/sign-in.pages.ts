/** The pages of a sign-in: plain HTML that needs no script; a passkey is offered where a script may run. */
import {
  enrolPath,
  field,
  focusIf,
  hidden,
  html,
  type Html,
  isFailure,
  messagesOf,
  page,
  type PageLocale,
  passkeyForm,
  recoveryPath,
  trusted,
} from '../page/index.ts';

export interface SignInForm {
  locale: PageLocale;
  action: string;
  /** Where a passkey's answer goes. */
  passkey: string;
  /** What was typed is kept; the password never is. */
  accountName?: string;
  errors?: { accountName?: string | undefined; password?: string | undefined; notice?: string | undefined };
}

export function passwordPage({ locale, action, passkey, accountName = '', errors = {} }: SignInForm): string {
  const words = messagesOf(locale);
  const toAccount = !accountName || errors.accountName;
  return page(
    { locale, title: words.signInTitle, failed: isFailure(errors), notice: errors.notice, script: true },
    html` <p>${words.signInLead}</p>
      <form method="post" action="${action}" novalidate>
        ${field(locale, {
          name: 'account',
          label: words.accountName,
          help: words.accountNameHelp,
          error: errors.accountName,
          attributes: html`type="text" value="${accountName}" autocomplete="username" autocapitalize="none" spellcheck="false"
          maxlength="200"${focusIf(toAccount)}`,
        })}
        ${field(locale, {
          name: 'password',
          label: words.password,
          error: errors.password,
          attributes: html`type="password" autocomplete="current-password" maxlength="500"${focusIf(!toAccount)}`,
        })}
        <button type="submit">${words.next}</button>
      </form>
      ${passkeyForm(locale, { ceremony: 'get', action: passkey, options: `${passkey}/options`, label: words.passkeySignIn, quiet: true })}
      <p class="aside"><a href="${enrolPath}">${words.enrolLink}</a></p>
      <p class="aside"><a href="${recoveryPath}">${words.recoveryLink}</a></p>`,
  );
}

export interface SecondStepForm {
  locale: PageLocale;
  passkey: string;
  restart: string;
  notice?: string;
}

/** The password was right, and the person has a passkey: nothing else is taken. */
export function passkeyPage({ locale, passkey, restart, notice }: SecondStepForm): string {
  const words = messagesOf(locale);
  const fields = hidden('second', 'yes');
  return page(
    { locale, title: words.passkeyTitle, failed: notice !== undefined, notice, script: true },
    html` <p>${words.passkeyLead}</p>
      ${passkeyForm(locale, { ceremony: 'get', action: passkey, options: `${passkey}/options`, label: words.passkeySignIn, fields })}
      <noscript><p class="notice">${words.passkeyNeedsScript}</p></noscript>
      <p class="aside"><a href="${recoveryPath}">${words.recoveryLink}</a></p>
      <a class="button quiet" href="${restart}">${words.back}</a>`,
  );
}

export interface CodeForm {
  locale: PageLocale;
  action: string;
  restart: string;
  /** One of the codes on paper instead of the app's. */
  byBackupCode?: boolean;
  errors?: { code?: string | undefined; notice?: string | undefined };
}

export function codePage({ locale, action, restart, byBackupCode, errors = {} }: CodeForm): string {
  const words = messagesOf(locale);
  const other = byBackupCode
    ? html`<a href="${action}">${words.appCodeLink}</a>`
    : html`<a href="${action}?backup=1">${words.backupCodeLink}</a>`;
  return page(
    { locale, title: byBackupCode ? words.backupCode : words.codeTitle, failed: isFailure(errors), notice: errors.notice },
    html` <p>${byBackupCode ? words.backupCodeLead : words.codeLead}</p>
      <form method="post" action="${action}" novalidate>
        ${byBackupCode ? backupField(locale, errors.code) : codeField(locale, errors.code)}
        <button type="submit">${words.signIn}</button>
      </form>
      <a class="button quiet" href="${restart}">${words.back}</a>
      <p class="aside">${other}</p>`,
  );
}

function codeField(locale: PageLocale, error: string | undefined): Html {
  const words = messagesOf(locale);
  const attributes = html`class="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" autofocus`;
  return field(locale, { name: 'code', label: words.code, help: words.codeHelp, error, attributes });
}

function backupField(locale: PageLocale, error: string | undefined): Html {
  const words = messagesOf(locale);
  const attributes = html`type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" autofocus`;
  return html`${hidden('backup', '1')}
  ${field(locale, { name: 'code', label: words.backupCode, help: words.backupCodeHelp, error, attributes })}`;
}

/** @param formMarkup the hidden form oidc-provider made */
export function signOutPage(locale: PageLocale, formMarkup: string, portalUrl: string): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: words.signOutTitle },
    html` <p>${words.signOutLead}</p>
      ${trusted(formMarkup)}
      <button type="submit" form="op.logoutForm" name="logout" value="yes">${words.signOut}</button>
      <a class="button quiet" href="${portalUrl}">${words.stay}</a>`,
  );
}

export function messagePage(locale: PageLocale, kind: 'expired' | 'fault' | 'signedOut', portalUrl: string): string {
  const words = messagesOf(locale);
  const titles = { expired: words.expiredTitle, fault: words.faultTitle, signedOut: words.signedOutTitle };
  return page(
    { locale, title: titles[kind] },
    html` <p>${words[kind]}</p>
      <a class="button" href="${portalUrl}">${words.openPortal}</a>`,
  );
}
