/** Pages of a recovery: plain HTML without script. */
import {
  field,
  hidden,
  html,
  isFailure,
  messagesOf,
  newAuthenticatorFields,
  newPasswordFields,
  page,
  type PageLocale,
} from '../page/index.ts';
import { totpUri } from '../credential/index.ts';

export interface CodeErrors {
  accountName?: string | undefined;
  code?: string | undefined;
  notice?: string | undefined;
}

export function codePage(form: { locale: PageLocale; action: string; accountName: string; errors: CodeErrors }): string {
  const { locale, action, accountName, errors } = form;
  const words = messagesOf(locale);
  return page(
    { locale, title: words.recoveryTitle, failed: isFailure(errors), notice: errors.notice },
    html` <p>${words.recoveryLead}</p>
      <form method="post" action="${action}" novalidate>
        ${field(locale, {
          name: 'account',
          label: words.accountName,
          error: errors.accountName,
          attributes: html`type="text" value="${accountName}" autocomplete="username" autocapitalize="none" spellcheck="false"
          maxlength="200"`,
        })}
        ${field(locale, {
          name: 'code',
          label: words.recoveryCode,
          help: words.recoveryCodeHelp,
          error: errors.code,
          attributes: html`type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60"`,
        })}
        <button type="submit">${words.next}</button>
      </form>`,
  );
}

export interface FactorErrors {
  password?: string | undefined;
  again?: string | undefined;
  code?: string | undefined;
}

interface FactorForm {
  locale: PageLocale;
  action: string;
  ticket: string;
  accountName: string;
  totpSecret: string;
  errors: FactorErrors;
}

export function factorsPage({ locale, action, ticket, accountName, totpSecret, errors }: FactorForm): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: words.recoveryFactorsTitle, failed: isFailure(errors) },
    html` <p>${words.recoveryFactorsLead}</p>
      <form method="post" action="${action}" novalidate>
        ${hidden('ticket', ticket)} ${newPasswordFields(locale, { accountName, errors })}
        ${newAuthenticatorFields(locale, { totpUri: totpUri(accountName, totpSecret), totpSecret, errors })}
        <button type="submit">${words.recoveryFinish}</button>
      </form>`,
  );
}

export function donePage(locale: PageLocale, portalUrl: string): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: words.recoveryDoneTitle },
    html` <p>${words.recoveryDone}</p>
      <a class="button" href="${portalUrl}">${words.openPortal}</a>`,
  );
}
