/** Every minute, and when the service stops, the end of each chain is signed and kept in another place than the database (threat 24). */
import type { KeyProvider } from '@heya/service-common/keyring';
import { describeError, type Logger } from '@heya/service-common/logger';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import { headBytes, type SignedHead, toHead } from './access-log.head.policy.ts';
import { selectHashes, selectHeads } from './access-log.repository.ts';

/** A place to which heads are added and from which none is taken. */
export interface HeadStore {
  name: string;
  /** @returns how far each district is signed there, as far as it can tell */
  reached(): Promise<Map<string, number>>;
  /** Returns once it is kept. */
  add(head: SignedHead): Promise<void>;
}

interface HeadParts {
  orm: Orm;
  keyring: KeyProvider;
  stores: readonly HeadStore[];
  logger: Logger;
  everyMs: number;
}

/** Lines one head speaks for at most. */
const stretch = 1000;

export class AuditHeads {
  readonly #parts: HeadParts;
  readonly #reached = new Map<HeadStore, Map<string, number>>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: HeadParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => void this.sign(), this.#parts.everyMs);
    void this.sign();
  }

  /** Signs what is there, then rests. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.sign();
  }

  /** One round after the other; what a store does not take now it gets in the next. */
  sign(): Promise<void> {
    this.#running = this.#running.then(async () => {
      for (const store of this.#parts.stores)
        await this.#signFor(store).catch((error: unknown) =>
          this.#parts.logger.error('heads of the record are not kept', { operation: store.name, ...describeError(error) }),
        );
    });
    return this.#running;
  }

  async #signFor(store: HeadStore): Promise<void> {
    const reached = this.#reached.get(store) ?? (await store.reached());
    this.#reached.set(store, reached);
    for (const head of await this.#inService(selectHeads)) {
      const until = Number(head.seq);
      const from = reached.get(head.district_id) ?? 0;
      if (until < from) this.#parts.logger.error('the record is shorter than it was signed', { count: from - until });
      await this.#signChain(store, reached, { district: head.district_id, from: Math.min(from, until), until });
    }
  }

  async #signChain(
    store: HeadStore,
    reached: Map<string, number>,
    { district, from, until }: { district: string; from: number; until: number },
  ): Promise<void> {
    for (let at = from; at < until; at = Math.min(at + stretch, until)) {
      const hashes = await this.#inService((tx) => selectHashes(tx, district, at, Math.min(stretch, until - at)));
      const facts = toHead(district, hashes, new Date());
      if (!facts) return;
      const { keyId, bytes } = await this.#parts.keyring.sign(headBytes(facts));
      await store.add({ ...facts, key: keyId, signature: bytes.toString('base64') });
      reached.set(district, facts.seq);
    }
  }

  #inService<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    return inViewer(this.#parts.orm.em, { type: 'service', name: 'consent' }, work);
  }
}
