// The whole stack as one thing that starts, survives and stops. `npm start` and the journeys' tests use the same.
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  provisionBusDatabase,
  provisionPortalDatabase,
  provisionRoles,
  provisionServiceDatabase,
  services,
} from '../postgres/provision.mjs';
import { loadDemo } from './demo/load.mjs';
import { Cluster } from './postgres/cluster.mjs';
import { ClusterWatch } from './postgres/watch.mjs';
import { isBuilt, planProcesses, publicUrls } from './processes/plan.mjs';
import { freePorts, requireFreePorts } from './processes/ports.mjs';
import { clearPredecessor, writeRegister } from './processes/register.mjs';
import { Supervised } from './processes/supervised.mjs';
import { dataFiles } from './setup/paths.mjs';
import { prepareApart } from './setup/apart.mjs';
import { Problem } from './setup/say.mjs';
import { loadSecrets } from './setup/secrets.mjs';

const quiet = () => {};

/** See stack.d.mts for what the options mean. */
export async function startStack({ dir, ports, portal = true, environment = {}, demo = 'accounts', say = quiet, signal }) {
  mkdirSync(join(dir, 'logs'), { recursive: true, mode: 0o700 });
  const stack = new Stack(realpathSync(dir), ports ?? (await freePorts()), { portal, environment, say });
  signal?.addEventListener('abort', () => void stack.stop(), { once: true });
  try {
    await stack.start();
    if (demo) stack.demo = await loadDemo(stack, demo);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  return stack;
}

class Stack {
  #cluster;
  #watch;
  #children;
  #say;
  #stopping;

  constructor(dir, ports, { portal, environment, say }) {
    this.files = dataFiles(dir);
    this.ports = { ...ports };
    if (!portal) delete this.ports.portal;
    this.urls = publicUrls(ports);
    this.#say = say;
    this.secrets = loadSecrets(this.files.secrets);
    const log = join(this.files.logs, 'postgres.log');
    this.#cluster = new Cluster({ folder: this.files.cluster, port: ports.postgres, password: this.secrets.postgresPassword, log });
    this.#watch = new ClusterWatch(this.#cluster, () => this.#write());
    const plans = Object.values(
      planProcesses({ ports, secrets: this.secrets, adminUrl: this.adminUrl, files: this.files }, environment),
    ).filter((plan) => portal || plan.name !== 'portal');
    this.#children = new Map(
      plans.map((plan) => [
        plan.name,
        new Supervised(plan, { log: join(this.files.logs, `${plan.name}.log`), onChange: () => this.#write() }),
      ]),
    );
  }

  get dir() {
    return this.files.dir;
  }

  get adminUrl() {
    return this.#cluster.adminUrl;
  }

  async start() {
    await clearPredecessor(this.files, this.urls.portal);
    process.once('exit', this.#endChildren);
    await this.#requirePorts();
    this.#requireBuilds();
    this.#say('データベースを起動しています。', 'starting PostgreSQL');
    await prepareApart(this.files);
    await this.#cluster.start();
    this.#watch.start();
    await this.#provision();
    for (const names of [services, ['gateway', 'portal']]) await this.#startTogether(names);
  }

  /** Children first, each finishing what it answers; the database last. Data stays. */
  stop() {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  /** Should this process end without having stopped the stack (a test that threw, say), nothing is left behind. */
  #endChildren = () => {
    for (const { name, pid } of this.processes()) if (pid) process.kill(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  };

  async #stop() {
    this.#write(true);
    for (const names of [['portal'], ['gateway'], services]) await Promise.all(this.#those(names).map((child) => child.stop()));
    await this.#watch.stop();
    await this.#cluster.stop();
    process.off('exit', this.#endChildren);
    for (const file of [this.files.procs, this.files.supervisor]) rmSync(file, { force: true });
  }

  /** @returns {import('./stack.d.mts').RunningProcess[]} */
  processes() {
    const postgres = {
      name: 'postgres',
      pid: this.#cluster.pid,
      port: this.ports.postgres,
      url: `postgres://127.0.0.1:${this.ports.postgres}`,
    };
    return [postgres, ...[...this.#children.values()].map(({ name, pid, plan }) => ({ name, pid, port: plan.port, url: plan.url }))];
  }

  /** Ends one process the hard way; supervision brings it back. */
  kill(name, signal = 'SIGKILL') {
    if (name !== 'postgres') return this.#child(name).kill(signal);
    const { pid } = this.#cluster;
    if (pid) process.kill(pid, signal);
  }

  async restart(name, environment) {
    if (name === 'postgres') await this.#watch.restart();
    else await this.#child(name).restart(environment);
  }

  /** Waits until one process (or all) answers /health. */
  async ready(name) {
    if (name === 'postgres') return this.#watch.ready();
    await Promise.all((name ? [this.#child(name)] : [...this.#children.values()]).map((child) => child.ready()));
  }

  /** What a process was started with; for commands that run beside it. */
  planOf(name) {
    return this.#child(name).plan;
  }

  async #requirePorts() {
    const ports = { ...this.ports };
    // Our own cluster may still be alive after a kill -9 of the supervisor: then its port is rightly taken.
    if (this.#cluster.pid !== undefined) delete ports.postgres;
    await requireFreePorts(ports);
  }

  #requireBuilds() {
    const missing = [...this.#children.values()]
      .filter((child) => !isBuilt(child.plan))
      .map((child) => join(child.plan.folder, child.plan.script));
    if (missing.length)
      throw new Problem('組み立てがまだです。npm run build を実行してください。', 'Not built yet. Run npm run build.', missing);
  }

  async #provision() {
    await provisionRoles(this.adminUrl, this.secrets.rolePasswords);
    for (const service of services) await provisionServiceDatabase(this.adminUrl, service);
    await provisionBusDatabase(this.adminUrl);
    await provisionPortalDatabase(this.adminUrl);
  }

  async #startTogether(names) {
    if (this.#stopping) throw new Problem('起動を中断しました。', 'The start was broken off.');
    const children = this.#those(names);
    for (const child of children) child.start();
    await Promise.all(
      children.map(async (child) => {
        await child.ready();
        this.#say(`${child.name} が動き始めました。`, `${child.name} is up`);
      }),
    );
  }

  #those(names) {
    return names.map((name) => this.#children.get(name)).filter((child) => child !== undefined);
  }

  #child(name) {
    const child = this.#children.get(name);
    if (child) return child;
    throw new Problem(`「${name}」という部分はありません。`, `There is no process "${name}".`, [...this.#children.keys(), 'postgres']);
  }

  #write(stopping = this.#stopping !== undefined) {
    const children = [...this.#children.values()].map((child) => child.record).filter((record) => record.pid !== undefined);
    writeRegister(this.files, { processes: this.processes(), children, stopping });
  }
}
