/** Work that is done one turn at a time, and once more when somebody asks for it meanwhile. */
export class Turns {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** @returns when a turn that began after this call is over @throws what a turn threw; the next call tries again */
  take(): Promise<void> {
    this.#again = true;
    return (this.#running ??= this.#run());
  }

  /** Waits for the turn that is under way, if there is one, however it ends. */
  async rest(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  /** Whoever asks after the last look at `again` must find that nothing runs, so both happen in one step. */
  async #run(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#work();
      }
    } finally {
      this.#running = undefined;
    }
  }
}
