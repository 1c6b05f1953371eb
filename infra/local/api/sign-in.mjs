// Signing in without a browser: OpenID Connect code + PKCE with the command-line client, through the same pages a person sees.
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { CookieJar } from './cookies.mjs';
import { readForm } from './form.mjs';
import { totpCode, untilNextCode } from './totp.mjs';

const client = 'heya-cli';
const redirect = 'http://127.0.0.1/callback';
const mostSteps = 15;

/**
 * @typedef {{userName: string, password: string, totpSecret: string}} Account
 * @typedef {{accessToken: string, refreshToken: string, expiresAt: number}} Tokens expiresAt in milliseconds
 */

/**
 * @param {{issuer: string, gateway: string}} urls
 * @param {Account} account
 * @returns {Promise<Tokens>}
 */
export async function signIn(urls, account) {
  const provider = await discover(urls.issuer);
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const callback = await walk(authorizationUrl(provider, { verifier, state, resource: urls.gateway }), account);
  const code = callback.searchParams.get('code');
  if (!code || callback.searchParams.get('state') !== state)
    throw new SignInError(callback.searchParams.get('error') ?? 'no code came back');
  return exchange(provider, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
    resource: urls.gateway,
  });
}

/** Swaps a refresh token; the old one dies with it. */
export async function refresh(urls, refreshToken) {
  return exchange(await discover(urls.issuer), { grant_type: 'refresh_token', refresh_token: refreshToken, resource: urls.gateway });
}

/** Why a sign-in did not work, in the provider's words. */
export class SignInError extends Error {
  name = 'SignInError';
}

async function discover(issuer) {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  if (!answer.ok) throw new SignInError(`discovery: HTTP ${answer.status}`);
  return answer.json();
}

function authorizationUrl(provider, { verifier, state, resource }) {
  const url = new URL(provider.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: client,
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid offline_access heya',
    prompt: 'login',
    resource,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return url;
}

/** Follows redirects and fills forms until the provider sends us back. */
async function walk(from, account) {
  const jar = new CookieJar();
  const typed = { usedCodes: new Set(), passwords: 0 };
  let request = { url: from, options: {} };
  for (let step = 0; step < mostSteps; step += 1) {
    const answer = await visit(jar, request);
    const location = answer.headers.get('location');
    if (location) {
      const next = new URL(location, request.url);
      if (next.href.startsWith(redirect)) return next;
      request = { url: next, options: {} };
    } else {
      request = await fillIn(await answer.text(), { url: request.url, account, typed, status: answer.status });
    }
  }
  throw new SignInError('the sign-in pages lead in a circle');
}

async function visit(jar, { url, options }) {
  const answer = await fetch(url, {
    ...options,
    redirect: 'manual',
    headers: { ...options.headers, cookie: jar.header(url), 'accept-language': 'ja' },
  });
  jar.keep(answer, url);
  return answer;
}

async function fillIn(page, { url, account, typed, status }) {
  const form = readForm(page);
  if (!form) throw new SignInError(`no form to fill in (HTTP ${status}, ${url.pathname})`);
  const fields = new URLSearchParams(form.hidden);
  if (form.password && (typed.passwords += 1) > 1) throw new SignInError('name or password refused');
  if (form.userName) fields.set(form.userName, account.userName);
  if (form.password) fields.set(form.password, account.password);
  if (form.code) fields.set(form.code, await unusedCode(account, typed.usedCodes));
  return { url: new URL(form.action || url.href, url), options: { method: 'POST', body: fields, headers: { origin: url.origin } } };
}

/**
 * A code counts once: when it was used moments ago, the authenticator's next one is typed, which the clock's tolerance allows;
 * when that was used too, the one after it is waited for, until it is the next.
 */
async function unusedCode({ totpSecret }, used) {
  if (used.size > 2) throw new SignInError('one-time code refused');
  if (used.size > 1) await pause(untilNextCode());
  const code = totpCode(totpSecret, used.size === 0 ? Date.now() : Date.now() + untilNextCode());
  used.add(code);
  return code;
}

async function exchange(provider, fields) {
  const answer = await fetch(provider.token_endpoint, { method: 'POST', body: new URLSearchParams({ client_id: client, ...fields }) });
  const body = await answer.json();
  if (!answer.ok) throw new SignInError(body.error_description ?? body.error ?? `token: HTTP ${answer.status}`);
  return { accessToken: body.access_token, refreshToken: body.refresh_token, expiresAt: Date.now() + body.expires_in * 1000 };
}
