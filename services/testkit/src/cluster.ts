/** One throw-away PostgreSQL server for a test run: started in a second, gone with the process that started it. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canReach, serverAccount } from '../../../infra/local/postgres/account.mjs';
import { shippedServer } from '../../../infra/local/postgres/place.mjs';
import { keptFolder, orphanedRunFolders } from '../../../infra/local/setup/run-folder.mjs';

const run = promisify(execFile);
const prefix = 'postgres-';

export interface Cluster {
  /** Superuser connection to the database `postgres`. */
  adminUrl: string;
  /** Every role of this cluster has this password. */
  password: string;
}
export type RunningCluster = Cluster & { stop: () => Promise<void> };

/** PostgreSQL refuses to run as root: whose server it is then; undefined for an ordinary user. */
type Account = { uid: number; gid: number } | undefined;

/** Longer the path of a socket may not be, on any system. */
const longestSocket = 103;

/**
 * Starts a server behind a socket in its folder, or on a free port of 127.0.0.1 where the folder's path is none for one.
 * Nothing is synced to disk: a test's data need not outlive a power cut. Nor need its passwords be dear to check.
 */
export async function startCluster(): Promise<RunningCluster> {
  const account = serverAccount();
  const binaries = await locateBinaries(account);
  await removeOrphans(binaries, account);
  const home = await mkdtemp(join(tmpdir(), prefix));
  const data = join(home, 'data');
  const password = randomBytes(16).toString('hex');
  await prepareHome(home, password, account);
  await initialise(binaries, data, account);
  const port = await freePort();
  await run(join(binaries, 'pg_ctl'), ['-D', data, '-w', '-l', join(home, 'log'), '-o', serverFlags(home, port), 'start'], {
    ...account,
    cwd: home,
  });
  return {
    adminUrl: `postgres://postgres:${password}@${hasSocket(home, port) ? encodeURIComponent(home) : '127.0.0.1'}:${port}/postgres`,
    password,
    stop: () => discard(binaries, home, account),
  };
}

/** The binaries of the npm package, or a copy of them when the server's account cannot reach the project's folder. */
async function locateBinaries(account: Account): Promise<string> {
  const native = shippedServer();
  if (canReach(account, native)) return join(native, 'bin');
  const copy = join(keptFolder(), 'heya-test-binaries');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

async function prepareHome(home: string, password: string, account: Account): Promise<void> {
  await mkdir(join(home, 'data'), { mode: 0o700 });
  await writeFile(join(home, 'password'), password, { mode: 0o600 });
  if (!account) return;
  for (const path of [home, join(home, 'data'), join(home, 'password')]) await chown(path, account.uid, account.gid);
}

async function initialise(binaries: string, data: string, account: Account): Promise<void> {
  const flags = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--auth=scram-sha-256',
    '--set=scram_iterations=1',
    '--no-sync',
  ];
  const password = `--pwfile=${join(dirname(data), 'password')}`;
  await run(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', password, ...flags], { ...account, cwd: dirname(data) });
}

/** The folder's name stands in a setting of the server, where not every sign stands for itself. */
const hasSocket = (home: string, port: number): boolean =>
  /^[\w/. -]+$/.test(home) && join(home, `.s.PGSQL.${port}`).length <= longestSocket;

function serverFlags(home: string, port: number): string {
  const settings = {
    ...(hasSocket(home, port)
      ? { listen_addresses: '', unix_socket_directories: home }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '' }),
    max_connections: 300,
    shared_buffers: '128MB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    timezone: 'UTC',
  };
  return [`-p ${port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)].join(' ');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function discard(binaries: string, home: string, account: Account): Promise<void> {
  await run(join(binaries, 'pg_ctl'), ['-D', join(home, 'data'), '-m', 'immediate', '-w', 'stop'], { ...account, cwd: tmpdir() }).catch(
    () => undefined,
  );
  await rm(home, { recursive: true, force: true });
}

/** A killed run leaves its server and its folder behind: the next one clears both away. */
async function removeOrphans(binaries: string, account: Account): Promise<void> {
  for (const folder of orphanedRunFolders()) {
    const homes = (await readdir(folder)).filter((name) => name.startsWith(prefix));
    for (const home of homes) await discard(binaries, join(folder, home), account);
    await rm(folder, { recursive: true, force: true });
  }
}
