/** A browser without a screen: cookies, redirects, and forms filled in as they are found. */
import { createHash, randomBytes } from 'node:crypto';
import { CookieJar } from '../../local/api/cookies.mjs';
import { readForm } from '../../local/api/form.mjs';
import type { World } from '../world.ts';

const callback = 'http://127.0.0.1/callback';
const mostRedirects = 10;

export interface Page {
  url: URL;
  status: number;
  text: string;
  headers: Headers;
  ms: number;
}

export class Browser {
  readonly jar: CookieJar;
  readonly #extra: Record<string, string>;

  /** @param extra headers sent with everything, such as a forwarded address */
  constructor(extra: Record<string, string> = {}) {
    [this.jar, this.#extra] = [new CookieJar(), extra];
  }

  /** Follows redirects up to the first page, or to where a program would take over. */
  async open(from: URL | string, init: RequestInit = {}): Promise<Page> {
    let [url, options] = [new URL(from), init];
    for (let hop = 0; hop < mostRedirects; hop += 1) {
      const page = await this.#visit(url, options);
      const location = page.headers.get('location');
      if (!location) return page;
      [url, options] = [new URL(location, url), {}];
      if (url.href.startsWith(callback)) return { ...page, url };
    }
    throw new Error('redirected too often');
  }

  /** Fills in the form of a page. @param values by what the field is for */
  submit(page: Page, values: { userName?: string; password?: string; code?: string }): Promise<Page> {
    const form = readForm(page.text);
    if (!form) throw new Error(`no form at ${page.url.pathname} (HTTP ${page.status})`);
    const fields = new URLSearchParams(form.hidden);
    for (const name of ['userName', 'password', 'code'] as const) {
      const [field, value] = [form[name], values[name]];
      if (field && value !== undefined) fields.set(field, value);
    }
    const target = new URL(form.action || page.url.href, page.url);
    return this.open(target, { method: 'POST', body: fields, headers: { origin: page.url.origin } });
  }

  async #visit(url: URL, init: RequestInit): Promise<Page> {
    const began = performance.now();
    const headers = { 'accept-language': 'ja', ...this.#extra, ...(init.headers as Record<string, string>), cookie: this.jar.header(url) };
    const answer = await fetch(url, { ...init, redirect: 'manual', headers });
    this.jar.keep(answer, url);
    const text = await answer.text();
    return { url, status: answer.status, text, headers: answer.headers, ms: performance.now() - began };
  }
}

/** The first page of a sign-in with the command-line client. */
export async function openSignIn(world: World, browser: Browser): Promise<Page> {
  const configuration = (await (await fetch(`${world.urls.issuer}/.well-known/openid-configuration`)).json()) as {
    authorization_endpoint: string;
  };
  const url = new URL(configuration.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: 'heya-cli',
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid offline_access heya',
    prompt: 'login',
    resource: world.urls.gateway,
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(randomBytes(32).toString('base64url')).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return browser.open(url);
}

/** Whether the page asks for the one-time code: name and password were right. */
export const asksForCode = (page: Page): boolean => readForm(page.text)?.code !== undefined;
