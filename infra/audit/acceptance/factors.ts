/** V06, V10–V12: passwords and passkeys of one's own, on identity's own pages. */
import { randomBytes } from 'node:crypto';
import { readForm } from '../../local/api/form.mjs';
import { signIn } from '../../local/api/sign-in.mjs';
import { totpCode } from '../../local/api/totp.mjs';
import type { DemoAccount } from '../../local/stack.mjs';
import { type Case, require } from '../case.ts';
import type { World } from '../world.ts';
import { type Lie, Authenticator } from './authenticator.ts';
import { asksForCode, Browser, openSignIn, type Page } from './browser.ts';
import { untilRefused } from './sessions.ts';
import { post, RawSocket, round, within } from './wire.ts';

const mostMs = 1000;

/** Identity's own origin; its pages for a person's factors. */
const accountUrl = (world: World, path: string): string => `${world.urls.issuer}/account${path}`;

/** A second sign-in of the same person within the same half minute takes the same code: only V13 is about that. */
const forgetCode = (world: World, { userId }: DemoAccount): Promise<unknown> =>
  world.storage.within('heya_identity', (client) =>
    client.query('update credential set last_totp_step = null where user_id = $1', [userId]),
  );

async function signedIn(world: World, account: DemoAccount): Promise<Browser> {
  const browser = new Browser();
  const page = await browser.submit(await openSignIn(world, browser), account);
  require(asksForCode(page), `the password was not taken (HTTP ${page.status})`);
  const done = await browser.submit(page, { code: totpCode(account.totpSecret) });
  require(done.url.searchParams.has('code'), `sign-in did not end (HTTP ${done.status})`);
  return browser;
}

/** Posts a form of the account pages. */
async function submit(world: World, browser: Browser, path: string, fields: Record<string, string>): Promise<Page> {
  const page = await browser.open(accountUrl(world, '/security'));
  const xsrf = readHidden(page.text, 'xsrf');
  return browser.open(accountUrl(world, path), {
    method: 'POST',
    body: new URLSearchParams({ xsrf, ...fields }),
    headers: { origin: new URL(world.urls.issuer).origin },
  });
}

const readHidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? readForm(page)?.hidden[name] ?? '';

const setPassword = async (world: World, browser: Browser, password: string): Promise<boolean> =>
  /done=passwordChanged/.test((await submit(world, browser, '/password', { password, again: password })).url.search);

async function otherSessionsEnd(world: World): Promise<string> {
  const account = world.spare();
  const other = await signIn(world.urls, account);
  const socket = new RawSocket(world.urls.socket);
  await socket.init(other.accessToken);
  await forgetCode(world, account);
  const browser = await signedIn(world, account);
  const closing = socket.closed.then(() => performance.now());
  require(await setPassword(world, browser, `Kaede-${randomBytes(6).toString('hex')}-Sakura`), 'the password could not be changed');
  const from = performance.now();
  const [http, closedAt] = [await untilRefused(world, other.accessToken, from), await within(closing, 2 * mostMs)];
  const closed = closedAt && Math.max(0, closedAt - from);
  require(http !== undefined && http <= mostMs, 'another session still counts');
  require(closed !== undefined && closed <= mostMs, 'the socket of another session is still open');
  return `other sessions: HTTP ${round(http)} ms, socket ${round(closed)} ms`;
}

async function passwords(world: World): Promise<string> {
  const account = world.spare();
  const browser = await signedIn(world, account);
  const refused = [
    'Ab3-xyz',
    'aaaaaaaaaaaaaaa',
    `heya${new Date().getFullYear()}`,
    `Heya${new Date().getFullYear()}!`,
    'Password123!',
    '12345678',
    account.userName,
  ];
  for (const password of refused) require(!(await setPassword(world, browser, password)), `"${password}" was accepted`);
  const random = randomBytes(8)
    .toString('hex')
    .replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'x');
  const accepted = [random.slice(0, 15), `もみじ山の${random}かえる`, `${random}-${random}-${random}-${random}-long-enough`];
  for (const password of accepted) require(await setPassword(world, browser, password), `${password.length} characters were refused`);
  const shared = randomBytes(36).toString('hex');
  const [first, second] = [`${shared}Aa1-right`, `${shared}Bb2-wrong`];
  require(await setPassword(world, browser, first), '81 bytes were refused');
  require(asksForCode(await tryPassword(world, account, first)), 'the long password does not open');
  require(!asksForCode(await tryPassword(world, account, second)), 'another password with the same first 72 bytes opens');
  return `${refused.length} refused, ${accepted.length + 1} accepted; nobody is without a second factor, so the rule for 15 characters alone is not reachable here`;
}

