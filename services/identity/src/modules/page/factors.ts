/** Fields for a new password and a new authenticator app, the same wherever they are asked for. */
import { renderSVG } from 'uqr';
import { field } from './frame.ts';
import { html, type Html, trusted } from './html.ts';
import { messagesOf, type PageLocale } from './locale.ts';

export interface NewFactors {
  accountName: string;
  /** `otpauth://…` for the QR code. */
  totpUri: string;
  totpSecret: string;
  errors: { password?: string | undefined; again?: string | undefined; code?: string | undefined };
}

export function newPasswordFields(locale: PageLocale, { accountName, errors }: Pick<NewFactors, 'accountName' | 'errors'>): Html {
  const words = messagesOf(locale);
  const attributes = html`type="password" autocomplete="new-password" maxlength="500"`;
  return html`<input type="text" name="account" value="${accountName}" autocomplete="username" readonly hidden />
    ${field(locale, { name: 'password', label: words.newPassword, help: words.newPasswordHelp, error: errors.password, attributes })}
    ${field(locale, { name: 'again', label: words.newPasswordAgain, error: errors.again, attributes })}`;
}

export function newAuthenticatorFields(locale: PageLocale, { totpUri, totpSecret, errors }: Omit<NewFactors, 'accountName'>): Html {
  const words = messagesOf(locale);
  return html`<h2>${words.authenticator}</h2>
    <p>${words.authenticatorLead}</p>
    <div role="img" aria-label="${words.authenticatorQr}">${trusted(qrCode(totpUri))}</div>
    <p>${words.authenticatorByHand}</p>
    <p class="secret">${totpSecret.match(/.{1,4}/g)?.join(' ')}</p>
    <p><a href="${totpUri}">${words.authenticatorLink}</a></p>
    ${field(locale, {
      name: 'code',
      label: words.code,
      help: words.codeHelp,
      error: errors.code,
      attributes: html`class="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12"`,
    })}`;
}

/** Codes that are shown this once: to be printed or copied by hand. */
export function backupCodeSheet(locale: PageLocale, codes: readonly string[]): Html {
  const words = messagesOf(locale);
  return html`<p>${words.backupCodesLead}</p>
    <div class="sheet">
      <ol class="codes">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ol>
    </div>
    <button type="button" class="quiet" data-print hidden>${words.print}</button>`;
}

/** Drawn here, sent nowhere: what it shows is the secret itself. */
const qrCode = (text: string): string =>
  renderSVG(text, { border: 2 }).replace('<svg ', '<svg class="qr" aria-hidden="true" focusable="false" ');
