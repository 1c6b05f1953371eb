/** A running identity service with two districts in it, and a browser to sign in with; for specs. */
import { createHash, randomBytes } from 'node:crypto';
import { inViewer, migrate } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { TestBus } from '@heya/testkit/bus';
import { subgraphClient, type SubgraphClient } from '@heya/testkit/client';
import { queryAsAdmin } from '@heya/testkit/database';
import { testEnvironment, type TestEnvironment } from '@heya/testkit/environment';
import { newId, person } from '@heya/testkit/viewers';
import { generateSync } from 'otplib';
import { createApp, type IdentityApp } from './app.ts';
import { readEnvironment } from './environment.ts';
import { CredentialService, hashPassword, SecretBox } from './modules/credential/index.ts';
import { type DistrictFile, loadDistrict } from './modules/district-file/index.ts';
import { options } from './orm.config.ts';

const migrateIdentity = (ownerUrl: string): Promise<void> => migrate(options(ownerUrl));

/** Everybody's, new in each run: hashing takes long, so that it is done once for all of them. */
const commonPassword = `${randomBytes(9).toString('base64url')} Aa1`;
const hashes = new Map<string, Promise<string>>();
const hashOnce = (password: string): Promise<string> => {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  return hash;
};

/** A clock that tests may push forward. */
class TestClock {
  #ahead = 0;
  readonly now = (): Date => new Date(Date.now() + this.#ahead);

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}

export interface World {
  environment: TestEnvironment;
  app: IdentityApp;
  bus: TestBus;
  clock: TestClock;
  client: SubgraphClient;
  /** Where it really listens. */
  address: string;
  load(file: DistrictFile): Promise<void>;
  sql<R extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<R[]>;
  browser(): Browser;
  close(): Promise<void>;
}

export async function openWorld(variables: Record<string, string> = {}): Promise<World> {
  const environment = await testEnvironment('identity', migrateIdentity, { variables });
  const settings = readEnvironment(environment.variables);
  const bus = await TestBus.open(environment);
  const clock = new TestClock();
  const app = await createApp(settings, { now: clock.now });
  const address = await app.server.listen({ host: '127.0.0.1', port: 0 });
  const credentials = new CredentialService(new SecretBox(settings.KEY_ENCRYPTION_KEY), hashOnce);
  return {
    environment,
    app,
    bus,
    clock,
    address,
    client: subgraphClient(address, 'identity', environment.envelopeKey),
    load: (file) => inViewer(app.orm.em, { type: 'service', name: 'identity' }, (tx) => loadDistrict(tx, file, credentials)),
    sql: (text, values) => queryAsAdmin(environment.database.adminUrl, text, values),
    browser: () => new Browser(settings.PUBLIC_URL, address, clock),
    async close() {
      await app.stop();
      await bus.close();
    },
  };
}

interface Sent {
  query: string;
  params?: readonly unknown[];
}

/** What the service sends to its database from now on. */
export function listen({ app }: World): { stop(): Sent[] } {
  const logger = app.orm.config.getLogger();
  const log = logger.logQuery.bind(logger);
  const sent: Sent[] = [];
  logger.logQuery = (context) => void sent.push(context as Sent);
  return {
    stop() {
      logger.logQuery = log;
      return sent;
    },
  };
}

export type TestPerson = DistrictFile['people'][number];

/** Everybody of one small district; names, ids and secrets are new each time, the password is one. */
export function testDistrict(): {
  file: DistrictFile;
  people: Record<'doctor' | 'nurse' | 'family' | 'officer' | 'otherOfficer', TestPerson>;
} {
  const [clinic, station] = [newId(), newId()];
  const one = (kind: TestPerson['kind'], displayName: string, more: Partial<TestPerson> = {}): TestPerson => ({
    id: newId(),
    kind,
    accountName: `id-${randomBytes(5).toString('hex')}`,
    displayName,
    password: commonPassword,
    totpSecret: base32(randomBytes(20)),
    ...more,
  });
  const people = {
    doctor: one('PROFESSIONAL', '佐藤 健一', {
      displayNameKana: 'サトウ ケンイチ',
      professions: ['PHYSICIAN'],
      facilityId: clinic,
      title: '院長',
      isFacilityAdmin: true,
    }),
    nurse: one('PROFESSIONAL', '鈴木 花子', { displayNameKana: 'スズキ ハナコ', professions: ['NURSE'], facilityId: station }),
    family: one('FAMILY', '田中 美咲'),
    officer: one('CENTER_OFFICER', '渡辺 直子'),
    otherOfficer: one('CENTER_OFFICER', '小林 誠'),
  };
  const code = (): string => String(Math.floor(Math.random() * 1e10)).padStart(10, '0');
  const file: DistrictFile = {
    district: { id: newId(), name: '試験地区' },
    facilities: [
      {
        id: clinic,
        institutionCode: code(),
        kind: 'CLINIC',
        name: 'わかば診療所',
        nameKana: 'ワカバシンリョウジョ',
        municipality: '若葉市',
        phone: '0952-00-0011',
      },
      {
        id: station,
        institutionCode: code(),
        kind: 'VISITING_NURSE_STATION',
        name: '訪問看護こもれび',
        nameKana: 'コモレビ',
        municipality: '若葉町',
      },
    ],
    people: Object.values(people),
  };
  return { file, people };
}

/** The person as the gateway presents them after sign-in. */
export function viewerOf(
  { file }: ReturnType<typeof testDistrict>,
  { id, kind, displayName, facilityId, professions }: TestPerson,
  sessionId = newId(),
): PersonViewer {
  return person(kind, {
    userId: id,
    districtId: file.district.id,
    sessionId,
    labels: { name: displayName },
    ...(facilityId && { facilityId }),
    ...(professions?.[0] && { profession: professions[0] }),
  });
}

export interface Tokens {
  status: number;
  access_token: string;
  refresh_token: string;
  id_token: string;
  error?: string;
}

/** Follows the code flow as a browser and its client do: cookies by path, redirects by hand. */
class Browser {
  readonly #publicUrl: string;
  /** Where the requests really go. */
  address: string;
  readonly #clock: TestClock;
  readonly #cookies = new Map<string, { value: string; path: string }>();
  readonly verifier = randomBytes(32).toString('base64url');
  readonly redirectUri = 'http://127.0.0.1:8765/callback';

