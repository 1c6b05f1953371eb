/** Carries changes out at their minute (R7). What is due stands in the database: whichever process is alive then does it, once. */
import { newId } from '@heya/service-common/id';
import { describeError, type Logger } from '@heya/service-common/logger';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { carryOut, type Doer, dueChanges, endPlace } from '../id-change/index.ts';
import type { ApplicationEntry } from './id-application.entity.ts';
import { lockApplication, updateApplication } from './id-application.repository.ts';
import { filedOf } from './id-change.review.service.ts';

const beatMs = 250;
const atOnce = 50;
/** What could not be carried out is tried again after this, and holds up nothing else meanwhile. */
const patienceMs = 30_000;
const self = { type: 'service', name: 'identity' } as const;

export interface ClockParts extends Pick<Doer, 'sessions' | 'enrolmentPepper' | 'now'> {
  orm: Orm;
  relay: Relay;
  logger: Logger;
}

export class IdChangeClock {
  readonly #parts: ClockParts;
  readonly #later = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<number> | undefined;

  constructor(parts: ClockParts) {
    this.#parts = parts;
  }

  start(): void {
    const { logger } = this.#parts;
    this.#timer = setInterval(() => void this.run().catch((error: unknown) => logger.warn('changes wait', describeError(error))), beatMs);
  }

  /** Finishes what it is at; what is left is done after the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running?.catch(() => 0);
  }

  /** @returns how many changes have taken effect */
  run(): Promise<number> {
    this.#running ??= this.#round().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #round(): Promise<number> {
    const { orm, now } = this.#parts;
    const due = await inViewer(orm.em, self, (tx) => dueChanges(tx, now(), atOnce));
    let done = 0;
    for (const id of due) if (await this.#takeEffect(id)) done += 1;
    return done;
  }

  async #takeEffect(id: string): Promise<boolean> {
    const { orm, relay, logger } = this.#parts;
    if ((this.#later.get(id) ?? 0) > performance.now()) return false;
    this.#later.delete(id);
    try {
      await inViewer(orm.em, self, (tx) => this.#apply(tx, id));
      relay.wake();
      return true;
    } catch (error) {
      this.#later.set(id, performance.now() + patienceMs);
      logger.error('a change did not take effect', { subjectId: id, ...describeError(error) });
      return false;
    }
  }

  /** With the application held: an officer who decides meanwhile is before or after it. */
  async #apply(tx: Em, id: string): Promise<void> {
    const { sessions, enrolmentPepper, now } = this.#parts;
    const row = await lockApplication(tx, id);
    const filed = row && (await filedOf(tx, row));
    if (!row || !filed || filed.row.doneAt) return;
    const doer: Doer = { sessions, enrolmentPepper, now, viewer: self, requestId: newId() };
    if (row.status !== 'APPROVED') return endPlace(tx, doer, filed);
    await carryOut(tx, doer, filed);
    const entry: ApplicationEntry = { status: 'COMPLETED', at: now().toISOString(), by: null, reason: null };
    await updateApplication(tx, row, { status: 'COMPLETED', entries: [...row.entries, entry] });
  }
}
