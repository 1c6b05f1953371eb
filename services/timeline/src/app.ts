/** Puts the service together: database, bus, projections, server. */
import 'reflect-metadata';
import { AuditBatch } from '@heya/service-common/audit-batch';
import { Bus } from '@heya/service-common/bus';
import { openScanner } from '@heya/service-common/clamd';
import { Consumer } from '@heya/service-common/consumer';
import { CursorSeal } from '@heya/service-common/cursor';
import { DataKeys } from '@heya/service-common/data-keys';
import { type Job, Jobs, migrateJobs } from '@heya/service-common/jobs';
import { openKeyring } from '@heya/service-common/keyring';
import { createLogger, type Logger } from '@heya/service-common/logger';
import { openObjectStore } from '@heya/service-common/object-store';
import { migrate, openOrm, type Orm } from '@heya/service-common/orm';
import { Relay } from '@heya/service-common/outbox';
import { createSubgraphServer } from '@heya/service-common/server';
import { SubgraphClient } from '@heya/service-common/subgraph-client';
import { type ContextParts, timelineContext } from './context.ts';
import type { TimelineEnvironment } from './environment.ts';
import { erasureHandlers, rightsHandlers, rightsProducers } from './modules/access/index.ts';
import { mailJob, mailJobs, openMail } from './modules/mail/index.ts';
import { notificationHandlers } from './modules/notification/index.ts';
import { photoFiles, photoJobs } from './modules/photo/index.ts';
import { openPush, pushJob, pushJobs } from './modules/push/index.ts';
import { askEscalationJobs } from './modules/ask-escalation/index.ts';
import { safetyCardHandlers, safetyCardJobs } from './modules/safety-card/index.ts';
import { timelineOrm } from './orm.config.ts';
import { timelineSchema } from './schema.ts';

const name = 'timeline';

export interface RunningTimeline {
  url: string;
  /** What the clock begins; tests begin it by hand. */
  jobs: Jobs;
  stop(): Promise<void>;
}

/** Brings the database up to date with the owner's rights. */
export async function migrateTimeline(ownerUrl: string): Promise<void> {
  await migrate(timelineOrm(ownerUrl));
  await migrateJobs(ownerUrl, name);
}

/** Starts with the runtime role's rights, which end where row-level security does. */
export async function startTimeline(environment: TimelineEnvironment): Promise<RunningTimeline> {
  const logger = createLogger(name, environment.LOG_LEVEL);
  const orm = await openOrm(timelineOrm(environment.DATABASE_URL));
  const bus = new Bus(environment.BUS_DATABASE_URL, name, logger);
  const relay = new Relay({ orm, bus, logger, leaseMs: environment.LEASE_MS });
  const dataKeys = new DataKeys(await openKeyring(environment.KEYRING_FILE));
  const pictures = await openPictures(environment, dataKeys, logger);
  const consumer = hearRights(environment, { orm, bus, logger, dataKeys });
  const room = new SubgraphClient({ name: 'room', url: environment.ROOM_URL, key: environment.ROOM_ENVELOPE_KEY });
  const cursors = new CursorSeal(environment.CURSOR_KEY);
  const audits = new AuditBatch(orm);
  const doors = { push: openPush(environment), mail: openMail(environment, dataKeys) };
  const server = await createSubgraphServer({
    name,
    schema: (await timelineSchema()).schema,
    key: environment.ENVELOPE_KEY,
    logger,
    context: (envelope) => timelineContext(envelope, { orm, relay, consumer, cursors, audits, ...doors }),
    files: photoFiles(pictures),
    healthy: () => consumer.health(),
  });
  const jobs = new Jobs({
    url: environment.DATABASE_URL,
    logger,
    pollSeconds: environment.JOB_POLL_SECONDS,
    jobs: [...photoJobs(orm, pictures), ...safetyCardJobs({ orm, room }), ...askEscalationJobs(orm), ...tellingJobs(orm, doors)],
  });
  const tellings = openTellings(environment, { orm, logger, relay, consumer, jobs });
  relay.start();
  await consumer.start();
  await tellings.start();
  if (environment.JOBS === 'on') await jobs.start();
  const url = await server.listen({ host: environment.HOST, port: environment.PORT });
  logger.info('ready', { url });
  return {
    url,
    jobs,
    async stop() {
      await jobs.stop();
      await server.close();
      await consumer.stop();
      await tellings.stop();
      await relay.stop();
      await room.close();
      await bus.close();
      await orm.close(true);
    },
  };
}

/** What is brought: sealed, looked through and kept. */
async function openPictures(environment: TimelineEnvironment, dataKeys: DataKeys, logger: Logger) {
  const scanner = environment.CLAMD_URL ? openScanner(environment.CLAMD_URL) : null;
  return { dataKeys, objects: await openObjectStore(environment, logger), scanner, logger };
}

type Doors = Pick<ContextParts, 'push' | 'mail'>;
const tellingJobs = (orm: Orm, { push, mail }: Doors): Job[] => [...pushJobs(orm, push), ...mailJobs(orm, mail)];

/** What decides about access, and what ends with a room. */
function hearRights({ LEASE_MS }: TimelineEnvironment, { dataKeys, ...parts }: { orm: Orm; bus: Bus; logger: Logger; dataKeys: DataKeys }) {
  const handlers = { ...rightsHandlers, ...erasureHandlers(dataKeys), ...safetyCardHandlers };
  return new Consumer({ ...parts, name, handlers, producers: rightsProducers, leaseMs: LEASE_MS });
}

interface TellingParts {
  orm: Orm;
  logger: Logger;
  relay: Relay;
  consumer: Consumer;
  jobs: Jobs;
}

/** Beside the rights, not among them: however many are to be told, what decides about access does not wait (infra/decisions/0051). */
function openTellings(environment: TimelineEnvironment, { consumer: rights, jobs, ...parts }: TellingParts) {
  const name = 'timeline.notifications';
  const bus = new Bus(environment.BUS_DATABASE_URL, name, parts.logger);
  const consumer = new Consumer({
    ...parts,
    name,
    bus,
    handlers: notificationHandlers((position) => rights.reached(position)),
    producers: [],
    leaseMs: environment.LEASE_MS,
    onApplied: () => {
      parts.relay.wake();
      // Should this fail, the next minute begins it.
      for (const job of [pushJob, mailJob]) void jobs.request(job).catch(() => undefined);
    },
  });
  return {
    start: () => consumer.start(),
    async stop() {
      await consumer.stop();
      await bus.close();
    },
  };
}
