// Keeps the cluster alive: pg_ctl's server is nobody's child, so its pid is looked at a few times a second.
import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../processes/wait.mjs';

const lookEveryMs = 100;
const pauseAfterFailureMs = 500;

export class ClusterWatch {
  #cluster;
  #onChange;
  #timer;
  #recovering;

  /** @param {import('./cluster.mjs').Cluster} cluster @param {() => void} onChange called when the postmaster's pid changed */
  constructor(cluster, onChange) {
    this.#cluster = cluster;
    this.#onChange = onChange;
  }

  start() {
    this.#onChange();
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
  }

  /** Looks no more, and leaves no recovery behind that could start what is about to be stopped. */
  async stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#recovering;
  }

  /** Stops it in order and brings it back. */
  async restart() {
    await this.#cluster.stop();
    await this.ready();
  }

  /** Waits until it serves, recovery included. */
  async ready() {
    await waitUntil(() => !this.#recovering && this.#cluster.isReady(), { timeoutMs: 60_000, what: 'PostgreSQL' });
  }

  #look() {
    if (this.#recovering || this.#cluster.pid !== undefined) return;
    this.#recovering = this.#recover().finally(() => {
      this.#recovering = undefined;
    });
  }

  /** Tries for as long as it takes: a full disk, say, is freed by somebody sooner or later. */
  async #recover() {
    while (this.#timer !== undefined) {
      try {
        await this.#cluster.start();
        return this.#onChange();
      } catch {
        await pause(pauseAfterFailureMs);
      }
    }
  }
}
