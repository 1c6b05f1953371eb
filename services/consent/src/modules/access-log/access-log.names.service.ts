/** Learns the names of those who looked, beside the record: identity being away holds nothing up. */
import { isId, newId } from '@heya/service-common/id';
import { describeError, type Logger } from '@heya/service-common/logger';
import { inViewer, type Orm } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import type { IdentityDirectory } from '../platform/index.ts';
import { insertName, selectNameless } from './access-log.repository.ts';

const viewer: Viewer = { type: 'service', name: 'consent' };
const batch = 100;
const retryMs = 5000;

export class ActorNames {
  readonly #parts: { orm: Orm; identity: IdentityDirectory; logger: Logger; now: () => Date };
  readonly #waiting = new Set<string>();
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: { orm: Orm; identity: IdentityDirectory; logger: Logger; now: () => Date }) {
    this.#parts = parts;
  }

  /** Somebody looked; their name is learnt soon. */
  heard(actorIds: readonly string[]): void {
    for (const id of actorIds) if (isId(id)) this.#waiting.add(id);
    this.#running ??= this.#learn().finally(() => (this.#running = undefined));
  }

  /** Waits for names that are being learnt now. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#waiting.clear();
    await this.#running;
  }

  async #learn(): Promise<void> {
    try {
      while (this.#waiting.size > 0) {
        const ids = [...this.#waiting].slice(0, batch);
        await this.#learnBatch(ids);
        for (const id of ids) this.#waiting.delete(id);
      }
    } catch (error) {
      this.#parts.logger.warn('names wait', describeError(error));
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.heard([]), retryMs);
      this.#timer.unref();
    }
  }

  async #learnBatch(ids: readonly string[]): Promise<void> {
    const { orm, identity, now } = this.#parts;
    const nameless = await inViewer(orm.em, viewer, (tx) => selectNameless(tx, ids));
    if (nameless.length === 0) return;
    const people = await identity.people(nameless, { viewer, requestId: newId() });
    await inViewer(orm.em, viewer, async (tx) => {
      for (const { id, displayName, facilityId } of people.values()) await insertName(tx, { userId: id, name: displayName, facilityId, at: now() });
    });
  }
}
