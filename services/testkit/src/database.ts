/** Databases for tests: each service is migrated once a run into a template, each test file gets a copy (about 40 ms). */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseUrl, provisionServiceDatabase } from '../../../infra/postgres/provision.mjs';
// What inject('cluster') gives is declared there.
import type {} from './setup.ts';

export const serviceNames = ['identity', 'consent', 'room', 'timeline'] as const;
export type ServiceName = (typeof serviceNames)[number];
export const busTemplate = 'template_bus';
/** A third of the work of writing each page to the log, which nobody here needs. */
const copied = 'strategy file_copy';

/** Brings a database up to date; gets the URL of its owner role. */
export type Migration = (ownerUrl: string) => Promise<void>;

export interface ServiceDatabase {
  /** Runtime role: no ownership, no BYPASSRLS. */
  url: string;
  ownerUrl: string;
  /** Sees past every policy: for proving what was or was not stored. */
  adminUrl: string;
}

/**
 * @param template of which migrations; a spec that brings its own must not take the service's
 * @returns a fresh, migrated database of this service
 */
export async function createDatabase(service: ServiceName, migrate: Migration, template = `template_${service}`): Promise<ServiceDatabase> {
  const { adminUrl, password } = inject('cluster');
  const name = `test_${service}_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, async (client) => {
    await prepareTemplate(client, { service, template }, migrate);
    await client.query(`create database ${name} template ${template} ${copied} owner heya_${service}_owner`);
    await client.query(
      `revoke all on database ${name} from public; grant connect on database ${name} to heya_${service}, heya_${service}_owner`,
    );
  });
  return {
    url: databaseUrl(adminUrl, name, `heya_${service}`, password),
    ownerUrl: databaseUrl(adminUrl, name, `heya_${service}_owner`, password),
    adminUrl: databaseUrl(adminUrl, name),
  };
}

/** @returns the superuser's URL of a fresh bus; `busUrl` makes it somebody's */
export async function createBus(): Promise<string> {
  const { adminUrl } = inject('cluster');
  const name = `test_bus_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, (client) => client.query(`create database ${name} template ${busTemplate} ${copied} owner heya_bus_owner`));
  return databaseUrl(adminUrl, name);
}

/** The same bus, spoken to as one service or the gateway. */
export function busUrl(bus: string, speaker: ServiceName | 'gateway'): string {
  return databaseUrl(bus, new URL(bus).pathname.slice(1), `heya_${speaker}`, inject('cluster').password);
}

/** Runs SQL as superuser and returns the rows. */
export async function queryAsAdmin<R extends pg.QueryResultRow>(adminUrl: string, text: string, values: unknown[] = []): Promise<R[]> {
  return (await linesTo(adminUrl).query<R>(text, values)).rows;
}

const pools = new Map<string, pg.Pool>();

/** Tests look into a database again and again: its line is kept for the next look, and goes by itself when nobody looks any more. */
function linesTo(url: string): pg.Pool {
  const known = pools.get(url);
  if (known) return known;
  const pool = new pg.Pool({ connectionString: url, max: 4, idleTimeoutMillis: 1000, allowExitOnIdle: true });
  // A line that is cut while nobody uses it, e.g. since the server ends, is opened anew when somebody does.
  pool.on('error', () => undefined);
  pools.set(url, pool);
  return pool;
}

/** The first test file that needs a service migrates it; the others wait for that. */
async function prepareTemplate(
  client: pg.PoolClient,
  { service, template }: { service: ServiceName; template: string },
  migrate: Migration,
): Promise<void> {
  const { adminUrl, password } = inject('cluster');
  const draft = `draft_of_${template}`;
  await client.query('select pg_advisory_lock(hashtext($1))', [template]);
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount) return;
    await client.query(`drop database if exists ${draft} with (force)`);
    await provisionServiceDatabase(adminUrl, service, draft);
    await migrate(databaseUrl(adminUrl, draft, `heya_${service}_owner`, password));
    await client.query(`alter database ${draft} rename to ${template}`);
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [template]);
  }
}

async function withClient<T>(url: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await linesTo(url).connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Tables that say of no room or patient whose their rows are: erasing a room (R16) does not find these by itself. */
export const tablesOfNobody = `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('room_id', 'patient_id', 'application_id'))`;
