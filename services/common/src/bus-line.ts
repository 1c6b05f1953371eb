/** One listening connection to the bus. It comes back by itself, until it is closed. */
import type { BusEvent } from '@heya/schema/events';
import pg from 'pg';
import { describeError, type Logger } from './logger.ts';

export interface BusListener {
  /** Something was published; read on from your position. */
  onData?: (head: number) => void;
  /** A right may have gone. Arrives ahead of data and whole. */
  onControl?: (event: BusEvent) => void;
  /** The line was down: anything may have been missed. */
  onReconnect?: () => void;
}

export class BusLine {
  readonly #url: string;
  readonly #listener: BusListener;
  readonly #logger: Logger;
  #client: pg.Client | undefined;
  #closed = false;

  constructor(url: string, listener: BusListener, logger: Logger) {
    [this.#url, this.#listener, this.#logger] = [url, listener, logger];
  }

  /** @throws when it cannot be opened: only a line that stood is opened again by itself */
  async open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    this.#client = client;
    client.on('notification', ({ channel, payload }) => this.#hear(channel, payload));
    client.on('error', () => undefined);
    await client.connect();
    await client.query('listen heya_control; listen heya_bus');
    client.once('end', () => {
      if (!this.#closed) void this.#reopen();
    });
    if (this.#closed) await client.end();
  }

  /** Nothing is heard from here on. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => undefined);
  }

  #hear(channel: string, payload: string | undefined): void {
    if (this.#closed) return;
    if (channel === 'heya_control') this.#listener.onControl?.(JSON.parse(payload ?? '{}') as BusEvent);
    else this.#listener.onData?.(Number(payload));
  }

  async #reopen(): Promise<void> {
    for (let attempt = 0; !this.#closed; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(50 * 2 ** attempt, 1000)));
      if (this.#closed) return;
      try {
        await this.open();
        this.#listener.onReconnect?.();
        return;
      } catch (error) {
        this.#logger.warn('bus line down', { attempt, ...describeError(error) });
      }
    }
  }
}
