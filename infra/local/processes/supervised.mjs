// One child process that comes back: at once after a single crash, within a second when it keeps failing.
import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { inspectProcess } from './inspect.mjs';
import { isHealthy, waitUntil } from './wait.mjs';
import { Problem } from '../setup/say.mjs';

const givesUpAfter = 4;
const longestPauseMs = 1000;
const largestLogBytes = 20 * 1024 * 1024;

export class Supervised {
  #plan;
  #log;
  #onChange;
  #child;
  #startedAt = 0;
  /** How often it ended since it was last healthy. */
  #failures = 0;
  #wanted = false;
  #timer;
  /** Why the present process was started: `start`, `crash` or `restart`. */
  #cause = 'start';

  /** @param {import('./plan.mjs').ProcessPlan} plan @param {{log: string, onChange: () => void}} options */
  constructor(plan, { log, onChange }) {
    this.#plan = plan;
    this.#log = log;
    this.#onChange = onChange;
  }

  get name() {
    return this.#plan.name;
  }

  get plan() {
    return this.#plan;
  }

  /** What is written down about it, so that a later start can tell its orphan from a stranger. */
  get record() {
    const found = inspectProcess(this.pid ?? 0);
    return { name: this.name, pid: this.pid, startedTicks: found?.startedTicks, cause: this.#cause, startedAt: this.#startedAt };
  }

  get pid() {
    return this.#child?.pid;
  }

  start(cause = 'start') {
    this.#wanted = true;
    this.#cause = cause;
    this.#startedAt = Date.now();
    const log = openLog(this.#log);
    // A group of its own: Ctrl-C must reach the supervisor only, which ends its children in order.
    const child = spawn(process.execPath, ['--enable-source-maps', this.#plan.script], {
      cwd: this.#plan.folder,
      env: this.#plan.environment,
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    this.#child = child;
    child.on('error', () => {});
    child.on('exit', () => this.#ended(child));
    void this.#forgetFailuresWhenHealthy(child);
    this.#onChange();
  }

  /** Waits for /health; gives up early when the process keeps ending by itself. */
  async ready(timeoutMs = 120_000) {
    await waitUntil(
      () => {
        if (!this.#wanted) throw new Problem(`${this.name} は止められました。`, `${this.name} was stopped.`);
        if (this.#failures >= givesUpAfter)
          throw new Problem(
            `${this.name} が起動できません。記録をご覧ください: ${this.#log}`,
            `${this.name} does not start; see ${this.#log}.`,
          );
        return this.#child && isHealthy(this.#plan.port);
      },
      { timeoutMs, what: `${this.name} (${this.#log})` },
    );
  }

  /** Ends it and lets it rest. SIGTERM first: streams are drained and answers finished. */
  async stop(graceMs = 8000) {
    this.#wanted = false;
    clearTimeout(this.#timer);
    await this.#end(graceMs);
  }

  /** @param {Record<string, string>} [environment] replaces single variables for good */
  async restart(environment) {
    if (environment) this.#plan = { ...this.#plan, environment: { ...this.#plan.environment, ...environment } };
    await this.stop();
    this.start('restart');
    await this.ready();
  }

  /** For tests: ends it the hard way; it comes back by itself. */
  kill(signal = 'SIGKILL') {
    this.#child?.kill(signal);
  }

  async #end(graceMs) {
    const child = this.#child;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  }

  async #forgetFailuresWhenHealthy(child) {
    const settled = () => this.#child !== child || isHealthy(this.#plan.port);
    if ((await waitUntil(settled, { timeoutMs: 120_000, everyMs: 100, orElse: false })) && this.#child === child) this.#failures = 0;
  }

  #ended(child) {
    if (this.#child === child) this.#child = undefined;
    if (!this.#wanted) return;
    const pause = this.#failures === 0 ? 0 : Math.min(longestPauseMs, 50 * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.start('crash'), pause);
  }
}

function openLog(file) {
  try {
    if (statSync(file).size > largestLogBytes) renameSync(file, `${file}.1`);
  } catch {
    // There is none yet.
  }
  return openSync(file, 'a', 0o600);
}
