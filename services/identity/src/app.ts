/** Composition root: what depends on what, and in which order it starts and stops. */
import { createHmac } from 'node:crypto';
import { Bus } from '@heya/service-common/bus';
import { Consumer } from '@heya/service-common/consumer';
import { CursorSeal } from '@heya/service-common/cursor';
import { DataKeys } from '@heya/service-common/data-keys';
import { openKeyring } from '@heya/service-common/keyring';
import { createLogger, describeError, type Logger } from '@heya/service-common/logger';
import { inViewer, migrate, openOrm, type Orm } from '@heya/service-common/orm';
import { Relay } from '@heya/service-common/outbox';
import { createSubgraphServer } from '@heya/service-common/server';
import { newId } from '@heya/service-common/id';
import type { Envelope } from '@heya/service-common/envelope';
import type { FastifyInstance } from 'fastify';
import { type ContextParts, createContext } from './context.ts';
import type { IdentityEnvironment } from './environment.ts';
import { type AccountParts, accountRoutes } from './modules/account/index.ts';
import { CredentialService, SecretBox } from './modules/credential/index.ts';
import { enrolmentRoutes, EnrolmentSteps, EnrolmentVisits, enter } from './modules/enrolment/index.ts';
import {
  AccountService,
  clients,
  createAdapter,
  OidcHost,
  oidcPath,
  oidcRoutes,
  SigningKeyService,
  wipePayloads,
} from './modules/oidc/index.ts';
import { IdChangeClock, PublicLimits, seatHandlers } from './modules/id-application/index.ts';
import { assetRoutes } from './modules/page/index.ts';
import { printedFormFiles, printedFormRoutes } from './modules/printed-form/index.ts';
import { dropExpiredChallenges, PasskeyService } from './modules/passkey/index.ts';
import { RecoveryCompletion, recoveryRoutes } from './modules/recovery/index.ts';
import { reviewTaskHandlers } from './modules/review-task/index.ts';
import { remindOverdue } from './modules/roster/index.ts';
import { erasureHandlers, scanFiles } from './modules/scan/index.ts';
import { SessionService } from './modules/session/index.ts';
import { SharedIdWatch } from './modules/shared-id/index.ts';
import { networkOf, oidcPages, signInRoutes, SignInLimits, SignInService } from './modules/sign-in/index.ts';
import { options } from './orm.config.ts';
import { buildIdentitySchema } from './schema.ts';

const sweepMs = 60_000;
const rewrapAtOnce = 500;

/** What tests may want to turn: the clock of keys and codes. */
export interface AppClock {
  now?: () => Date;
}

export interface IdentityApp {
  server: FastifyInstance;
  host: OidcHost;
  orm: Orm;
  relay: Relay;
  /** Ends what has run out, and forgets what no longer counts. */
  sweep(): Promise<void>;
  /** Changes of IDs, each at its minute. */
  changes: IdChangeClock;
  stop(): Promise<void>;
}

