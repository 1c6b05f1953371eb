/** A journey's part of the stack that all of them share: a district, people and secrets of its own, so that none meets another. */
import { inject } from 'vitest';
import { openDemoRoom } from '../demo/load.mjs';
import { findStanding, isBack } from '../processes/standing.mjs';
import { waitUntil } from '../processes/wait.mjs';
import type { Demo, PartName, Stack } from '../stack.mjs';

/** What the process that started it tells the others. */
export interface SharedStack {
  urls: Stack['urls'];
  dir: string;
  /** Superuser, for letting years go by. */
  adminUrl: string;
  logs: string;
  procs: string;
  /** By the name of the journey. */
  districts: Record<string, Pick<Demo, 'district' | 'accounts'>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    stack: SharedStack;
  }
}

export class Joined {
  readonly #stack: SharedStack;
  readonly #killed = new Map<PartName, number>();
  readonly demo: Demo;

  private constructor(stack: SharedStack, demo: Demo) {
    [this.#stack, this.demo] = [stack, demo];
  }

  /** @param name of the journey, as setup.ts has it @param upTo `room`: also an opened room with a few posts */
  static async open(name: string, upTo: 'accounts' | 'room' = 'accounts'): Promise<Joined> {
    const stack = inject('stack');
    const loaded = stack.districts[name];
    if (!loaded) throw new Error(`No district is made for ${name}`);
    const demo: Demo = { ...loaded, room: null };
    if (upTo === 'room') await openDemoRoom(stack, demo);
    return new Joined(stack, demo);
  }

  get adminUrl(): string {
    return this.#stack.adminUrl;
  }

  get urls(): SharedStack['urls'] {
    return this.#stack.urls;
  }

  /** Ends one process with SIGKILL; supervision brings it back. */
  kill(name: PartName): void {
    const pid = findStanding(this.#stack, name)?.pid;
    if (!pid) throw new Error(`${name} does not run`);
    this.#killed.set(name, pid);
    process.kill(pid, 'SIGKILL');
  }

  /** Waits until it serves again. */
  async ready(name: PartName): Promise<void> {
    await waitUntil(() => isBack(findStanding(this.#stack, name), this.#killed.get(name)), { timeoutMs: 60_000, what: name });
  }
}
