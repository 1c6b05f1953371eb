/** Vitest globalSetup of all journeys: they share one stack, which takes longer to start than most of them take to walk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { crowd } from '../crowd.mjs';
import { startStack, type Stack } from '../stack.mjs';

interface Shared {
  users: number;
  dir: string;
  stack: Promise<Stack>;
}
// Each project loads its own copy of this module; the process is what they share.
const holder = globalThis as { heyaJourneys?: Shared | undefined };

export async function setup(project: TestProject): Promise<void> {
  const shared = (holder.heyaJourneys ??= begin());
  shared.users += 1;
  const stack = await shared.stack;
  const { dir, logs, procs } = stack.files;
  project.provide('stack', { urls: stack.urls, dir, logs, procs, identity: stack.planOf('identity') });
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
  return { users: 0, dir, stack: startStack({ dir, portal: true, demo: false, environment: crowd }) };
}