async function tryPassword(world: World, { userName }: DemoAccount, password: string): Promise<Page> {
  const browser = new Browser();
  return browser.submit(await openSignIn(world, browser), { userName, password });
}

async function oldPasswords(world: World): Promise<string> {
  const suggested = 'query { viewer { passwordChangeSuggested } }';
  for (const days of [91, 400]) {
    const account = world.spare();
    await world.storage.within('heya_identity', (client) =>
      client.query('update credential set password_changed_at = now() - make_interval(days => $1) where user_id = $2', [
        days,
        account.userId,
      ]),
    );
    const { accessToken } = await signIn(world.urls, account);
    const { text } = await post(world, { query: suggested }, { authorization: `Bearer ${accessToken}` });
    require(text.includes('"passwordChangeSuggested":false'), `${days} days, with a second factor: ${text.slice(0, 150)}`);
  }
  return '91 and 400 days: signed in, no reminder beside a second factor';
}

/** Every lie a device or a page between could tell. */
const lies = (origin: string): Record<string, Lie> => ({
  'wrong origin': { origin: 'https://evil.example' },
  'another port': { origin: origin.replace(/:\d+$/, ':1') },
  'wrong rpId': { rpId: 'evil.example' },
  'UV=0': { unverified: true },
  'a challenge of its own': { challenge: randomBytes(32).toString('base64url') },
});

async function passkeys(world: World): Promise<string> {
  const { origin } = new URL(world.urls.issuer);
  const [owner, other] = [world.spare(), world.spare()];
  const [device, foreign] = [new Authenticator(origin), new Authenticator(origin)];
  const browser = await signedIn(world, owner);
  for (const [name, lie] of Object.entries(lies(origin))) require(!(await enrol(world, browser, device, lie)), `enrolled with ${name}`);
  require(await enrol(world, browser, device), 'a right passkey was refused');
  require(await enrol(world, await signedIn(world, other), foreign), 'a second person could not enrol');
  for (const [name, lie] of Object.entries(lies(origin))) require(!(await enter(world, device, { lie })), `signed in with ${name}`);
  require(!(await enter(world, device, { lie: { credentialId: foreign.credentialId } })), "signed in with another's credential id");
  const kept: { answer?: object } = {};
  require(await enter(world, device, { keep: kept }), 'the right passkey does not sign in');
  require(!(await enter(world, device, { again: kept.answer })), 'a used answer signed in again');
  require((await tryPassword(world, owner, owner.password)).status !== 500 &&
    !asksForCode(await tryPassword(world, owner, owner.password)), 'the password still opens beside the passkey');
  return `${Object.keys(lies(origin)).length} lies at enrolment, ${Object.keys(lies(origin)).length + 2} at sign-in refused; the password no longer opens`;
}

interface Options {
  challenge: string;
}

async function enrol(world: World, browser: Browser, device: Authenticator, lie: Lie = {}): Promise<boolean> {
  const asked = await submit(world, browser, '/passkeys/options', {});
  const { challenge } = JSON.parse(asked.text) as Options;
  const response = JSON.stringify(device.register(challenge, lie));
  const page = await submit(world, browser, '/passkeys', { response, label: '監査の鍵' });
  return /done=passkeyAdded/.test(page.url.search);
}

interface Entry {
  lie?: Lie;
  /** Sends this instead of a new answer. */
  again?: object | undefined;
  /** Where what was sent is put. */
  keep?: { answer?: object };
}

/** @returns whether the sign-in came to its end */
async function enter(world: World, device: Authenticator, { lie, again, keep }: Entry): Promise<boolean> {
  const browser = new Browser();
  const { url } = await openSignIn(world, browser);
  const headers = { origin: url.origin };
  const at = (path: string): string => `${url.origin}${url.pathname}/passkey${path}`;
  const asked = await browser.open(at('/options'), { method: 'POST', body: new URLSearchParams(), headers });
  const { challenge } = JSON.parse(asked.text) as Options;
  const answer = again ?? device.answer(challenge, lie);
  if (keep) keep.answer = answer;
  const page = await browser.open(at(''), { method: 'POST', body: new URLSearchParams({ response: JSON.stringify(answer) }), headers });
  return page.url.searchParams.has('code');
}

export const factorCases: Case[] = [
  { id: 'V06', text: 'a changed password → every other session dead within 1 s', run: otherSessionsEnd },
  {
    id: 'V10',
    text: 'passwords too short, known, of the house → refused; long and Japanese ones accepted; 72 shared bytes open nothing',
    run: passwords,
  },
  { id: 'V11', text: 'passwords of 91 and 400 days → signed in, reminded only without a second factor', run: oldPasswords },
  { id: 'V12', text: 'passkeys: wrong origin, rpId, UV=0, foreign credential, used challenge → refused', run: passkeys },
];