  constructor(publicUrl: string, address: string, clock: TestClock) {
    [this.#publicUrl, this.address, this.#clock] = [publicUrl, address, clock];
  }

  async open(
    url: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; location: string; body: string; bytes: Uint8Array; headers: Headers }> {
    const target = new URL(url, this.#publicUrl);
    const response = await fetch(target.href.replace(this.#publicUrl, this.address), {
      redirect: 'manual',
      headers: {
        ...headers,
        cookie: this.#cookieHeader(target.pathname),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    });
    this.#keep(response.headers.getSetCookie());
    const location = response.headers.get('location') ?? '';
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, location, body: new TextDecoder().decode(bytes), bytes, headers: response.headers };
  }

  /** @returns the address of the password page, or of the callback when still signed in */
  async authorize(more: Record<string, string> = {}): Promise<string> {
    const query = new URLSearchParams({
      client_id: 'heya-cli',
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: 'openid offline_access heya',
      resource: 'http://localhost:4000/graphql',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'state',
      ...more,
    });
    return (await this.open(`/oidc/auth?${query.toString()}`)).location;
  }

  /** @returns the callback's address with the code */
  async signIn({ accountName, password, totpSecret }: TestPerson, more: Record<string, string> = {}): Promise<string> {
    const page = await this.authorize(more);
    const { location: codePage } = await this.open(page, { account: accountName, password });
    const { location } = await this.open(codePage, { code: this.code(totpSecret) });
    return (await this.open(location)).location;
  }

  async signInForTokens(who: TestPerson): Promise<Tokens> {
    return this.exchange(await this.signIn(who));
  }

  exchange(callback: string): Promise<Tokens> {
    const code = new URL(callback).searchParams.get('code') ?? '';
    return this.token({ grant_type: 'authorization_code', code, redirect_uri: this.redirectUri, code_verifier: this.verifier });
  }

  refresh(refreshToken: string): Promise<Tokens> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  async token(parameters: Record<string, string>): Promise<Tokens> {
    const response = await fetch(`${this.address}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'heya-cli', ...parameters }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Tokens, 'status'>) };
  }

  code(totpSecret: string): string {
    return generateSync({ secret: totpSecret, epoch: Math.floor(this.#clock.now().getTime() / 1000) });
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)?.value;
  }

  #cookieHeader(path: string): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const path = attributes.find((attribute) => attribute.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
      if (value) this.#cookies.set(name, { value, path });
      else this.#cookies.delete(name);
    }
  }
}

/** @returns the claims, unverified */
export const claimsOf = (token: string): Record<string, any> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, any>;

function base32(bytes: Buffer): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}
