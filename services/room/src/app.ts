/** Composition root of the room service. */
import { Bus } from '@heya/service-common/bus';
import { Consumer, type Handlers } from '@heya/service-common/consumer';
import { DataKeys } from '@heya/service-common/data-keys';
import { type Job, Jobs, migrateJobs } from '@heya/service-common/jobs';
import { openKeyring } from '@heya/service-common/keyring';
import { Ledger } from '@heya/service-common/ledger';
import { createLogger, describeError, type Logger } from '@heya/service-common/logger';
import { type Em, inViewer, migrate, openOrm, type Orm } from '@heya/service-common/orm';
import { Relay } from '@heya/service-common/outbox';
import { createSubgraphServer } from '@heya/service-common/server';
import { SubgraphClient } from '@heya/service-common/subgraph-client';
import type { Viewer } from '@heya/service-common/viewer';
import { contextFactory } from './context.ts';
import type { Environment } from './environment.ts';
import { bringInFiles, bringInJobs } from './modules/bring-in/index.ts';
import { feeProofFiles } from './modules/care-links/index.ts';
import { consentGrantHandlers } from './modules/consent-grant/index.ts';
import { districtHandlers } from './modules/district/index.ts';
import { dormancyJobs, endByUse } from './modules/dormancy/index.ts';
import { endByConsent } from './modules/family-invitation/index.ts';
import { inspectionHandlers } from './modules/inspection/index.ts';
import { applyPlaceEnding, membershipHandlers, membershipJobs } from './modules/membership/index.ts';
import { openAskHandlers } from './modules/open-ask/index.ts';
import { identityDirectory, type RoomContext } from './modules/platform/index.ts';
import { certificateFiles, eraseAgain, keepErasures, purgeHandlers, retentionJobs } from './modules/retention/index.ts';
import { takeAlongFiles, takeAlongJobs } from './modules/take-along/index.ts';
import { referralHandlers } from './modules/support-referral/index.ts';
import { activityHandlers, weeklyCheckJobs } from './modules/weekly-check/index.ts';
import { applicationFiles } from './modules/application/index.ts';
import { openNeighbours } from './neighbours.ts';
import { ormConfig } from './orm.config.ts';
import { buildRoomSubgraph } from './schema.ts';

const name = 'room';

export interface App {
  server: Awaited<ReturnType<typeof createSubgraphServer>>;
  /** What the clock begins; tests begin it by hand. */
  jobs: Jobs;
  stop(): Promise<void>;
}

/** Both slices end what a person had when their ID ends (R7). */
function handlers(): Handlers {
  const ended = [membershipHandlers, inspectionHandlers].map((each) => each['identity.userDeactivated']);
  return {
    ...consentGrantHandlers,
    ...districtHandlers,
    'timeline.postCreated': async (tx, event) => {
      await activityHandlers['timeline.postCreated']?.(tx, event);
      await endByUse(tx, event);
    },
    'consent.changed': async (tx, event) => {
      await consentGrantHandlers['consent.changed']?.(tx, event);
      await endByConsent(tx, event);
    },
    ...purgeHandlers,
    ...referralHandlers,
    ...openAskHandlers,
    'identity.placeEnding': applyPlaceEnding,
    'identity.userDeactivated': async (tx, event) => {
      for (const end of ended) await end?.(tx, event);
    },
  };
}

/** Brings the database up to date as its owner. */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  await migrate(ormConfig(ownerUrl));
  await migrateJobs(ownerUrl, name);
}

/** What the clock does to rooms. */
const lifeJobs = (parts: { orm: Orm; relay: Relay; ledger: Ledger }): Job[] => [
  ...membershipJobs(parts),
  ...weeklyCheckJobs(parts),
  ...retentionJobs(parts),
  ...dormancyJobs(parts),
];

/** The service's own authority. */
const serviceOf =
  (orm: Orm) =>
  <T>(work: (tx: Em) => Promise<T>): Promise<T> =>
    inViewer(orm.em, { type: 'service', name }, work);

/** What a backup brought back of erased rooms is erased again, and told, before anything is answered (threats 29, 30). */
async function openLedger(environment: Environment, orm: Orm, logger: Logger): Promise<{ ledger: Ledger; hasErasedAgain: boolean }> {
  const onTorn = (): void => logger.warn('the ledger ended in half a line, which was never acknowledged; it lies beside it');
  const ledger = await Ledger.open(environment.LEDGER_FILE, { onTorn });
  try {
    const again = await eraseAgain(serviceOf(orm), ledger, new Date());
    if (again > 0) logger.error('rooms were back although they had been erased; they are erased again', { count: again });
    await serviceOf(orm)((tx) => keepErasures(tx, ledger));
    return { ledger, hasErasedAgain: again > 0 };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** @returns a running service whose server does not listen yet */
export async function createApp(environment: Environment): Promise<App> {
  const logger = createLogger(name, environment.LOG_LEVEL);
  const orm = await openOrm(ormConfig(environment.DATABASE_URL));
  const { ledger, hasErasedAgain } = await openLedger(environment, orm, logger);
  const bus = new Bus(environment.BUS_DATABASE_URL, name, logger);
  const leaseMs = environment.LEASE_MS;
  const relay = new Relay({ orm, bus, logger, leaseMs });
  const consumer = new Consumer({ name, orm, bus, logger, handlers: handlers(), producers: ['consent'], leaseMs });
  const identityClient = new SubgraphClient({ name: 'identity', url: environment.IDENTITY_URL, key: environment.IDENTITY_ENVELOPE_KEY });
  const identity = identityDirectory(identityClient, () => new Date());
  const dataKeys = new DataKeys(await openKeyring(environment.KEYRING_FILE));
  const { schema } = await buildRoomSubgraph();
  const soon = async (job: string): Promise<void> => {
    await jobs.request(job).catch((error: unknown) => logger.warn('a job waits for its time', { operation: job, ...describeError(error) }));
  };
  const context = contextFactory({ orm, relay, consumer, identity, cursorKey: environment.CURSOR_KEY, dataKeys, soon });
  const contextOf = (viewer: Viewer, requestId: string): RoomContext => context({ viewer, requestId, locale: 'ja' });
  const neighbours = openNeighbours(environment, { schema, contextOf });
  const server = await createSubgraphServer({
    name,
    schema,
    key: environment.ENVELOPE_KEY,
    logger,
    context,
    files: [...applicationFiles, ...takeAlongFiles, ...bringInFiles, ...certificateFiles, ...feeProofFiles(neighbours)],
    healthy: async () => {
      await consumer.requireFresh();
      return consumer.health();
    },
  });
  const inService = serviceOf(orm);
  const packageJobs = [...takeAlongJobs({ neighbours, dataKeys, logger, contextOf, inService }), ...bringInJobs(inService)];
  const { DATABASE_URL: url, JOB_POLL_SECONDS: pollSeconds } = environment;
  const jobs: Jobs = new Jobs({ url, logger, pollSeconds, jobs: [...lifeJobs({ orm, relay, ledger }), ...packageJobs] });
  relay.start();
  await consumer.start();
  if (environment.JOBS === 'on') await jobs.start();
  if (hasErasedAgain) await relay.settle();
  const stop = async (): Promise<void> => {
    await jobs.stop();
    await server.close();
    await consumer.stop();
    await relay.stop();
    await ledger.close();
    await Promise.all([bus.close(), identityClient.close(), neighbours.close()]);
    await orm.close(true);
  };
  return { server, jobs, stop };
}
