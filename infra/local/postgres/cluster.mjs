// The embedded PostgreSQL, driven by its own initdb and pg_ctl so that it can be attached to, recovered and stopped by whoever comes next.
import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inspectProcess, processesWorkingIn } from '../processes/inspect.mjs';
import { Problem } from '../setup/say.mjs';
import { waitUntil } from '../processes/wait.mjs';
import { serverAccount } from './account.mjs';
import { placeServer } from './place.mjs';

const initFlags = [
  '--username=postgres',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=scram-sha-256',
];
/** R34: statements and their values never reach the log; fsync and synchronous_commit stay at their safe defaults. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

export class Cluster {
  #account = serverAccount();
  #place;
  #port;
  #password;
  #log;

  /** @param {{folder: string, port: number, password: string, log: string}} options */
  constructor({ folder, port, password, log }) {
    this.#place = placeServer(this.#account, folder);
    this.#port = port;
    this.#password = password;
    this.#log = log;
  }

  /** Superuser connection to the `postgres` database. */
  get adminUrl() {
    return `postgres://postgres:${encodeURIComponent(this.#password)}@127.0.0.1:${this.#port}/postgres`;
  }

  /** Where the data really lies. */
  get dataFolder() {
    return this.#place.data;
  }

  /** @returns {number | undefined} the postmaster that serves this data, if it is alive */
  get pid() {
    const pid = Number(this.#pidFile()[0]);
    const found = inspectProcess(pid);
    return found && this.#isOurs(found) ? pid : undefined;
  }

  /** @returns {number | undefined} the port of the server that runs, or ran last */
  get servedPort() {
    return Number(this.#pidFile()[3]) || undefined;
  }

  /** Whether there is data already. */
  get isMade() {
    return existsSync(join(this.dataFolder, 'PG_VERSION'));
  }

  /** Makes the cluster at the first start, attaches when it is alive, recovers after a kill. */
  async start() {
    if (!this.isMade) await this.#init();
    if (this.pid !== undefined && this.servedPort !== this.#port) await this.stop();
    if (this.pid === undefined) await this.#startServer();
    await waitUntil(() => this.isReady(), { timeoutMs: 60_000, what: 'PostgreSQL' });
  }

  /** Ends it in order: open transactions are rolled back, everything acknowledged is on disk. */
  async stop() {
    if (this.pid === undefined) return;
    await this.#command('pg_ctl', ['stop', '-D', this.dataFolder, '-m', 'fast', '-w', '-t', '30']);
  }

  async isReady() {
    const client = new pg.Client({ connectionString: this.adminUrl, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  }

  async #init() {
    const secret = join(this.dataFolder, '..', `.postgres-${process.pid}.secret`);
    writeFileSync(secret, `${this.#password}\n`, { mode: 0o600 });
    this.#give(secret);
    // What an interrupted initdb left behind would stop the next one.
    for (const left of readdirSync(this.dataFolder)) rmSync(join(this.dataFolder, left), { recursive: true });
    try {
      await this.#command('initdb', [`--pgdata=${this.dataFolder}`, `--pwfile=${secret}`, ...initFlags]);
    } finally {
      rmSync(secret, { force: true });
    }
  }

  async #startServer() {
    await this.#clearTraces();
    const options = Object.entries({ ...settings, port: this.#port })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' ');
    await this.#command('pg_ctl', ['start', '-D', this.dataFolder, '-o', options, '-w', '-t', '60']);
  }

  /**
   * After kill -9 the children of the dead postmaster may live a moment longer, and its pid may stay as a zombie or go to
   * somebody else, either of which blocks the start. The lock file goes only when nobody works on the data any more.
   */
  async #clearTraces() {
    if (!existsSync(join(this.dataFolder, 'postmaster.pid'))) return;
    const folder = realpathSync(this.dataFolder);
    const nobody = () => processesWorkingIn(folder).length === 0;
    if (!(await waitUntil(nobody, { timeoutMs: 5000, orElse: false }))) {
      for (const pid of processesWorkingIn(folder)) process.kill(pid, 'SIGQUIT');
      await waitUntil(nobody, { timeoutMs: 10_000, what: 'PostgreSQL (kill -9)' });
    }
    if (process.platform === 'linux') rmSync(join(this.dataFolder, 'postmaster.pid'), { force: true });
  }

  #pidFile() {
    try {
      return readFileSync(join(this.dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    } catch {
      return [];
    }
  }

  #isOurs({ pid, command }) {
    return command.includes(this.dataFolder) || processesWorkingIn(realpathSync(this.dataFolder)).includes(pid);
  }

  #give(path) {
    if (this.#account) chownSync(path, this.#account.uid, this.#account.gid);
  }

  /** The server inherits pg_ctl's output, so that goes to the log file, opened here since the server's account may not reach it. */
  async #command(name, args) {
    const log = openSync(this.#log, 'a', 0o600);
    try {
      const code = await new Promise((resolve, reject) => {
        const child = spawn(join(this.#place.native, 'bin', name), args, {
          ...this.#account,
          cwd: this.#place.native,
          stdio: ['ignore', log, log],
          env: { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' },
        });
        child.on('error', reject);
        child.on('exit', resolve);
      });
      if (code !== 0)
        throw new Problem(
          `データベースの操作(${name})ができませんでした。記録をご覧ください: ${this.#log}`,
          `${name} failed; see ${this.#log}.`,
        );
    } finally {
      closeSync(log);
    }
  }
}
