/** Vitest globalSetup of all journeys: they share one stack, which takes longer to start than most of them take to walk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { crowd } from '../crowd.mjs';
import { districtNamed } from '../demo/accounts.mjs';
import { loadDistrict } from '../demo/load.mjs';
import { writePrivate } from '../setup/secrets.mjs';
import { startStack, type Stack } from '../stack.mjs';
import type { SharedStack } from './join.ts';

/** Each has a district of its own, letters and figures; to bring all of them in at once costs little more than one. */
const journeys = ['opens', 'kills', 'survives', 'journey', 'apply', 'guard', 'devices', 'life', 'inside', 'measured'];

interface Shared {
  users: number;
  dir: string;
  stack: Promise<Stack>;
  districts: Promise<SharedStack['districts']>;
}
// Each project loads its own copy of this module; the process is what they share.
const holder = globalThis as { heyaJourneys?: Shared | undefined };

export async function setup(project: TestProject): Promise<void> {
  const shared = (holder.heyaJourneys ??= begin());
  shared.users += 1;
  const stack = await shared.stack;
  const { dir, logs, procs } = stack.files;
  project.provide('stack', { urls: stack.urls, adminUrl: stack.adminUrl, dir, logs, procs, districts: await shared.districts });
}

export async function teardown(): Promise<void> {
  const shared = holder.heyaJourneys;
  if (!shared || (shared.users -= 1) > 0) return;
  holder.heyaJourneys = undefined;
  await shared.stack.then(
    (stack) => stack.stop(),
    () => undefined,
  );
  rmSync(shared.dir, { recursive: true, force: true });
}

/** In a folder with a space and Japanese in its name, as people have them. */
function begin(): Shared {
  const dir = mkdtempSync(join(tmpdir(), 'heya 部屋 '));
  const stack = startStack({ dir, portal: true, demo: false, environment: crowd });
  return { users: 0, dir, stack, districts: stack.then(makeDistricts) };
}

async function makeDistricts(stack: Stack): Promise<SharedStack['districts']> {
  const made = journeys.map((name) => ({ name, path: join(stack.dir, `${name}.json`), ...districtNamed(name) }));
  for (const { path, file } of made) writePrivate(path, file);
  await loadDistrict(stack, ...made.map(({ path }) => path));
  return Object.fromEntries(made.map(({ name, district, accounts }) => [name, { district, accounts }]));
}
