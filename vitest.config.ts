/**
 * Every test of the repository, one project a package. `npx vitest run --project room` runs one.
 * Journeys (`*-e2e`) need the built stack: `npm test` starts them after everything else.
 */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { useRunFolder } from './infra/local/setup/run-folder.mjs';

useRunFolder();

type Journey = Pick<NonNullable<TestProjectInlineConfiguration['test']>, 'root' | 'include' | 'exclude' | 'maxWorkers'>;

const packages = {
  schema: 'schema',
  common: 'services/common',
  testkit: 'services/testkit',
  forms: 'services/forms',
  identity: 'services/identity',
  consent: 'services/consent',
  room: 'services/room',
  timeline: 'services/timeline',
  gateway: 'gateway',
  client: 'web/client',
  portal: 'web/portal',
  infra: 'infra',
};
const withPostgres = ['common', 'testkit', 'identity', 'consent', 'room', 'timeline', 'gateway', 'portal', 'infra'];
/**
 * Groups run one after the other: whoever has processes killed wants the stack to itself. They come first, since they mostly wait,
 * and the static checks that run beside take what they leave (infra/decisions/0038). From 1: vitest puts one worker's files of group 0 last.
 */
const groups: Record<string, number> = { 'gateway-e2e': 1, 'web-kills-e2e': 2, infra: 4, 'web-e2e': 5 };
const units = 3;
/** Journeys that kill nothing are walked two at a time; each has people and a district of its own. */
const journeys: Record<string, Journey> = {
  'gateway-e2e': { root: 'gateway', include: ['e2e/**/*.spec.ts'] },
  'web-kills-e2e': { root: 'web', include: ['e2e/survives.spec.ts'] },
  'web-e2e': {
    root: 'web',
    include: ['e2e/*.spec.ts'],
    exclude: ['e2e/survives.spec.ts'],
    maxWorkers: Math.min(2, availableParallelism()),
  },
};

// Two copies of graphql (its ESM and its CJS build) do not know each other's classes.
const resolve = { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] };

const unit = ([name, root]: [string, string]): TestProjectInlineConfiguration => ({
  extends: true,
  resolve,
  test: {
    name,
    root,
    include: ['**/*.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/build/**', 'e2e/**'],
    globalSetup: withPostgres.includes(name) ? [fileURLToPath(new URL('./services/testkit/src/setup.ts', import.meta.url))] : [],
    isolate: false,
    sequence: { groupOrder: groups[name] ?? units },
  },
});

const journey = ([name, files]: [string, Journey]): TestProjectInlineConfiguration => ({
  extends: true,
  resolve,
  test: {
    name,
    maxWorkers: 1,
    ...files,
    globalSetup: [fileURLToPath(new URL('./infra/local/journeys/setup.ts', import.meta.url))],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    sequence: { groupOrder: groups[name] ?? units },
  },
});

export default defineConfig({
  test: {
    projects: [...Object.entries(packages).map(unit), ...Object.entries(journeys).map(journey)],
    pool: 'forks',
    // Half of each test waits for PostgreSQL, so that one more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    passWithNoTests: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is waited for comes in its own time: a second, the default, is too short beside everything else.
    expect: { poll: { timeout: 15_000 } },
    // What ran out of time is tried once more, and named at the end; a wrong result never gets a second chance.
    retry: { count: 1, condition: /timed out|timeout \d+ms exceeded|in vain:/i },
  },
});
