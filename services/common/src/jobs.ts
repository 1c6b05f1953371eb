/**
 * Work that the clock begins: schedules, retries and one-at-a-time among all processes of a service, by pg-boss in the service's own
 * database (infra/decisions/0030). A job does what is due at the moment it is given; done twice, it does nothing more.
 */
import { PgBoss } from 'pg-boss';
import pg from 'pg';
import { describeError, type Logger } from './logger.ts';

const schema = 'jobs';
/** Of schedules; domain times are shown in it, and days end in it. */
const tz = 'Asia/Tokyo';
const policy = 'exclusive';
/** A failed job is tried again after half a minute, a minute, two… and then at its next time. */
const retrying = { retryLimit: 5, retryBackoff: true };
/** A job whose process died is taken up by another after this. */
const heartbeatSeconds = 60;
const expireInSeconds = 15 * 60;
const deleteAfterSeconds = 7 * 24 * 3600;
/** Seconds until what is due is queued, until what is queued is taken up, and until what failed is tried again. */
const usualPace = { due: 30, poll: 10, retry: 30 };
const stopWithinMs = 10_000;

export interface Job {
  /** Unique in its service and lasting, e.g. `consent-expiry`. */
  name: string;
  /** Five fields, minute first, in Japan's time. */
  cron: string;
  /**
   * Does what is due. Called by one process at a time, except that a stalled one may wake up beside its successor: each piece of work
   * is one transaction that looks again whether it is still to be done.
   * @returns how many things it did
   */
  run(now: Date): Promise<number>;
}

interface JobsParts {
  /** Runtime role of the service's database. */
  url: string;
  logger: Logger;
  jobs: readonly Job[];
  now?: () => Date;
  /** Until what is queued is taken up. */
  pollSeconds?: number;
  /** Tests do not want to wait. */
  pace?: typeof usualPace;
}

/**
 * Brings the schema of the jobs up to date as the database's owner; the runtime role may use it and owns nothing of it.
 * @param service whose runtime role is `heya_<service>`
 */
export async function migrateJobs(ownerUrl: string, service: string): Promise<void> {
  await admit(ownerUrl, `heya_${service}`);
  const boss = new PgBoss({ connectionString: ownerUrl, schema, max: 2, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
}

/** What the owner makes in the schema later is open to the runtime role from its beginning. */
async function admit(ownerUrl: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`begin;
      select pg_advisory_xact_lock(hashtext('heya ${schema}'));
      create schema if not exists ${schema};
      grant usage on schema ${schema} to ${role};
      alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role};
      alter default privileges in schema ${schema} grant usage, select on sequences to ${role};
      commit`);
  } finally {
    await client.end();
  }
}

export class Jobs {
  readonly #parts: JobsParts;
  #boss: PgBoss | undefined;

  constructor(parts: JobsParts) {
    this.#parts = parts;
  }

  /** @throws when the schema is missing or of another version: it is made at migration */
  async start(): Promise<void> {
    const { url, logger, jobs, pollSeconds = usualPace.poll, pace = { ...usualPace, poll: pollSeconds } } = this.#parts;
    // Rebuilding indexes takes an owner; these tables stay small.
    const off = { migrate: false, createSchema: false, reindex: false, monitorVacuum: false };
    const beats = { cronMonitorIntervalSeconds: pace.due, cronWorkerIntervalSeconds: Math.ceil(pace.poll) };
    const boss = new PgBoss({ connectionString: url, schema, max: 2, ...off, ...beats });
    boss.on('error', (error) => logger.warn('jobs wait', describeError(error)));
    this.#boss = boss;
    await boss.start();
    for (const { name } of await boss.getSchedules()) if (!jobs.some((job) => job.name === name)) await boss.unschedule(name);
    for (const job of jobs) await schedule(boss, job, pace, () => this.#take(job.name));
  }

  /** Finishes what it is at, as far as that goes quickly; the rest is taken up by another process. */
  async stop(): Promise<void> {
    const boss = this.#boss;
    this.#boss = undefined;
    await boss?.stop({ timeout: stopWithinMs });
  }

  /**
   * Does a job here and now, past its schedule: for tests, and for what cannot wait for the next time.
   * @param now what the job takes for the present
   * @returns how many things it did
   */
  async run(name: string, now = this.#now()): Promise<number> {
    const job = this.#parts.jobs.find((one) => one.name === name);
    if (!job) throw new Error(`There is no job ${name}`);
    return job.run(now);
  }

  /** Queues a job for whichever process of the service takes it. @returns false when it is queued or running already */
  async request(name: string): Promise<boolean> {
    return Boolean(await this.#boss?.send(name));
  }

  /** What pg-boss keeps of a failure has no words of the error, which may quote what is in the rows (R34). */
  async #take(name: string): Promise<{ count: number }> {
    const { logger } = this.#parts;
    const count = await this.run(name).catch((error: unknown) => {
      logger.error('job failed', { operation: name, ...describeError(error) });
    });
    if (count === undefined) throw new Error('job failed');
    if (count > 0) logger.info('job done', { operation: name, count });
    return { count };
  }

  #now(): Date {
    return this.#parts.now?.() ?? new Date();
  }
}

async function schedule(boss: PgBoss, { name, cron }: Job, pace: typeof usualPace, work: () => Promise<object>): Promise<void> {
  const options = { policy, ...retrying, retryDelay: pace.retry, heartbeatSeconds, expireInSeconds, deleteAfterSeconds };
  await boss.createQueue(name, options);
  await boss.work(name, { pollingIntervalSeconds: pace.poll }, work);
  // What was due while nobody ran is done once.
  await boss.schedule(name, cron, null, { tz, missed: 'once' });
}
