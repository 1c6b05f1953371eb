/**
 * Row-level security wants a transaction that says who asks before anything is read: three trips to the database where one would do.
 * On these connections `begin` and the saying travel together with the first statement, and the end of a transaction that only
 * read is not waited for. What PostgreSQL is told, and in which order, stays the same.
 */
import type { EventEmitter } from 'node:events';
import { planOf } from './planned.ts';

/** As much of a `pg` client as is touched. */
interface Client {
  query(...given: unknown[]): unknown;
}

interface Result {
  command: string;
  rowCount: number | null;
  rows: unknown[];
}

const nothing = (command: string): Result => ({ command, rowCount: 0, rows: [] });
const opening = /^select set_config\(/;
const reading = /^select /;

/** @param pool a `pg` pool; each of its connections from now on */
export function saveTrips(pool: EventEmitter): void {
  pool.on('connect', (client: Client) => {
    const line = new Line(client);
    client.query = (...given) => line.query(given);
  });
}

class Line {
  readonly #client: Client;
  readonly #send: Client['query'];
  /** Not yet sent: what begins the transaction. */
  #held: string[] = [];
  #isReading = false;
  /** What began the transaction failed, perhaps before it had begun: nothing more is said in it, as in any that failed. */
  #hasFailed = false;
  /** By name: what this connection has planned. */
  readonly #plans = new Map<string, Promise<unknown>>();
  /** The end of the last transaction, on its way. */
  #ending: Promise<unknown> | undefined;

  constructor(client: Client) {
    this.#client = client;
    // Looked up at each call, so that whoever listens to the driver hears what is really sent.
    this.#send = (...given) => (Object.getPrototypeOf(this.#client) as Client).query.apply(this.#client, given);
  }

  query(given: unknown[]): unknown {
    const [text, values, callback] = given;
    // Cursors, prepared statements and callbacks go as they are.
    const isPlain = typeof text === 'string' && typeof callback !== 'function' && typeof values !== 'function';
    if (!isPlain) return this.#held.length === 0 ? this.#send(...given) : this.#refuse();
    return this.#plain(text, values as unknown[] | undefined);
  }

  async #plain(text: string, values: unknown[] = []): Promise<unknown> {
    await this.#ending;
    if (text === 'begin') return this.#begin();
    if (this.#held.length === 1 && values.length === 0 && opening.test(text)) return this.#hold(text);
    if (this.#hasFailed) return this.#undo(text);
    const plan = planOf(text);
    if (plan) await this.#prepare(plan);
    const held = this.#held.splice(0);
    if (text === 'commit' || text === 'rollback') return this.#end(text, held.length > 0);
    if (!reading.test(plan?.sql ?? text)) this.#isReading = false;
    if (held.length === 0) return this.#send(text, values);
    return this.#open(held.join('; '), text, values);
  }

  #prepare({ name, sql }: { name: string; sql: string }): Promise<unknown> {
    const known = this.#plans.get(name);
    if (known) return known;
    const made = Promise.resolve(this.#send(`prepare ${name} as ${sql}`));
    this.#plans.set(name, made);
    made.catch(() => this.#plans.delete(name));
    return made;
  }

  async #open(held: string, text: string, values: unknown[]): Promise<unknown> {
    try {
      if (values.length === 0) return lastOf(await this.#send(`${held}; ${text}`));
      await this.#send(held);
      return await this.#send(text, values);
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    }
  }

  #undo(text: string): unknown {
    if (text !== 'commit' && text !== 'rollback') throw new Error('The transaction has failed: it can only be undone.');
    this.#hasFailed = false;
    return this.#send('rollback');
  }

  #begin(): Result {
    this.#isReading = true;
    return this.#hold('begin');
  }

  #hold(text: string): Result {
    this.#held.push(text);
    return nothing(text === 'begin' ? 'BEGIN' : 'SELECT');
  }

  /** A transaction that never said anything never began; one that only read has nothing that its end could still refuse. */
  #end(text: 'commit' | 'rollback', isUnsaid: boolean): unknown {
    if (isUnsaid) return nothing(text.toUpperCase());
    if (text === 'rollback' || !this.#isReading) return this.#send(text);
    this.#ending = Promise.resolve(this.#send(text))
      .catch(() => undefined)
      .finally(() => (this.#ending = undefined));
    return nothing('COMMIT');
  }

  #refuse(): never {
    throw new Error('Only plain statements can begin a transaction here.');
  }
}

/** Several statements sent together give several results. */
const lastOf = (results: unknown): unknown => (Array.isArray(results) ? results.at(-1) : results);
