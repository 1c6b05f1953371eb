/** What the clock begins is done once among two processes, again when it failed, and by a role that owns nothing. */
import { createDatabase, queryAsAdmin, type ServiceDatabase } from '@heya/testkit/database';
import { until } from '@heya/testkit/wait';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Job, Jobs, migrateJobs } from './jobs.ts';
import { createLogger } from './logger.ts';

const logger = createLogger('test', 'silent');
const pace = { due: 1, poll: 0.5, retry: 0 };
let database: ServiceDatabase;

beforeAll(async () => {
  database = await createDatabase('room', (ownerUrl) => migrateJobs(ownerUrl, 'room'), 'template_jobs');
});

const sql = <R extends pg.QueryResultRow>(text: string): Promise<R[]> => queryAsAdmin<R>(database.adminUrl, text);
const processes: Jobs[] = [];
async function open(jobs: Job[], url = database.url): Promise<Jobs> {
  const opened = new Jobs({ url, logger, jobs, pace });
  processes.push(opened);
  await opened.start();
  return opened;
}
afterAll(() => Promise.all(processes.map((one) => one.stop())));
const yearly = '0 0 1 1 *';

describe('jobs', () => {
  it('are queued at their time in Japan and done by one of two processes, each time once', async () => {
    const runs: Date[] = [];
    const job: Job = { name: 'every-minute', cron: '* * * * *', run: async (now) => runs.push(now) };
    const [one, other] = [await open([job]), await open([job])];
    await until('a minute has come', () => runs.length > 0);
    await Promise.all([one.stop(), other.stop()]);
    const rows = await sql<{ state: string; slot: string }>(
      `select state, singleton_on::text as slot from jobs.job where name = 'every-minute'`,
    );
    expect(rows.filter(({ state }) => state === 'completed')).toHaveLength(runs.length);
    expect(new Set(rows.map(({ slot }) => slot)).size).toBe(rows.length);
    expect(await sql(`select timezone from jobs.schedule where name = 'every-minute'`)).toEqual([{ timezone: 'Asia/Tokyo' }]);
  });

  it('that fail are tried again, and keep no words of their error', async () => {
    let tries = 0;
    const run = async (): Promise<number> => {
      tries += 1;
      if (tries === 1) throw new Error('田中 ハル');
      return tries;
    };
    const jobs = await open([{ name: 'fails-once', cron: yearly, run }]);
    await jobs.request('fails-once');
    const failed = await until(
      'it has failed',
      async () => (await sql(`select output from jobs.job where name = 'fails-once' and output is not null`))[0],
    );
    expect(JSON.stringify(failed)).not.toContain('田中');
    await until('it has been done', async () => (await sql(`select 1 from jobs.job where name = 'fails-once' and state = 'completed'`))[0]);
    expect(tries).toBe(2);
    expect(await sql(`select 1 from jobs.schedule where name = 'every-minute'`), 'a job that nobody knows any more').toEqual([]);
  });

  it('are queued once while they run, and finished before a process stops', async () => {
    let finish = (): void => undefined;
    let runs = 0;
    const running = new Promise<void>((resolve) => (finish = resolve));
    const run = async (): Promise<number> => {
      runs += 1;
      await running;
      return 1;
    };
    const jobs = await open([{ name: 'slow', cron: yearly, run }]);
    expect(await jobs.request('slow')).toBe(true);
    await until('it runs', () => runs === 1);
    expect(await jobs.request('slow')).toBe(false);
    const stopping = jobs.stop();
    finish();
    await stopping;
    expect(await sql(`select state from jobs.job where name = 'slow'`)).toEqual([{ state: 'completed' }]);
  });

  it('are done here and now with a given clock', async () => {
    const seen: string[] = [];
    const jobs = new Jobs({
      url: database.url,
      logger,
      jobs: [{ name: 'at-hand', cron: yearly, run: async (now) => seen.push(now.toISOString()) }],
    });
    expect(await jobs.run('at-hand', new Date('2030-01-01T00:00:00Z'))).toBe(1);
    expect(seen).toEqual(['2030-01-01T00:00:00.000Z']);
    await expect(jobs.run('unknown')).rejects.toThrow('There is no job unknown');
  });
});

describe('the schema of the jobs', () => {
  it('belongs to the owner; the runtime role makes nothing there, and is told so where it is missing', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await expect(client.query('create table jobs.mine ()')).rejects.toThrow('permission denied for schema jobs');
    await expect(client.query('alter table jobs.job add column mine int')).rejects.toThrow('must be owner');
    await client.end();
    const bare = await createDatabase('room', async () => undefined, 'template_jobs_bare');
    await expect(open([], bare.url)).rejects.toThrow('not installed');
  });

  it('is brought up to date by two processes that start together', async () => {
    await Promise.all([migrateJobs(database.ownerUrl, 'room'), migrateJobs(database.ownerUrl, 'room')]);
    const fresh = await createDatabase('room', async () => undefined, 'template_jobs_bare');
    await Promise.all([migrateJobs(fresh.ownerUrl, 'room'), migrateJobs(fresh.ownerUrl, 'room')]);
    await (await open([], fresh.url)).stop();
  });
});
