/** Vitest globalSetup of every project that needs PostgreSQL: one server for all of them. */
import { provisionBusDatabase, provisionRoles, loginRoles } from '../../../infra/postgres/provision.mjs';
import type { TestProject } from 'vitest/node';
import { type Cluster, type RunningCluster, startCluster } from './cluster.ts';
import { busTemplate } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

interface Shared {
  users: number;
  cluster: Promise<RunningCluster>;
}
// Each project loads its own copy of this module; the process is what they share.
const holder = globalThis as { heyaTestCluster?: Shared | undefined };

export async function setup(project: TestProject): Promise<void> {
  const shared = (holder.heyaTestCluster ??= { users: 0, cluster: provisionedCluster() });
  shared.users += 1;
  const { adminUrl, password } = await shared.cluster;
  project.provide('cluster', { adminUrl, password });
}

export async function teardown(): Promise<void> {
  const shared = holder.heyaTestCluster;
  if (!shared || (shared.users -= 1) > 0) return;
  holder.heyaTestCluster = undefined;
  await (await shared.cluster).stop();
}

async function provisionedCluster(): Promise<RunningCluster> {
  const cluster = await startCluster();
  await provisionRoles(cluster.adminUrl, Object.fromEntries(loginRoles.map((role) => [role, cluster.password])));
  await provisionBusDatabase(cluster.adminUrl, busTemplate);
  return cluster;
}
