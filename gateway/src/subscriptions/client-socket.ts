/** One client's WebSocket: whom it speaks for, how long, how fast it reads, and how it is closed. */
import { randomUUID } from 'node:crypto';
import type { RateLimiterMemory } from 'rate-limiter-flexible';
import type { GraphQLError } from 'graphql';
import { WebSocket } from 'ws';
import type { Authentication } from '../authenticate.ts';
import type { EndSignal } from './end-signal.ts';
import type { Sink } from './operation.ts';

/** Close codes graphql-ws clients act on: after 1012, 1013 and 4403 they try again, after 1008, 4401 and 4429 they do not. */
export const closeCodes = {
  restarting: 1012,
  tryLater: 1013,
  policy: 1008,
  unauthenticated: 4401,
  forbidden: 4403,
  tooMany: 4429,
} as const;

export const backlogBytes = {
  /** Over this an operation ends and has to read again. */
  soft: 256 * 1024,
  /** Over this the socket is closed. */
  hard: 1024 * 1024,
} as const;

/** How long a backlog waits for its reader, and how often it looks (ms). */
const drainPatienceMs = 10_000;
const drainPollMs = 25;

/** A client that does not answer the closing handshake is cut after this (ms). */
const farewellMs = 2000;

interface Origin {
  /** Opened by the script of a page, which always says where it comes from. */
  isPage: boolean;
  address: string;
}

export class ClientSocket {
  readonly id = randomUUID();
  readonly isPage: boolean;
  readonly address: string;
  /** Showed nothing that the issuer or this gateway gave out, and nobody else is to blame for that: counted against the address when it leaves. */
  isStranger = true;
  readonly #socket: WebSocket;
  readonly #rate: RateLimiterMemory;
  #authentication: Authentication | undefined;
  #expiry: NodeJS.Timeout | undefined;
  #answered = true;
  #isClosing = false;

  constructor(socket: WebSocket, rate: RateLimiterMemory, { isPage, address }: Origin) {
    [this.#socket, this.#rate, this.isPage, this.address] = [socket, rate, isPage, address];
    socket.on('pong', () => (this.#answered = true));
    socket.on('ping', () => this.countFrame());
    socket.on('close', () => clearTimeout(this.#expiry));
  }

  /** Undefined until the connection is initialised, and again once it is being closed. */
  get authentication(): Authentication | undefined {
    return this.#isClosing ? undefined : this.#authentication;
  }

  get isOpen(): boolean {
    return !this.#isClosing && this.#socket.readyState === WebSocket.OPEN;
  }

  /** The socket speaks for this person until their token ends. */
  authenticate(authentication: Authentication): void {
    this.#authentication = authentication;
    this.#expiry = setTimeout(() => this.close(closeCodes.forbidden, 'Token expired'), Math.max(0, authentication.expiresAt - Date.now()));
  }

  /** Every frame counts, so that pings or wrong messages are no cheaper than right ones. */
  countFrame(): void {
    this.#rate.consume(this.id).catch(() => this.close(closeCodes.policy, 'Too many messages'));
  }

  /** For graphql-ws's own messages. */
  send(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#socket.readyState !== WebSocket.OPEN) return resolve();
      this.#socket.send(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Where the texts of one operation go. */
  sink(operationId: string, signal: EndSignal): Sink {
    const opening = `{"id":${JSON.stringify(operationId)},"type":"next","payload":`;
    return {
      next: (payload) => this.#write(opening, payload),
      drained: () => this.#drained(),
      end: (error?: GraphQLError) => signal.finish(error),
    };
  }

  /** Called once per heartbeat. Ends what no longer answers or no longer may. */
  beat(isEnded: (authentication: Authentication) => boolean): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    if (!this.#answered) return this.#socket.terminate();
    const known = this.#authentication;
    if (known && (known.expiresAt <= Date.now() || isEnded(known))) return this.close(closeCodes.forbidden, 'Session ended');
    this.#answered = false;
    this.#socket.ping();
  }

  close(code: number, reason: string): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    clearTimeout(this.#expiry);
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), farewellMs).unref();
  }

  /** A backlog waits for its reader; live events do not. */
  async #drained(): Promise<void> {
    for (let waited = 0; waited < drainPatienceMs && this.#socket.bufferedAmount > backlogBytes.soft / 2; waited += drainPollMs)
      await new Promise((resolve) => setTimeout(resolve, drainPollMs));
  }

  #write(opening: string, payload: string): boolean {
    if (this.#isClosing || this.#socket.readyState !== WebSocket.OPEN) return true;
    const waiting = this.#socket.bufferedAmount;
    if (waiting > backlogBytes.hard) this.close(closeCodes.tryLater, 'Reading too slowly');
    if (waiting > backlogBytes.soft) return false;
    this.#socket.send(`${opening}${payload}}`);
    return true;
  }
}
