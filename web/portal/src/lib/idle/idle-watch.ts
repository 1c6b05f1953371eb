/** Watches for input in this tab and decides when the screen is to be locked or left (R6). */
import { idleLimits, stageAt, untilNextStage } from './idle.policy.ts';
import type { SharedActivity } from './shared-activity.ts';

export interface IdleParts {
  shared: SharedActivity;
  now: () => number;
  /** Tells the server that somebody is here. */
  beat: () => void;
  /** Each at most once. */
  lock: () => void;
  signOut: () => void;
}

export class IdleWatch {
  readonly #parts: IdleParts;
  #lastBeat: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #beating: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  /** Opening a page is input. */
  constructor(parts: IdleParts) {
    this.#parts = parts;
    this.#lastBeat = parts.now();
    parts.shared.touch(this.#lastBeat);
    this.#schedule();
  }

  /** Somebody touched, typed or scrolled. What comes too late finds the screen locked, though no timer ran while the device slept. */
  input(): void {
    const now = this.#parts.now();
    if (this.#over || now - (this.#parts.shared.last() ?? now) < 1_000) return;
    if (!this.check()) return;
    this.#parts.shared.touch(now);
    this.#schedule();
    this.#beating ??= setTimeout(() => this.#beat(), Math.max(0, this.#lastBeat + idleLimits.beatMs - now));
  }

  /** @returns whether the screen may stay open */
  check(): boolean {
    if (this.#over) return false;
    const stage = stageAt(this.#idleMs());
    if (stage === 'OPEN') return true;
    this.stop();
    if (stage === 'LOCKED') this.#parts.lock();
    else this.#parts.signOut();
    return false;
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#beating);
  }

  #idleMs(): number {
    const now = this.#parts.now();
    return now - (this.#parts.shared.last() ?? now);
  }

  /** Input in another tab moves the moment on; that is found out when it comes. */
  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        if (this.check()) this.#schedule();
      },
      untilNextStage(this.#idleMs()) ?? 0,
    );
  }

  #beat(): void {
    this.#beating = undefined;
    this.#lastBeat = this.#parts.now();
    this.#parts.beat();
  }
}
