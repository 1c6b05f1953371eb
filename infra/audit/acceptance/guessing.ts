/** V07–V09, V13: guessing names, passwords and codes. */
import { randomBytes } from 'node:crypto';
import { totpCode } from '../../local/api/totp.mjs';
import type { DemoAccount } from '../../local/stack.mjs';
import { type Case, require } from '../case.ts';
import type { World } from '../world.ts';
import { asksForCode, Browser, openSignIn, type Page } from './browser.ts';
import { bearer, codesIn, median, post, round } from './wire.ts';

const wrong = 'Wrong-password-1';
const samples = 200;
const mostDifferenceMs = 10;

/** A later time, for what the limits remember. */
async function passTime(world: World, minutes: number): Promise<void> {
  await world.storage.within('heya_identity', (client) =>
    client.query('update sign_in_limit set expire = expire - $1', [minutes * 60_000]),
  );
}

const forgetGuesses = (world: World): Promise<unknown> =>
  world.storage.within('heya_identity', (client) => client.query('delete from sign_in_limit'));

async function throttled(world: World): Promise<string> {
  const account = world.spare();
  const statuses: number[] = [];
  for (let guess = 0; guess < 30; guess += 1) {
    const browser = new Browser({ 'x-forwarded-for': `203.0.113.${guess + 1}` });
    const page = await openSignIn(world, browser);
    statuses.push((await browser.submit(page, { userName: account.userName, password: `${wrong}${guess}` })).status);
  }
  const taken = statuses.filter((status) => status === 422).length;
  require(taken >= 3 &&
    taken <= 10 &&
    statuses.at(-1) === 429, `${taken} guesses were let through, the last one got HTTP ${statuses.at(-1)}`);
  require((await signInWith(world, account)).status === 429, 'the throttled account let the right password in at once');
  await passTime(world, 16);
  require(asksForCode(await signInWith(world, account)), 'the right password does not work after the window');
  await forgetGuesses(world);
  return `${taken} of 30 guesses let through, open again after 15 minutes`;
}

async function signInWith(world: World, { userName, password }: DemoAccount): Promise<Page> {
  const browser = new Browser();
  return browser.submit(await openSignIn(world, browser), { userName, password });
}

async function manyAtOnce(world: World): Promise<string> {
  const headers = await bearer(world, 'nurse');
  const aliases = Array.from({ length: 100 }, (_, index) => `a${index}: userByAccountName(accountName: "guess${index}") { id }`).join(' ');
  const aliased = await post(world, { query: `{ ${aliases} }` }, headers);
  require(aliased.status === 400 && codesIn(aliased).length > 0, `100 aliases: HTTP ${aliased.status}`);
  const array = await post(
    world,
    Array.from({ length: 50 }, () => ({ query: '{ viewer { id } }' })),
    headers,
  );
  require(array.status === 400 && !array.text.includes('"viewer"'), `an array of 50: HTTP ${array.status}`);
  return `aliases HTTP ${aliased.status}, array HTTP ${array.status}`;
}

/** Sign-in is the only way in that takes a name: there is no reset and no invitation by mail. */
async function alike(world: World): Promise<string> {
  const browser = new Browser();
  const page = await openSignIn(world, browser);
  const account = world.account('pharmacist').userName;
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const answers = new Set<string>();
  await forgetGuesses(world);
  for (let sample = 0; sample < samples; sample += 1)
    for (const kind of ['known', 'unknown'] as const) {
      const userName = kind === 'known' ? account : randomBytes(16).toString('hex').slice(0, account.length);
      const reply = await browser.submit(page, { userName, password: wrong });
      times[kind].push(reply.ms);
      answers.add(`${reply.status} ${reply.text.length} ${reply.text.replaceAll(userName, 'NAME')}`);
      if (sample % 2 === 1) await forgetGuesses(world);
    }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  require(answers.size === 1, `${answers.size} different answers`);
  require(Math.abs(known - unknown) < mostDifferenceMs, `medians ${round(known)} and ${round(unknown)} ms`);
  return `medians ${round(known)} and ${round(unknown)} ms over ${samples} each`;
}

async function codeOnce(world: World): Promise<void> {
  const account = world.spare();
  const code = totpCode(account.totpSecret);
  require((await typeCode(world, account, code)).url.searchParams.has('code'), 'the first use of the code was refused');
  require((await typeCode(world, account, code)).status === 422, 'the same code counted twice');
  require((await typeCode(world, account, totpCode(account.totpSecret, Date.now() - 60_000))).status ===
    422, 'a code of two steps ago counted');
}

async function typeCode(world: World, account: DemoAccount, code: string): Promise<Page> {
  const browser = new Browser();
  const page = await browser.submit(await openSignIn(world, browser), account);
  require(asksForCode(page), `the password was not taken (HTTP ${page.status})`);
  return browser.submit(page, { code });
}

export const guessingCases: Case[] = [
  { id: 'V07', text: '30 wrong passwords from rotating forwarded addresses → throttled by account, not for good', run: throttled },
  { id: 'V08', text: '100 aliased look-ups in one document, an array of 50 → refused', run: manyAtOnce },
  { id: 'V09', text: 'a wrong password for a known and for an unknown account → same status, body, size and time', run: alike },
  { id: 'V13', text: 'a one-time code twice, and one of two steps ago → refused', run: codeOnce },
];
