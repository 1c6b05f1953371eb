/** People at work with the portal, from networks of their own; for specs. */
import { newId } from '@heya/testkit/viewers';
import { expect } from 'vitest';
import { claimsOf, type TestPerson, type Tokens, type World } from './identity.fixture.ts';

/** The portal's server stands where a proxy would, so that tests may choose addresses. */
export const behindProxy = { TRUSTED_PROXIES: '127.0.0.1' };

export interface Place {
  address: string;
  userAgent: string;
}

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36';
export const places = {
  clinic: { address: '203.0.113.7', userAgent: windows },
  home: { address: '198.51.100.9', userAgent: windows },
} satisfies Record<string, Place>;

const callback = 'http://localhost:3000/auth/callback';

/** Somebody signed in at the portal. */
export class AtPortal {
  readonly #world: World;
  #tokens: Tokens;

  private constructor(world: World, tokens: Tokens) {
    [this.#world, this.#tokens] = [world, tokens];
  }

  static async signIn(world: World, who: TestPerson, { address, userAgent }: Place): Promise<AtPortal> {
    const browser = world.browser();
    const headers = { 'x-forwarded-for': address, 'user-agent': userAgent };
    const page = await browser.authorize({ client_id: 'heya-portal', redirect_uri: callback });
    const { location: codePage } = await browser.open(page, { account: who.accountName, password: who.password ?? '' }, headers);
    const { location } = await browser.open(codePage, { code: browser.code(who.totpSecret ?? '') }, headers);
    const back = (await browser.open(location)).location;
    const code = new URL(back).searchParams.get('code') ?? '';
    const grant = { grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: browser.verifier };
    return new AtPortal(world, await tokensAsPortal(world, grant));
  }

  get sid(): string {
    return claimsOf(this.#tokens.access_token).sid as string;
  }

  /** As the portal's server renews tokens for somebody who is there, or away. @returns the status */
  async renew(presence: { address?: string; idleMs?: number } = {}): Promise<number> {
    const { address, idleMs = 0 } = presence;
    const said: Record<string, string> = address ? { heya_address: address, heya_idle_ms: String(idleMs) } : {};
    const grant = { grant_type: 'refresh_token', refresh_token: this.#tokens.refresh_token, ...said };
    const renewed = await tokensAsPortal(this.#world, grant);
    if (renewed.status === 200) this.#tokens = renewed;
    return renewed.status;
  }
}

async function tokensAsPortal(world: World, grant: Record<string, string>): Promise<Tokens> {
  const secret = world.environment.variables.PORTAL_CLIENT_SECRET ?? '';
  const response = await fetch(`${world.address}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`heya-portal:${secret}`).toString('base64')}` },
    body: new URLSearchParams(grant),
  });
  return { status: response.status, ...((await response.json()) as Omit<Tokens, 'status'>) };
}

export const minutes = (count: number): number => count * 60_000;

/** Two computers on two networks, taking turns. @returns both, still signed in */
export async function shareId(world: World, who: TestPerson): Promise<[AtPortal, AtPortal]> {
  world.clock.advance(minutes(2));
  const clinic = await AtPortal.signIn(world, who, places.clinic);
  world.clock.advance(minutes(1));
  const home = await AtPortal.signIn(world, who, places.home);
  for (let turn = 0; turn < 2; turn += 1) await takeTurns(world, clinic, home);
  return [clinic, home];
}

export async function takeTurns(world: World, clinic: AtPortal, home: AtPortal): Promise<void> {
  for (const [one, place] of [
    [clinic, places.clinic],
    [home, places.home],
  ] as const) {
    world.clock.advance(minutes(2));
    expect(await one.renew({ address: place.address })).toBe(200);
  }
}

/** Such a spell without its sign-ins, straight into the tables. */
export async function plantSharing(world: World, { id, districtId }: { id: string; districtId: string }): Promise<void> {
  const sessions = [newId(), newId()];
  const now = world.clock.now();
  for (const session of sessions)
    await world.sql(
      `insert into sign_in_session (id, user_id, methods, device, started_at, last_active_at, expires_at)
       values ($1, $2, '{PASSWORD,TOTP}', 'Chrome · Windows', $3, $3, $3::timestamptz + interval '30 minutes')`,
      [session, id, now],
    );
  for (let index = 0; index < 8; index += 1)
    await world.sql(
      `insert into sign_in_use (id, user_id, district_id, session_id, network_mark, network_hint, at)
       values ($1, $2, $3, $4, $5::text, $5::text, $6::timestamptz - $7 * interval '2 minutes')`,
      [newId(), id, districtId, sessions[index % 2], `network${index % 2}`, now, 8 - index],
    );
}
