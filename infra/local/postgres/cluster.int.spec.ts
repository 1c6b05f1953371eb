/** The embedded PostgreSQL outlives whoever started it and comes back from kill -9 with everything it acknowledged. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePorts } from '../processes/ports.mjs';
import { waitUntil } from '../processes/wait.mjs';
import { Cluster } from './cluster.mjs';
import { ClusterWatch } from './watch.mjs';

const dir = mkdtempSync(join(tmpdir(), 'heya postgres '));
let options: { folder: string; port: number; password: string; log: string };
let cluster: Cluster;

beforeAll(async () => {
  const { postgres: port } = (await freePorts(['postgres'])) as { postgres: number };
  options = { folder: join(dir, 'postgres'), port, password: "p'w %", log: join(dir, 'postgres.log') };
  cluster = new Cluster(options);
  await cluster.start();
}, 60_000);

afterAll(() => cluster.stop());

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: cluster.adminUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

it('is UTF-8 whatever the shell says, and durable', async () => {
  expect(await query('show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  expect(await query('show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  expect(await query('show fsync')).toEqual([{ fsync: 'on' }]);
});

it('is attached to when it is alive', async () => {
  const other = new Cluster(options);
  await other.start();
  expect(other.pid).toBe(cluster.pid);
});

it('comes back after kill -9 by itself, with what was acknowledged', async () => {
  await query('create table kept (value int); insert into kept values (42)');
  let changes = 0;
  const watch = new ClusterWatch(cluster, () => (changes += 1));
  watch.start();
  const before = cluster.pid;
  process.kill(before ?? 0, 'SIGKILL');
  await waitUntil(() => changes > 1 && cluster.pid !== undefined, { timeoutMs: 15_000, what: 'recovery' });
  await watch.ready();
  expect(await query('select value from kept')).toEqual([{ value: 42 }]);
  expect(cluster.pid).not.toBe(before);
  await watch.stop();
}, 30_000);
