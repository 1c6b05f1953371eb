/** One subscriber's stream: admitted, told, cut off in an instant when a right may have gone, and admitted again or ended. */
import type { PersonViewer } from '@heya/service-common/viewer';
import type { GraphQLError } from 'graphql';
import { resyncCode, streamError } from '../errors.ts';
import { isTransient } from './admission.ts';
import { type Alarm, atInstant } from './alarm.ts';
import type { BusStream } from './bus-stream.ts';
import type { Channel, Delivery, Listener } from './channel.ts';
import { isContinuous, Resumption } from './order.ts';
import type { PreparedSubscription } from './plan.ts';
import { endOf, type StreamGrant } from './streams.ts';

/** Where the texts go: one operation id on one socket. */
export interface Sink {
  /** @returns false when the client reads too slowly to be told more */
  next(payload: string): boolean;
  /** Resolves when the client has read most of what it was told, or has had its time. */
  drained(): Promise<void>;
  /** @param error undefined: the stream is over */
  end(error?: GraphQLError): void;
}

/** What an operation needs of those around it. */
export interface OperationHost {
  stream: BusStream;
  /** Asks the owner. Null: refused. */
  ask(notBefore: number): Promise<StreamGrant | null>;
  channel(grant: StreamGrant): Channel;
  /** Whether texts formed under this grant may be told at this moment. O(1). */
  mayTell(grant: StreamGrant): boolean;
  forget(): void;
}

export interface OperationParts {
  subscription: PreparedSubscription;
  viewer: PersonViewer;
  requestId: string;
  sink: Sink;
  host: OperationHost;
  /** Sequence number to go on from; undefined: from now on. */
  after: number | undefined;
  /** Bus position of the last event that may have taken a right away. */
  notBefore: number;
}

/** Where an admitted operation listens. */
interface Place {
  channel: Channel;
  grant: StreamGrant;
  resumption: Resumption<Delivery>;
}

/** Live events one subscriber may keep waiting while its backlog is read. */
const waitingLimit = 256;
/** How long an owner may be silent before the stream gives up (ms). */
const patienceMs = 10_000;

export class Operation implements Listener {
  readonly subscription: PreparedSubscription;
  readonly viewer: PersonViewer;
  readonly subject: string;
  /** Whose room it is, for streams of a room. */
  patientId: string | undefined;
  /** Whose consents decide, for a person's own stream that tells of patients. */
  patientIds: ReadonlySet<string> | undefined;
  readonly #requestId: string;
  readonly #sink: Sink;
  readonly #host: OperationHost;
  #told: number | undefined;
  #required: number;
  #isEnded = false;
  #isAdmitting = false;
  #place: Place | undefined;
  #expiry: Alarm | undefined;

  constructor({ subscription, viewer, requestId, sink, host, after, notBefore }: OperationParts) {
    [this.subscription, this.viewer, this.#requestId, this.#sink, this.#host] = [subscription, viewer, requestId, sink, host];
    this.subject = subscription.plan.definition.subject(subscription.args, viewer);
    this.#told = after;
    this.#required = notBefore;
  }

  /** Admitted, and told what happens. */
  get isLive(): boolean {
    return this.#place !== undefined;
  }

  /** Asks for admission and begins. Errors end the operation; nothing is thrown. */
  async begin(): Promise<void> {
    if (this.#isAdmitting || this.#isEnded) return;
    this.#isAdmitting = true;
    try {
      await this.#host.stream.ready;
      // Without a cursor the stream begins here, not when the owner has answered.
      this.#told ??= this.#host.stream.last;
      const grant = await this.#admission();
      this.#isAdmitting = false;
      if (this.#isEnded) return;
      // Still the old date when it is over here: no owner's slow clock prolongs it.
      if (grant && endOf(grant) > Date.now()) await this.#join(grant);
      else this.end('FORBIDDEN');
    } catch (error) {
      this.#isAdmitting = false;
      this.end(isTransient(error) ? 'SERVICE_UNAVAILABLE' : 'FORBIDDEN');
    }
  }

  /** A right may have gone: not one text more until the owner, having reached that position, has said yes again. */
  suspend(position: number): void {
    this.#required = Math.max(this.#required, position);
    this.#leave();
    void this.begin();
  }

  /** @param code undefined: closed by the client or with its socket, which needs no word */
  end(code?: 'FORBIDDEN' | 'SERVICE_UNAVAILABLE' | 'BAD_USER_INPUT' | typeof resyncCode): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#leave();
    this.#host.forget();
    this.#sink.end(code && streamError(code, this.#requestId));
  }

  receive(delivery: Delivery): void {
    const place = this.#place;
    if (!place) return;
    for (const due of place.resumption.live(delivery)) this.#tell(due);
    if (place.resumption.waiting > waitingLimit) this.lose();
  }

  lose(): void {
    this.end(resyncCode);
  }

  async #admission(): Promise<StreamGrant | null> {
    const begunAt = performance.now();
    for (let pause = 100; ; pause = Math.min(pause * 2, 1000)) {
      const required = this.#required;
      try {
        const grant = await this.#host.ask(required);
        // Whatever changed while the owner thought it over is asked again.
        if (required === this.#required || this.#isEnded) return grant;
      } catch (error) {
        if (!isTransient(error) || this.#isEnded || performance.now() - begunAt > patienceMs) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  async #join(grant: StreamGrant): Promise<void> {
    const channel = this.#host.channel(grant);
    const place: Place = { channel, grant, resumption: new Resumption<Delivery>(this.#told ?? channel.last) };
    this.#place = place;
    // The right may have been prolonged meanwhile: its owner is asked once more.
    this.#expiry = atInstant(endOf(grant), () => this.suspend(this.#required));
    const until = channel.last;
    channel.join(this);
    await this.#readBack(place, until);
    if (this.#place === place) for (const due of place.resumption.caughtUp()) this.#tell(due);
  }

  async #readBack(place: Place, until: number): Promise<void> {
    for (let after = place.resumption.last; after < until; after = place.resumption.last) {
      const events = await this.#host.stream.backlog(after);
      if (this.#place !== place) return;
      if (!isContinuous(after, events, until)) return this.lose();
      // What lies beyond comes live, after whatever the bus says before it.
      for (const event of events.filter(({ seq }) => seq <= until)) {
        await this.#sink.drained();
        const outcome = await place.channel.payload(event);
        if (this.#place !== place) return;
        if (outcome === 'lost') return this.lose();
        for (const due of place.resumption.backlog({ seq: event.seq, payload: outcome.payload })) this.#tell(due);
      }
    }
  }

  #tell({ seq, payload }: Delivery): void {
    const place = this.#place;
    if (!place) return;
    if (payload !== undefined) {
      // The last look before the text leaves: epoch, lease and clock, all in memory.
      if (!this.#host.mayTell(place.grant)) return this.suspend(this.#required);
      if (!this.#sink.next(payload)) return this.lose();
    }
    this.#told = seq;
  }

  #leave(): void {
    this.#expiry?.cancel();
    this.#place?.channel.leave(this);
    this.#place = undefined;
  }
}
