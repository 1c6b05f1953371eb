/** A person at their account page, for specs. */
import { expect } from 'vitest';
import { SoftAuthenticator } from './authenticator.fixture.ts';
import { testDistrict, type TestPerson, type Tokens, type World } from './identity.fixture.ts';

export type TestBrowser = ReturnType<World['browser']>;
export type Answer = Awaited<ReturnType<TestBrowser['open']>>;

/** Somebody nobody else signs in as, so that limits and codes do not meet. */
export async function newcomer(world: World) {
  const district = testDistrict();
  const { doctor: who, nurse } = district.people;
  await world.load({ ...district.file, people: [who, nurse] });
  return { district, who, nurse };
}

export interface SignedIn {
  browser: TestBrowser;
  tokens: Tokens;
}

/** Each sign-in uses up its code, so the clock goes on. */
export async function signIn(world: World, who: TestPerson): Promise<SignedIn> {
  world.clock.advance(60_000);
  const browser = world.browser();
  return { browser, tokens: await browser.signInForTokens(who) };
}

/** The token that keeps other pages' forms out. */
export async function xsrfOf(browser: TestBrowser, page = '/oidc/account/security'): Promise<string> {
  return /name="xsrf" value="([^"]+)"/.exec((await browser.open(page)).body)?.[1] ?? '';
}

/** Sends one of the account forms as its page would. */
export async function send(browser: TestBrowser, path: string, fields: Record<string, string> = {}): Promise<Answer> {
  return browser.open(`/oidc/account${path}`, { xsrf: await xsrfOf(browser), ...fields });
}

/** @returns what the page's script would hand to the device */
export const optionsOf = ({ body }: Answer): { challenge: string; user: { id: string } } =>
  JSON.parse(body) as { challenge: string; user: { id: string } };

export async function addPasskey(browser: TestBrowser, key = new SoftAuthenticator(), label = 'タブレット'): Promise<SoftAuthenticator> {
  const options = optionsOf(await send(browser, '/passkeys/options'));
  const added = await send(browser, '/passkeys', { response: key.create(options), label });
  expect(added.location).toBe('/oidc/account/security?done=passkeyAdded');
  return key;
}

/** From the password page, by passkey alone. @returns the tokens */
export async function signInByPasskey(browser: TestBrowser, key: SoftAuthenticator): Promise<Tokens> {
  const page = await browser.authorize();
  const options = optionsOf(await browser.open(`${page}/passkey/options`, {}));
  const { location } = await browser.open(`${page}/passkey`, { response: key.get(options) });
  return browser.exchange((await browser.open(location)).location);
}

/** Step-up as the page asks for it. */
export async function prove(browser: TestBrowser, { password, totpSecret }: TestPerson): Promise<Answer> {
  const xsrf = await xsrfOf(browser, '/oidc/account/proof');
  return browser.open('/oidc/account/proof', { xsrf, password, code: browser.code(totpSecret) });
}
