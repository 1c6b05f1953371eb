/** Composition root of the consent service. */
import { Bus } from '@heya/service-common/bus';
import { Consumer } from '@heya/service-common/consumer';
import { createLogger, describeError } from '@heya/service-common/logger';
import { Jobs, migrateJobs } from '@heya/service-common/jobs';
import { migrate, openOrm } from '@heya/service-common/orm';
import { Relay } from '@heya/service-common/outbox';
import { createSubgraphServer } from '@heya/service-common/server';
import { SubgraphClient } from '@heya/service-common/subgraph-client';
import { contextFactory } from './context.ts';
import type { Environment } from './environment.ts';
import { accessLogHandlers } from './modules/access-log/index.ts';
import { consentFiles, consentJobs, erasureHandlers } from './modules/consent/index.ts';
import { identityDirectory } from './modules/platform/index.ts';
import { projectionHandlers } from './modules/projection/index.ts';
import { ormConfig } from './orm.config.ts';
import { buildConsentSubgraph } from './schema.ts';
import { openVault } from './vault.ts';

const name = 'consent';
/** Whose order does not matter: the record takes a line whenever it comes (R32). */
const lateTopics = ['audit.recorded', 'room.patientRegistered'] as const;

export interface App {
  server: Awaited<ReturnType<typeof createSubgraphServer>>;
  /** What the clock begins; tests begin it by hand. */
  jobs: Jobs;
  stop(): Promise<void>;
}

/** Brings the database up to date as its owner. */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  await migrate(ormConfig(ownerUrl));
  await migrateJobs(ownerUrl, name);
}

/** @returns a running service whose server does not listen yet */
export async function createApp(environment: Environment): Promise<App> {
  const logger = createLogger(name, environment.LOG_LEVEL);
  const orm = await openOrm(ormConfig(environment.DATABASE_URL));
  const vault = await openVault(environment, orm, logger);
  const bus = new Bus(environment.BUS_DATABASE_URL, name, logger);
  const leaseMs = environment.LEASE_MS;
  const relay = new Relay({ orm, bus, logger, leaseMs });
  const identityClient = new SubgraphClient({ name: 'identity', url: environment.IDENTITY_URL, key: environment.IDENTITY_ENVELOPE_KEY });
  const identity = identityDirectory(identityClient);
  const handlers = { ...projectionHandlers, ...accessLogHandlers, ...erasureHandlers(vault.dataKeys, vault.keepDestruction) };
  const consumer = new Consumer({ name, orm, bus, logger, handlers, producers: ['room'], leaseMs, lateTopics });
  const { schema } = await buildConsentSubgraph();
  const { ENVELOPE_KEY: key, CURSOR_KEY: cursorKey } = environment;
  const { dataKeys, withdrawals } = vault;
  const server = await createSubgraphServer({
    name,
    schema,
    key,
    logger,
    context: contextFactory({ orm, relay, consumer, identity, cursorKey, dataKeys, withdrawals }),
    files: consentFiles,
    healthy: async () => {
      await orm.em.fork().execute('select 1');
      await consumer.requireFresh();
      return consumer.health();
    },
  });
  const { DATABASE_URL: url, JOB_POLL_SECONDS: pollSeconds } = environment;
  const jobs = new Jobs({ url, logger, pollSeconds, jobs: consentJobs({ orm, relay }) });
  relay.start();
  await consumer.start();
  if (environment.JOBS === 'on') await jobs.start();
  if (vault.hasWithdrawnAgain) await relay.settle();
  vault.heads.start();
  const stop = async (): Promise<void> => {
    await jobs.stop();
    await server.close();
    // The record of the last half second is on its way to the chain, which is signed before it is left.
    await relay
      .flush()
      .then(() => consumer.catchUp())
      .catch((error: unknown) => logger.warn('the record waits for the next start', describeError(error)));
    await consumer.stop();
    await relay.stop();
    await vault.heads.stop();
    await vault.close();
    await Promise.all([bus.close(), identityClient.close()]);
    await orm.close(true);
  };
  return { server, jobs, stop };
}
