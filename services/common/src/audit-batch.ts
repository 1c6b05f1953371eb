/**
 * The lines of reads (R32), written before the answer leaves and never slower than they come: whatever several requests have looked at
 * while the last batch was on its way goes into the next one, in one statement and one commit. A change writes its line in its own transaction.
 */
import { type AuditActor, type AuditFacts, insertLines, toLines } from './audit.ts';
import type { Orm } from './orm.ts';
import type { AuditLine } from '@heya/schema/events';

interface Waiting {
  lines: AuditLine[];
  resolve: () => void;
  reject: (error: unknown) => void;
}

const largestBatch = 500;

export class AuditBatch {
  readonly #orm: Orm;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(orm: Orm) {
    this.#orm = orm;
  }

  /** @returns when the lines are durable @throws when they could not be written: then nothing of what was looked at may be told */
  write(actor: AuditActor, facts: readonly AuditFacts[]): Promise<void> {
    const lines = toLines(actor, facts);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ lines, resolve, reject });
      if (!this.#writing) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) await this.#writeAll(this.#waiting.splice(0, largestBatch));
    this.#writing = false;
  }

  /** One request's lines that are refused must not take those of others along. */
  async #writeAll(batch: readonly Waiting[]): Promise<void> {
    try {
      await insertLines(
        // Of no request: within one it would be a transaction under its rights, four trips instead of one.
        this.#orm.em.fork({ disableContextResolution: true }),
        batch.flatMap(({ lines }) => lines),
      );
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length > 1) for (const one of batch) await this.#writeAll([one]);
      else batch[0]?.reject(error);
    }
  }
}

/** The lines of one request: begun as soon as something was looked at, waited for before its answer leaves. */
export class RequestRecord {
  readonly #batch: AuditBatch;
  readonly #actor: AuditActor;
  readonly #known = new Set<string>();
  readonly #written: Promise<void>[] = [];

  constructor(batch: AuditBatch, actor: AuditActor) {
    [this.#batch, this.#actor] = [batch, actor];
  }

  /** @param facts what was looked at; a key names what is one line a request, however much of it is read */
  add(facts: ReadonlyMap<string, AuditFacts>): void {
    const fresh = [...facts].filter(([key]) => !this.#known.has(key));
    for (const [key] of fresh) this.#known.add(key);
    if (fresh.length === 0) return;
    const written = this.#batch.write(
      this.#actor,
      fresh.map(([, line]) => line),
    );
    // Told when the answer is about to leave.
    written.catch(() => undefined);
    this.#written.push(written);
  }

  /** This line has been written in another way: beside a change, in its transaction. */
  know(key: string): void {
    this.#known.add(key);
  }

  isKnown(key: string): boolean {
    return this.#known.has(key);
  }

  /** @throws when a line could not be written */
  async settled(): Promise<void> {
    await Promise.all(this.#written);
  }
}
