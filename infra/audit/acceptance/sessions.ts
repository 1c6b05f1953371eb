/** V03–V05: sessions begin new, end at once, and die with all that came from them. */
import { refresh, signIn } from '../../local/api/sign-in.mjs';
import { totpCode } from '../../local/api/totp.mjs';
import { type Case, require } from '../case.ts';
import { viewerId } from '../operations.ts';
import type { World } from '../world.ts';
import { asksForCode, Browser, openSignIn } from './browser.ts';
import { call, post, RawSocket, round, within } from './wire.ts';

const mostMs = 1000;
const sessionEnded = 'subscription { sessionEnded { sessionId reason } }';
const ownSession = 'query { viewer { sessions { id isCurrent } } }';
const revoke = 'mutation ($id: ID!) { sessionRevoke(id: $id) { sessionId userErrors { code } } }';

const refused = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  );

/** Asks until the token is refused. @returns how long that took from now, or undefined when it still counts after two seconds */
export async function untilRefused(world: World, token: string, from = performance.now()): Promise<number | undefined> {
  while (performance.now() - from < 2 * mostMs) {
    const { status } = await post(world, { query: viewerId }, { authorization: `Bearer ${token}` });
    if (status === 401) return performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return undefined;
}

async function refreshReplay(world: World): Promise<string> {
  const first = await signIn(world.urls, world.spare());
  const second = await refresh(world.urls, first.refreshToken);
  const from = performance.now();
  require(await refused(refresh(world.urls, first.refreshToken)), 'a used refresh token was taken again');
  require(await refused(refresh(world.urls, second.refreshToken)), 'the family lived on');
  const ms = await untilRefused(world, second.accessToken, from);
  require(ms !== undefined && ms <= mostMs, 'the access token of the family still counts');
  return `access token dead after ${round(ms)} ms`;
}

/** The cookie under which identity knows a browser. */
const sessionCookie = (browser: Browser, world: World): string | undefined =>
  /heya_sign_in=([^;]+)/.exec(browser.jar.header(new URL(`${world.urls.issuer}/auth`)))?.[1];

async function newSessionId(world: World): Promise<void> {
  const account = world.spare();
  const browser = new Browser();
  const first = await openSignIn(world, browser);
  const before = sessionCookie(browser, world);
  const second = await browser.submit(first, account);
  require(asksForCode(second), `the password was not taken (HTTP ${second.status})`);
  const between = sessionCookie(browser, world);
  const done = await browser.submit(second, { code: totpCode(account.totpSecret) });
  require(done.url.searchParams.has('code'), `sign-in did not end (HTTP ${done.status})`);
  const after = sessionCookie(browser, world);
  require(after && after !== before && after !== between, 'the session id of before signing in goes on');
  for (const old of [before, between]) if (old) await requireWorthless(world, old);
}

/** With the old cookie nobody is signed in. */
async function requireWorthless(world: World, cookie: string): Promise<void> {
  const query = new URLSearchParams({
    client_id: 'heya-cli',
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1/callback',
    prompt: 'none',
  });
  query.set('scope', 'openid');
  query.set('code_challenge', 'A'.repeat(43));
  query.set('code_challenge_method', 'S256');
  const answer = await call(`${world.urls.issuer}/auth?${query.toString()}`, { headers: { cookie: `heya_sign_in=${cookie}` } });
  require(/error=login_required/.test(answer.headers.get('location') ?? ''), 'the old session id is still good');
}

async function signOut(world: World): Promise<string> {
  const { accessToken } = await signIn(world.urls, world.spare());
  const headers = { authorization: `Bearer ${accessToken}` };
  const socket = new RawSocket(world.urls.socket);
  await socket.init(accessToken);
  socket.send({ id: '1', type: 'subscribe', payload: { query: sessionEnded } });
  const own = await post(world, { query: ownSession }, headers);
  const { data } = JSON.parse(own.text) as { data: { viewer: { sessions: { id: string; isCurrent: boolean }[] } } };
  const from = performance.now();
  const id = data.viewer.sessions.find(({ isCurrent }) => isCurrent)?.id;
  const closing = socket.closed.then(() => performance.now() - from);
  await post(world, { query: revoke, variables: { id } }, headers);
  const [http, closed] = [await untilRefused(world, accessToken, from), await within(closing, 2 * mostMs)];
  require(http !== undefined && http <= mostMs, `HTTP still answers after ${http ?? 2 * mostMs} ms`);
  require(closed !== undefined && closed <= mostMs, 'the socket is still open');
  return `HTTP ${round(http)} ms, socket ${round(closed)} ms`;
}

export const sessionCases: Case[] = [
  { id: 'V03', text: 'a refresh token used twice → refused, and the whole family is dead', run: refreshReplay },
  { id: 'V04', text: 'the session id is another one after signing in, the old one is worth nothing', run: newSessionId },
  { id: 'V05', text: 'signing out → HTTP 401 and socket closed within 1 s', run: signOut },
];
