/** Pages of the first sign-in: plain HTML; a passkey is offered where a script may run. */
import {
  backupCodeSheet,
  check,
  enrolPath,
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
import type { PledgeClause } from '../pledge/index.ts';
import { en } from './messages/en.ts';
import { type EnrolmentMessages, ja } from './messages/ja.ts';

export const wordsOf = (locale: PageLocale): EnrolmentMessages => (locale === 'ja' ? ja : en);

/** @param step 1 to 5 */
function progress(locale: PageLocale, step: number): { step: number; of: number; label: string } {
  const { steps, progress: label } = wordsOf(locale);
  return { step, of: steps.length, label: label(step, steps.length, steps[step - 1] ?? '') };
}

export interface StartErrors {
  accountName?: string | undefined;
  code?: string | undefined;
  notice?: string | undefined;
}

export function startPage(form: { locale: PageLocale; accountName: string; errors: StartErrors; status?: string | undefined }): string {
  const { locale, accountName, errors, status } = form;
  const words = wordsOf(locale);
  return page(
    { locale, title: words.startTitle, failed: isFailure(errors), notice: errors.notice, status, progress: progress(locale, 1) },
    html` <p>${words.startLead}</p>
      <form method="post" action="${enrolPath}" novalidate>
        ${field(locale, {
          name: 'account',
          label: messagesOf(locale).accountName,
          error: errors.accountName,
          attributes: html`type="text" value="${accountName}" autocomplete="username" autocapitalize="none" spellcheck="false"
          maxlength="200"`,
        })}
        ${field(locale, {
          name: 'code',
          label: words.code,
          help: words.codeHelp,
          error: errors.code,
          attributes: html`type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60"`,
        })}
        <button type="submit">${messagesOf(locale).next}</button>
      </form>`,
  );
}

export function confirmPage(form: { locale: PageLocale; ticket: string; errors: { password?: string; notice?: string } }): string {
  const { locale, ticket, errors } = form;
  const words = wordsOf(locale);
  return page(
    { locale, title: words.confirmTitle, failed: isFailure(errors), notice: errors.notice, progress: progress(locale, 2) },
    html` <p>${words.confirmLead}</p>
      <form method="post" action="${enrolPath}/confirm" novalidate>
        ${hidden('ticket', ticket)}
        ${field(locale, {
          name: 'password',
          label: messagesOf(locale).password,
          error: errors.password,
          attributes: html`type="password" autocomplete="current-password" maxlength="500"`,
        })}
        <button type="submit">${messagesOf(locale).next}</button>
      </form>`,
  );
}

export interface Step {
  locale: PageLocale;
  xsrf: string;
}

export function passwordPage(form: Step & { accountName: string; errors: { password?: string; again?: string } }): string {
  const { locale, xsrf, accountName, errors } = form;
  const words = wordsOf(locale);
  return page(
    { locale, title: words.passwordTitle, failed: isFailure(errors), progress: progress(locale, 2) },
    html` <p>${words.passwordLead}</p>
      <form method="post" action="${enrolPath}/password" novalidate>
        ${hidden('xsrf', xsrf)} ${newPasswordFields(locale, { accountName, errors })}
        <button type="submit">${words.passwordNext}</button>
      </form>`,
  );
}

interface FactorForm extends Step {
  totpUri: string;
  totpSecret: string;
  /** The secret, sealed, so that it comes back as it went. */
  ticket: string;
  errors: { code?: string; notice?: string };
}

export function factorPage({ locale, xsrf, totpUri, totpSecret, ticket, errors }: FactorForm): string {
  const words = wordsOf(locale);
  return page(
    { locale, title: words.factorTitle, failed: isFailure(errors), notice: errors.notice, script: true, progress: progress(locale, 3) },
    html` <p>${words.factorLead}</p>
      ${passkeyForm(locale, {
        ceremony: 'create',
        action: `${enrolPath}/passkey`,
        options: `${enrolPath}/passkey/options`,
        label: words.passkeyAdd,
        fields: html`${hidden('xsrf', xsrf)}
          <h2>${words.passkey}</h2>
          <p>${words.passkeyLead}</p>`,
      })}
      <form method="post" action="${enrolPath}/authenticator" novalidate>
        ${hidden('xsrf', xsrf)} ${hidden('ticket', ticket)} ${newAuthenticatorFields(locale, { totpUri, totpSecret, errors })}
        <button type="submit" class="quiet">${words.authenticatorNext}</button>
      </form>`,
  );
}

interface CodesForm extends Step {
  /** Absent: they were shown before. */
  codes?: readonly string[];
  missing?: boolean;
}

/** Shown once; somebody who comes back to this step may have others. */
export function codesPage({ locale, xsrf, codes, missing }: CodesForm): string {
  const words = wordsOf(locale);
  const title = codes ? words.codesTitle : words.codesAgainTitle;
  return page(
    { locale, title, failed: missing ?? false, script: true, progress: progress(locale, 3) },
    html` ${codes ? backupCodeSheet(locale, codes) : renewForm(locale, xsrf)}
      <form method="post" action="${enrolPath}/codes">
        ${hidden('xsrf', xsrf)} ${missing ? html`<p class="error" id="kept-error">${words.codesKeptMissing}</p>` : ''}
        ${check({ name: 'kept', label: words.codesKept, missing: missing ?? false, errorId: 'kept-error' })}
        <button type="submit">${messagesOf(locale).next}</button>
      </form>`,
  );
}

function renewForm(locale: PageLocale, xsrf: string): Html {
  const words = wordsOf(locale);
  return html`<p>${words.codesAgainLead}</p>
    <form method="post" action="${enrolPath}/codes/new">
      ${hidden('xsrf', xsrf)}
      <button type="submit" class="quiet">${words.codesAgain}</button>
    </form>`;
}

interface PledgeForm extends Step {
  name: string;
  day: string;
  version: string;
  clauses: readonly PledgeClause[];
  /** Ids of the promises that were ticked; absent: nothing was sent yet. */
  accepted?: readonly string[];
  notice?: string;
}

export const clauseField = (id: string): string => `clause-${id}`;

export function pledgePage({ locale, xsrf, name, day, version, clauses, accepted, notice }: PledgeForm): string {
  const words = wordsOf(locale);
  const errorId = 'clauses-error';
  return page(
    { locale, title: words.pledgeTitle, failed: notice !== undefined, progress: progress(locale, 4) },
    html` <p>${words.pledgeLead}</p>
      <form method="post" action="${enrolPath}/pledge" novalidate>
        ${hidden('xsrf', xsrf)} ${hidden('version', version)}
        <fieldset>
          <legend>${words.pledgeClauses}</legend>
          ${notice ? html`<p class="error" id="${errorId}" role="alert">${notice}</p>` : ''}
          ${clauses.map((clause) =>
            check({
              name: clauseField(clause.id),
              label: clause[locale],
              checked: accepted?.includes(clause.id) ?? false,
              missing: accepted !== undefined && !accepted.includes(clause.id),
              errorId,
            }),
          )}
        </fieldset>
        <p>${words.pledgeBy(name)}<br />${words.pledgeOn(day)}</p>
        <p class="help">${words.pledgeVersion(version)}</p>
        <button type="submit">${words.pledgeSign}</button>
      </form>`,
  );
}

export function waitPage({ locale, xsrf }: Step): string {
  const words = wordsOf(locale);
  return page(
    { locale, title: words.waitTitle, progress: progress(locale, 4) },
    html` <p>${words.waitLead}</p>
      <form method="post" action="${enrolPath}/wait">
        ${hidden('xsrf', xsrf)}
        <button type="submit">${words.waitAgain}</button>
      </form>`,
  );
}

/** Registered in the portal: the key of the device lives under its origin (R6). */
export function devicePage(locale: PageLocale, portalUrl: string): string {
  const words = wordsOf(locale);
  const next = `${portalUrl}/auth/sign-in?${new URLSearchParams({ returnTo: '/account/devices' }).toString()}`;
  return page(
    { locale, title: words.deviceTitle, progress: progress(locale, 5) },
    html` <p>${words.deviceLead}</p>
      <a class="button" href="${next}">${words.deviceNext}</a>`,
  );
}

export function donePage(locale: PageLocale, portalUrl: string): string {
  const words = wordsOf(locale);
  return page(
    { locale, title: words.doneTitle },
    html` <p>${words.doneLead}</p>
      <a class="button" href="${portalUrl}">${messagesOf(locale).openPortal}</a>`,
  );
}

/** Something broke, or too many come at once. */
export function troublePage(locale: PageLocale, kind: 'fault' | 'busy'): string {
  const words = messagesOf(locale);
  return page(
    { locale, title: wordsOf(locale).startTitle, failed: true, notice: words[kind] },
    html`<a class="button" href="${enrolPath}">${words.back}</a>`,
  );
}
