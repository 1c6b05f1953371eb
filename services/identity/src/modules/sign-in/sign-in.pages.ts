/** The pages themselves: plain HTML that needs no script. */
import { html, type Html, trusted } from './html.ts';
import { messagesOf, type PageLocale } from './locale.ts';

export const stylePath = '/oidc/sign-in.css';

interface Frame {
  locale: PageLocale;
  title: string;
  /** Something did not work: the title says so first, for those who listen. */
  failed?: boolean;
  /** Why, when it concerns no single field. */
  notice?: string | undefined;
}

interface Field {
  name: string;
  label: string;
  help?: string;
  error?: string | undefined;
  attributes: Html;
}

export interface SignInForm {
  locale: PageLocale;
  action: string;
  /** What was typed is kept; the password never is. */
  accountName?: string;
  errors?: { accountName?: string | undefined; password?: string | undefined; notice?: string | undefined };
}

export function passwordPage({ locale, action, accountName = '', errors = {} }: SignInForm): string {
  const words = messagesOf(locale);
  const toAccount = !accountName || errors.accountName;
  return page(
    { locale, title: words.signInTitle, failed: isFailure(errors), notice: errors.notice },
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
      </form>`,
  );
}

export function codePage({
  locale,
  action,
  restart,
  errors = {},
}: {
  locale: PageLocale;
  action: string;
  restart: string;
  errors?: { code?: string | undefined; notice?: string | undefined };
}): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: words.codeTitle, failed: isFailure(errors), notice: errors.notice },
    html` <p>${words.codeLead}</p>
      <form method="post" action="${action}" novalidate>
        ${field(locale, {
          name: 'code',
          label: words.code,
          help: words.codeHelp,
          error: errors.code,
          attributes: html`class="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" autofocus`,
        })}
        <button type="submit">${words.signIn}</button>
      </form>
      <a class="button quiet" href="${restart}">${words.back}</a>`,
  );
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

function field(locale: PageLocale, { name, label, help, error, attributes }: Field): Html {
  const described = [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${name}">${label}<span class="required">${messagesOf(locale).required}</span></label>
    ${help ? html`<p class="help" id="${name}-help">${help}</p>` : ''}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : ''}
    <input
      id="${name}"
      name="${name}"
      required
      ${attributes}${described ? html` aria-describedby="${described}"` : ''}${error ? html` aria-invalid="true"` : ''}
    />
  </div>`;
}

const isFailure = (errors: object): boolean => Object.values(errors).some(Boolean);

const focusIf = (wanted: unknown): Html => (wanted ? html` autofocus` : html``);

function page({ locale, title, failed, notice }: Frame, body: Html): string {
  const words = messagesOf(locale);
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${failed ? `${words.errorSummary} – ` : ''}${title} – ${words.product}</title>
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body>
        <main>
          <p class="brand">${words.product}</p>
          <div class="card">
            <h1>${title}</h1>
            ${notice ? html`<p class="notice" role="alert">${notice}</p>` : ''} ${body}
          </div>
        </main>
      </body>
    </html>`.text;
}
