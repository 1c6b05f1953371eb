/** V48: what Heya is built from: locked, known, without install scripts, and not older than the mended versions. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Case, require } from '../case.ts';
import type { World } from '../world.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  inBundle?: boolean;
}

/** Below these there is a known hole (security.md, threats 8 and 35). */
const floors: Record<string, string> = {
  '@apollo/server': '5.5.0',
  '@sveltejs/kit': '2.49.5',
  graphql: '16.11.0',
  'graphql-ws': '6.0.0',
  ws: '8.17.1',
  jose: '6.0.0',
  'oidc-provider': '9.0.0',
  fastify: '5.3.2',
  pg: '8.11.0',
};
const postgresFloor = 180_004;

async function supply(world: World): Promise<string> {
  const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as { packages: Record<string, Locked> };
  const packages = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  requireLocked(packages);
  requireKnownScripts(packages);
  requireFloors(packages);
  const { rows } = await world.storage.within('heya_room', (client) =>
    client.query<{ version: string }>("select current_setting('server_version_num') as version"),
  );
  require(Number(rows[0]?.version) >= postgresFloor, `PostgreSQL ${rows[0]?.version}`);
  const components = await billOfMaterials();
  return `${packages.length} packages locked with integrity, ${Object.keys(floors).length + 1} floors held, SBOM of ${components} components, ${await knownHoles()}`;
}

function requireLocked(packages: readonly [string, Locked][]): void {
  for (const [path, { resolved, integrity, inBundle }] of packages) {
    if (inBundle) continue;
    // Left out of the lock file where a package comes from the registry; any other place would stand there.
    require(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/'), `${path} comes from ${resolved}`);
    require(integrity?.startsWith('sha512-'), `${path} has no sha512`);
  }
}

/** package.json says of each that is installed whether its script may run; .npmrc makes npm stop at any other. */
function requireKnownScripts(packages: readonly [string, Locked][]): void {
  const { allowScripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { allowScripts: Record<string, boolean> };
  const unknown = packages
    .filter(([path, { hasInstallScript }]) => hasInstallScript && existsSync(`${root}${path}`))
    .map(([path]) => path.split('node_modules/').at(-1) ?? path)
    .filter((name) => !(name in allowScripts));
  require(/^strict-allow-scripts=true$/m.test(readFileSync(`${root}.npmrc`, 'utf8')), '.npmrc does not hold npm to the list');
  require(unknown.length === 0, `install scripts nobody decided about: ${[...new Set(unknown)].join(', ')}`);
}

function requireFloors(packages: readonly [string, Locked][]): void {
  for (const [name, floor] of Object.entries(floors)) {
    const found = packages.filter(([path]) => path.split('node_modules/').at(-1) === name);
    require(found.length > 0, `${name} is not installed`);
    for (const [path, { version = '0' }] of found) require(isAtLeast(version, floor), `${path} ${version} is older than ${floor}`);
  }
}

function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const differs = [0, 1, 2].find((index) => have?.[index] !== want?.[index]);
  return differs === undefined || (have?.[differs] ?? 0) > (want?.[differs] ?? 0);
}

const npm = (...args: string[]) => run('npm', args, { cwd: root, maxBuffer: 64 * 1024 * 1024, timeout: 60_000 });

/** @returns how many components it names */
async function billOfMaterials(): Promise<number> {
  const { stdout } = await npm('sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--omit=dev');
  const { components, bomFormat } = JSON.parse(stdout) as { components: unknown[]; bomFormat: string };
  require(bomFormat === 'CycloneDX' && components.length > 100, `the SBOM names ${components.length} components`);
  return components.length;
}

interface Audited {
  metadata?: { vulnerabilities: { high: number; critical: number; moderate: number } };
}

/** Asks the registry; without it the floors stand alone, and that is said. */
async function knownHoles(): Promise<string> {
  const answer = await npm('audit', '--omit=dev', '--json').catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }));
  const found = parse(answer.stdout)?.metadata?.vulnerabilities;
  if (!found) return 'the registry could not be asked for known holes';
  require(found.high === 0 && found.critical === 0, `${found.high} high and ${found.critical} critical holes`);
  return `0 high, ${found.moderate} moderate known holes`;
}

function parse(text: string): Audited | undefined {
  try {
    return JSON.parse(text) as Audited;
  } catch {
    return undefined;
  }
}

export const supplyCases: Case[] = [
  { id: 'V48', text: 'every package locked with its hash, install scripts decided about, versions above known holes, SBOM', run: supply },
];