export async function createApp(environment: IdentityEnvironment, { now = () => new Date() }: AppClock = {}): Promise<IdentityApp> {
  const logger = createLogger('identity', environment.LOG_LEVEL);
  await migrate(options(environment.MIGRATION_DATABASE_URL));
  const orm = await openOrm(options(environment.DATABASE_URL));
  const bus = new Bus(environment.BUS_DATABASE_URL, 'identity', logger);
  const relay = new Relay({ orm, bus, logger, leaseMs: environment.LEASE_MS });
  const dataKeys = new DataKeys(await openKeyring(environment.KEYRING_FILE));
  const consumer = new Consumer({
    name: 'identity',
    orm,
    bus,
    logger,
    handlers: { ...reviewTaskHandlers, ...seatHandlers, ...erasureHandlers(dataKeys) },
    producers: ['room', 'consent'],
    leaseMs: environment.LEASE_MS,
  });
  // After a rotation everything is wrapped under the new key, so that the old one can be retired.
  while ((await inViewer(orm.em, { type: 'service', name: 'identity' }, (tx) => dataKeys.rewrap(tx, rewrapAtOnce))) === rewrapAtOnce);
  const ground: Ground = { orm, relay, consumer, logger, dataKeys, now };
  const parts = compose(environment, ground);
  const server = await openServer(environment, parts);
  const { host } = parts;
  const sweep = async (): Promise<void> => {
    await parts.accounts.sweep();
    await parts.limits.prune();
    await parts.watch.sweep();
    await inViewer(orm.em, { type: 'service', name: 'identity' }, dropExpiredChallenges);
    await inViewer(orm.em, { type: 'service', name: 'identity' }, (tx) => remindOverdue(tx, now()));
  };
  const changes = new IdChangeClock({ ...ground, sessions: parts.sessions, enrolmentPepper: parts.box.derive('enrolment') });
  await host.start();
  relay.start();
  await consumer.start();
  changes.start();
  const sweeper = setInterval(() => void sweep().catch((error: unknown) => logger.warn('sweep waits', describeError(error))), sweepMs);
  const stop = async (): Promise<void> => {
    clearInterval(sweeper);
    await changes.stop();
    host.stop();
    await server.close();
    await consumer.stop();
    await relay.stop();
    await bus.close();
    await orm.close(true);
  };
  return { server, host, orm, relay, sweep, changes, stop };
}

interface Ground {
  orm: Orm;
  relay: Relay;
  consumer: Consumer;
  logger: Logger;
  dataKeys: DataKeys;
  now: () => Date;
}

interface ServerParts extends Ground {
  box: SecretBox;
  watch: SharedIdWatch;
  sessions: SessionService;
  accounts: AccountService;
  credentials: CredentialService;
  passkeys: PasskeyService;
  limits: SignInLimits;
  visits: EnrolmentVisits;
  host: OidcHost;
  signIn: SignInService;
}

/** What depends on what. */
function compose(environment: IdentityEnvironment, ground: Ground): ServerParts {
  const { orm, relay, logger, now } = ground;
  const box = new SecretBox(environment.KEY_ENCRYPTION_KEY);
  const watch = new SharedIdWatch({ orm, relay, now, markNetwork: networkMarker(box.derive('networks')) });
  const sessions = new SessionService(wipePayloads, { now, onUse: watch.note });
  const accounts = new AccountService({ orm, relay, sessions });
  const credentials = new CredentialService(box);
  const passkeys = new PasskeyService({ origin: environment.PUBLIC_URL, now });
  const limits = new SignInLimits({ orm, pepper: box.derive('limits'), networkFailures: environment.SIGN_IN_NETWORK_FAILURES });
  const host = openIdHost(environment, { orm, box, accounts, logger, now });
  const visits = new EnrolmentVisits({ orm, box, credentials, limits, pepper: box.derive('enrolment'), logger, now });
  const signIn = new SignInService({ orm, credentials, passkeys, sessions, limits, firstSignIn: visits, logger, now });
  return { ...ground, box, watch, sessions, accounts, credentials, passkeys, limits, visits, host, signIn };
}

/** A household's or an office's network as 22 letters that say nothing without the key. */
const networkMarker =
  (key: Buffer) =>
  (address: string): string =>
    createHmac('sha256', key).update(networkOf(address)).digest('base64url').slice(0, 22);

