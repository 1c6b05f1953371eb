/** What every page has in common: head, heading, notices, and how a field is labelled. */
import { html, type Html } from './html.ts';
import { messagesOf, type PageLocale } from './locale.ts';

export const stylePath = '/oidc/sign-in.css';
/** The one script there is: passkeys cannot be asked for without. Everything else works without any. */
export const scriptPath = '/oidc/passkey.js';

/** For who comes in for the first time: the pages are the enrolment slice's. */
export const enrolPath = '/oidc/enrol';

/** For who has lost passkey or authenticator: the pages are the recovery slice's. */
export const recoveryPath = '/oidc/recovery';

export interface Frame {
  locale: PageLocale;
  title: string;
  /** Something did not work: the title says so first, for those who listen. */
  failed?: boolean;
  /** Why, when it concerns no single field. */
  notice?: string | undefined;
  /** What has just been done, or what is under way. */
  status?: string | undefined;
  /** The page offers a passkey, or something to print. */
  script?: boolean;
  /** Where in a row of pages this one stands. */
  progress?: { step: number; of: number; label: string } | undefined;
}

export interface Field {
  name: string;
  label: string;
  help?: string;
  error?: string | undefined;
  attributes: Html;
}

export function page({ locale, title, failed, notice, status, script, progress }: Frame, body: Html): string {
  const words = messagesOf(locale);
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${failed ? `${words.errorSummary} – ` : ''}${title} – ${words.product}</title>
        <link rel="stylesheet" href="${stylePath}" />
        ${script ? html`<script type="module" src="${scriptPath}"></script>` : ''}
      </head>
      <body>
        <main>
          <p class="brand">${words.product}</p>
          <div class="card">
            ${progress ? progressBar(progress) : ''}
            <h1>${title}</h1>
            ${notice ? html`<p class="notice" role="alert">${notice}</p>` : ''}
            ${status ? html`<p class="status" role="status">${status}</p>` : ''} ${body}
          </div>
        </main>
      </body>
    </html>`.text;
}

const progressBar = ({ step, of, label }: NonNullable<Frame['progress']>): Html =>
  html`<p class="progress">${label}</p>
    <div class="bar" aria-hidden="true">
      ${Array.from({ length: of }, (_, index) => (index < step ? html`<span class="past"></span>` : html`<span></span>`))}
    </div>`;

export function field(locale: PageLocale, { name, label, help, error, attributes }: Field): Html {
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

export interface Check {
  name: string;
  label: string;
  checked?: boolean;
  /** It has to be ticked and was not. */
  missing?: boolean;
  /** Id of the sentence that says so. */
  errorId?: string;
}

export const check = ({ name, label, checked, missing, errorId }: Check): Html =>
  html`<div class="check">
    <input
      id="${name}"
      name="${name}"
      type="checkbox"
      value="yes"
      required
      ${checked ? html` checked` : ''}${missing ? html` aria-invalid="true"` : ''}${missing && errorId ? html` aria-describedby="${errorId}"` : ''}
    />
    <label for="${name}">${label}</label>
  </div>`;

export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

export const isFailure = (errors: object): boolean => Object.values(errors).some(Boolean);

export const focusIf = (wanted: unknown): Html => (wanted ? html` autofocus` : html``);

export interface PasskeyForm {
  ceremony: 'get' | 'create';
  /** Where the answer of the device goes. */
  action: string;
  /** Where the question for the device comes from. */
  options: string;
  label: string;
  /** Fields that go along, with the question and with the answer. */
  fields?: Html;
  quiet?: boolean;
}

/** Hidden until the script has found that this browser knows passkeys. */
export function passkeyForm(locale: PageLocale, { ceremony, action, options, label, fields, quiet }: PasskeyForm): Html {
  const words = messagesOf(locale);
  return html`<form method="post" action="${action}" data-passkey="${ceremony}" data-options="${options}" novalidate hidden>
    ${fields}
    <input type="hidden" name="response" />
    <p class="error" role="alert" data-failed="${words.passkeyFailed}" hidden></p>
    <button type="submit" ${quiet ? html` class="quiet"` : ''}>${label}</button>
  </form>`;
}
