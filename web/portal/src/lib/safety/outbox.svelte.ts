/**
 * Reports on their way (R29): each with the key and the time it was given when it was pressed, kept in this tab over a reload, sent again
 * until the server has it. Nothing is said to be sent before that.
 */
import { SafetyReportRetractDocument, SafetyReportSubmitDocument, type SafetyReportInput } from '@heya/client/generated/graphql';
import { newId } from '@heya/client/id';
import { mayRetry, send } from '#lib/api.ts';
import { draftKey } from '#lib/wipe.ts';
import { m } from '#paraglide/messages.js';

export interface Outgoing {
  input: SafetyReportInput;
  state: 'WAITING' | 'SENT' | 'REFUSED' | 'TAKEN_BACK';
  problem: string;
}

const retryMs = 4_000;

export class SafetyOutbox {
  readonly #place: string;
  readonly #onAnswer: () => void;
  items = $state.raw<Outgoing[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;

  /** @param onAnswer the server has answered: what is shown of the check may be old */
  constructor(checkId: string, onAnswer: () => void) {
    this.#place = draftKey(`safety:${checkId}`);
    this.#onAnswer = onAnswer;
    this.items = JSON.parse(sessionStorage.getItem(this.#place) ?? '[]') as Outgoing[];
  }

  /** @returns a function that stops; what waits is sent when the page is open again */
  start(): () => void {
    const now = (): void => void this.#run();
    window.addEventListener('online', now);
    now();
    return () => {
      window.removeEventListener('online', now);
      clearTimeout(this.#timer);
    };
  }

  /** What was last said here of somebody. */
  of(patientId: string): Outgoing | undefined {
    return this.items.findLast(({ input }) => input.patientId === patientId);
  }

  add(input: Omit<SafetyReportInput, 'idempotencyKey'>): void {
    this.#keep([...this.items, { input: { ...input, idempotencyKey: newId() }, state: 'WAITING', problem: '' }]);
    void this.#run();
  }

  /** The undo of one tap: what has not left yet stays here, what has is taken back. */
  async takeBack(item: Outgoing): Promise<void> {
    if (item.state !== 'SENT')
      return void this.#keep(this.items.filter((other) => other.input.idempotencyKey !== item.input.idempotencyKey));
    try {
      const { safetyReportRetract } = await send(SafetyReportRetractDocument, { id: item.input.idempotencyKey });
      const problem = safetyReportRetract.userErrors[0]?.message ?? '';
      this.#turn(item, problem ? { problem } : { state: 'TAKEN_BACK', problem: '' });
      this.#onAnswer();
    } catch {
      this.#turn(item, { problem: m.action_failed() });
    }
  }

  async #run(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    let answers = 0;
    try {
      for (let item = this.#next(); item; item = this.#next(), answers += 1) await this.#send(item);
    } catch {
      this.#timer = setTimeout(() => void this.#run(), retryMs);
    }
    this.#busy = false;
    if (answers) this.#onAnswer();
  }

  #next = (): Outgoing | undefined => this.items.find(({ state }) => state === 'WAITING');

  async #send(item: Outgoing): Promise<void> {
    try {
      const { safetyReportSubmit } = await send(SafetyReportSubmitDocument, { input: item.input });
      const problem = safetyReportSubmit.userErrors[0]?.message ?? '';
      this.#turn(item, { state: problem ? 'REFUSED' : 'SENT', problem });
    } catch (error) {
      if (mayRetry(error)) throw error;
      this.#turn(item, { state: 'REFUSED', problem: m.action_failed() });
    }
  }

  #turn(item: Outgoing, change: Partial<Outgoing>): void {
    const key = item.input.idempotencyKey;
    this.#keep(this.items.map((other) => (other.input.idempotencyKey === key ? { ...other, ...change } : other)));
  }

  #keep(items: Outgoing[]): void {
    this.items = items;
    sessionStorage.setItem(this.#place, JSON.stringify(items));
  }
}
