/** V38: texts that would be programs, in every place a person can type, and the pages that show them. */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { registerPatient } from '../../local/demo/operations.mjs';
import { totpCode } from '../../local/api/totp.mjs';
import { type Case, require } from '../case.ts';
import { postCreate } from '../operations.ts';
import type { World } from '../world.ts';
import { Browser, type Page } from './browser.ts';
import { call } from './wire.ts';

const scripts = ['alert(1)', 'print()', 'fetch("//evil.example")', 'document.cookie'];
const shapes: ((script: string) => string)[] = [
  (script) => `<script>${script}</script>`,
  (script) => `<img src=x onerror=${script}>`,
  (script) => `"><svg/onload=${script}>`,
  (script) => `'-${script}-'`,
  (script) => `</script><script>${script}//`,
  (script) => `<iframe srcdoc="<script>${script}</script>">`,
  (script) => `<a href="javascript:${script}">x</a>`,
  (script) => `<math><mtext></p><script>${script}</script>`,
  (script) => `{@html '<script>${script}</script>'}`,
  (script) => `＜script＞${script}<b onmouseover=${script}>&lt;script&gt;`,
];
const corpus = shapes.flatMap((shape) => scripts.map(shape));

async function executable(world: World): Promise<string> {
  const { room } = await world.scene();
  const [nurse, doctor] = [await world.as('nurse'), await world.as('doctor')];
  for (const text of corpus) {
    const input = { idempotencyKey: uuidv7(), roomId: room.id, audience: 'EVERYONE', kind: 'NOTE', body: text };
    await nurse.send(postCreate, { input });
  }
  const basics = { nameKana: 'カンサ', sex: 'MALE', birthDate: '1938-05-06', isAnother: true };
  for (const text of corpus.slice(0, 8))
    await doctor.send(registerPatient, { input: { idempotencyKey: uuidv7(), name: text.slice(0, 60), address: text, ...basics } });
  const browser = await signedInAtPortal(world, 'doctor');
  const paths = [
    `/rooms/${room.id}`,
    `/patients/${room.patientId}`,
    '/home',
    '/people',
    `/rooms/${encodeURIComponent(corpus[0] ?? '')}`,
    `/?problem=${encodeURIComponent(corpus[2] ?? '')}`,
  ];
  for (const path of paths) requireSafe(await browser.open(`${world.urls.portal}${path}`), path);
  await requireSafeSignIn(world);
  return `${corpus.length} strings, ${paths.length + 1} pages`;
}

/** Through the portal's own sign-in, as a browser goes. */
async function signedInAtPortal(world: World, role: string): Promise<Browser> {
  const account = world.account(role);
  await world.storage.within('heya_identity', (client) =>
    client.query('update credential set last_totp_step = null where user_id = $1', [account.userId]),
  );
  const browser = new Browser();
  const password = await browser.open(`${world.urls.portal}/auth/sign-in`);
  const home = await browser.submit(await browser.submit(password, account), { code: totpCode(account.totpSecret) });
  require(home.status === 200 &&
    home.url.origin === new URL(world.urls.portal).origin, `signing in at the portal ended at ${home.url.href} (HTTP ${home.status})`);
  return browser;
}

function requireSafe({ text, headers, status }: Page, path: string): void {
  require(status < 500, `${path}: HTTP ${status}`);
  const found = corpus.find((one) => one.includes('<') && text.includes(one));
  require(found === undefined, `${path} holds ${found}`);
  const policy = headers.get('content-security-policy') ?? '';
  const directive = (name: string): string =>
    policy
      .split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(`${name} `)) ?? '';
  const script = directive('script-src') || directive('default-src');
  require(script &&
    !/unsafe-inline|unsafe-eval|\*|data:|https?:(\s|$)/.test(script), `${path}: scripts may come from ${script || 'anywhere'}`);
  require(!text.includes('<script') || /nonce-|sha256-|'self'/.test(script), `${path}: scripts without a nonce`);
  require(/'none'|'self'/.test(directive('frame-ancestors')), `${path}: framed by ${directive('frame-ancestors') || 'anybody'}`);
  require(/'(none|self)'/.test(directive('object-src') || directive('default-src')) &&
    directive('base-uri') !== '', `${path}: objects or base not closed: ${policy}`);
  require(headers.get('x-content-type-options') === 'nosniff', `${path}: no nosniff`);
  require(/no-store/.test(headers.get('cache-control') ?? ''), `${path} may be cached: ${headers.get('cache-control')}`);
}

/** The account name as typed comes back in the form. */
async function requireSafeSignIn(world: World): Promise<void> {
  const browser = new Browser();
  const page = await browser.open(`${world.urls.portal}/auth/sign-in`);
  for (const text of corpus.slice(8, 14)) {
    const again = await browser.submit(page, { userName: text, password: 'wrong' });
    requireSafe(again, 'the sign-in page');
  }
  const error = await call(
    `${world.urls.issuer}/auth?client_id=${encodeURIComponent(corpus[0] ?? '')}&error=${encodeURIComponent(corpus[4] ?? '')}`,
  );
  require(!corpus.some((one) => one.includes('<') && error.text.includes(one)), 'the error page of signing in holds what was sent');
}

export const pageCases: Case[] = [
  {
    id: 'V38',
    text: '40 strings that would be scripts, in posts, names, addresses, paths → no page runs them; strict CSP, no framing',
    run: executable,
  },
];