/** One server, two doors: /graphql for the gateway alone, pages and /oidc for everybody. */
async function openServer(environment: IdentityEnvironment, parts: ServerParts): Promise<FastifyInstance> {
  const { orm, relay, sessions, credentials, dataKeys, box, now, logger } = parts;
  const recoveryPepper = box.derive('recovery');
  const enrolmentPepper = box.derive('enrolment');
  const given: ContextParts = {
    orm,
    relay,
    sessions,
    credentials,
    seal: new CursorSeal(environment.CURSOR_KEY),
    dataKeys,
    recoveryPepper,
    enrolmentPepper,
    inquiryPepper: box.derive('inquiry'),
    publicLimits: openPublicLimits(environment, parts),
    portalUrl: environment.PORTAL_URL,
    now,
  };
  const { schema } = await buildIdentitySchema();
  return createSubgraphServer({
    name: 'identity',
    schema,
    key: environment.ENVELOPE_KEY,
    logger,
    context: (envelope) => createContext(envelope, given),
    files: [...scanFiles, ...printedFormFiles],
    healthy: () => parts.consumer.health(),
    extend: (app) => openPages(app, environment, { ...parts, given }),
  });
}

const openPublicLimits = (
  { ID_FILINGS_PER_NETWORK: filings, ID_INQUIRIES_PER_NETWORK: inquiries }: IdentityEnvironment,
  { orm, box }: ServerParts,
): PublicLimits => new PublicLimits({ orm, pepper: box.derive('public-limits'), settings: { filings, inquiries } });

async function openPages(
  app: FastifyInstance,
  environment: IdentityEnvironment,
  { given, ...parts }: ServerParts & { given: ContextParts },
): Promise<void> {
  const pages = {
    ...parts,
    portalUrl: environment.PORTAL_URL,
    publicUrl: environment.PUBLIC_URL,
    trustedProxies: environment.TRUSTED_PROXIES,
  };
  await assetRoutes(app);
  await signInRoutes(app, { ...pages, leadBack: (reply, visit) => enter(reply, { visit, publicUrl: environment.PUBLIC_URL }) });
  await enrolmentRoutes(app, {
    ...pages,
    steps: new EnrolmentSteps({ ...parts, dataKeys: given.dataKeys }),
    formKey: parts.box.derive('enrolment-forms'),
  });
  await recoveryRoutes(app, { ...pages, completion: new RecoveryCompletion({ ...parts, pepper: given.recoveryPepper }) });
  const account: AccountParts = {
    ...pages,
    formKey: parts.box.derive('account-forms'),
    contextFor: (viewer, locale) => createContext(ownEnvelope({ viewer, locale }), given),
  };
  await accountRoutes(app, account);
  printedFormRoutes(app, account);
  await oidcRoutes(app, parts.host);
}

/** A person on a page of ours asks with the same rights as through the gateway. */
const ownEnvelope = (asked: Pick<Envelope, 'viewer' | 'locale'>): Envelope => ({
  ...asked,
  to: 'identity',
  at: Date.now(),
  nonce: newId(),
  requestId: newId(),
});

interface HostParts {
  orm: Orm;
  box: SecretBox;
  accounts: AccountService;
  logger: Logger;
  now: () => Date;
}

function openIdHost(environment: IdentityEnvironment, { orm, box, accounts, logger, now }: HostParts): OidcHost {
  const { PUBLIC_URL, PORTAL_URL, PORTAL_CLIENT_SECRET, GATEWAY_AUDIENCE, ALLOW_CLI_CLIENT } = environment;
  return new OidcHost({
    issuer: `${PUBLIC_URL}${oidcPath}`,
    orm,
    logger,
    keys: new SigningKeyService({ box, rotationDays: environment.SIGNING_KEY_DAYS, now }),
    settings: {
      accounts,
      adapter: createAdapter({ orm, box, onGrantRevoked: (grantId) => accounts.endByGrant(grantId, 'REVOKED') }),
      pages: oidcPages({ portalUrl: PORTAL_URL, accounts }),
      clients: clients({ portalUrl: PORTAL_URL, portalSecret: PORTAL_CLIENT_SECRET, allowCli: ALLOW_CLI_CLIENT }),
      audience: GATEWAY_AUDIENCE,
      cookieKey: box.derive('cookies').toString('hex'),
      secureCookies: PUBLIC_URL.startsWith('https:'),
      now,
      signInUrl: (uid) => `${PUBLIC_URL}${oidcPath}/sign-in/${uid}`,
    },
  });
}
