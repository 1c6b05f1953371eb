/** All live operations of this gateway, the channels they share, and what happens to them when rights change. */
import { randomUUID } from 'node:crypto';
import type { BusEvent } from '@heya/schema/events';
import type { Bus } from '@heya/service-common/bus';
import type { CursorSeal } from '@heya/service-common/cursor';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Logger } from '@heya/service-common/logger';
import type { PersonViewer } from '@heya/service-common/viewer';
import { streamError } from '../errors.ts';
import type { Admission } from './admission.ts';
import { BusStream } from './bus-stream.ts';
import { Channel } from './channel.ts';
import { channelKey, type VisibilityClass } from './channel-key.ts';
import { type Concerned, isConcerned, isOver, rekeys, signsOut } from './control.ts';
import type { Lease } from './lease.ts';
import { Operation, type OperationHost, type Sink } from './operation.ts';
import type { PreparedSubscription } from './plan.ts';
import { resolveEvent } from './resolve.ts';
import { endOf, type StreamGrant } from './streams.ts';

interface HubParts {
  bus: Bus;
  cursors: CursorSeal;
  admission: Admission;
  lease: Lease;
  /** How long an owner waits for its own projection before it answers no. */
  leaseMs: number;
  logger: Logger;
  shareChannels: boolean;
}

interface Subscriber {
  subscription: PreparedSubscription;
  viewer: PersonViewer;
  sink: Sink;
}

interface KeptChannel {
  channel: Channel;
  seenBy: VisibilityClass;
  facts: Concerned;
}

const rememberedControls = 2000;

export class Hub {
  readonly #parts: HubParts;
  readonly #operations = new Set<Operation>();
  readonly #streams = new Map<string, BusStream>();
  readonly #channels = new Map<string, KeptChannel>();
  /** Newest epoch any grant named, per stream. */
  readonly #epochs = new Map<string, number>();
  readonly #applied = new Set<string>();
  /** Bus position applied last. */
  #position = 0;
  #controlPosition = 0;

  constructor(parts: HubParts) {
    this.#parts = parts;
  }

  /** @param position where the bus stood when listening began: owners have to have got that far */
  begin(position: number): void {
    this.#controlPosition = Math.max(this.#controlPosition, position);
    this.#position = Math.max(this.#position, position);
  }

  /** `pending`: operations whose owner has not said yes or no. */
  get counts(): { operations: number; pending: number; channels: number; streams: number } {
    const pending = [...this.#operations].filter(({ isLive }) => !isLive).length;
    return { operations: this.#operations.size, pending, channels: this.#channels.size, streams: this.#streams.size };
  }

  /** Starts a stream for one subscriber. Refusals arrive at the sink. @returns a way to stop it */
  subscribe({ subscription, viewer, sink }: Subscriber): { stop(): void } {
    const requestId = randomUUID();
    const after = this.#openCursor(subscription, viewer);
    if (after === 'invalid') {
      sink.end(streamError('BAD_USER_INPUT', requestId));
      return { stop: () => undefined };
    }
    const { definition } = subscription.plan;
    const stream = this.#stream(definition.busStream(definition.subject(subscription.args, viewer)));
    const host: OperationHost = {
      stream,
      ask: (notBefore) => this.#ask(operation, notBefore),
      channel: (grant) => this.#channel(operation, stream, grant),
      mayTell: (grant) => this.#mayTell(operation, grant),
      forget: () => this.#forget(operation, stream),
    };
    const operation = new Operation({ subscription, viewer, requestId, sink, host, after, notBefore: this.#controlPosition });
    // Known before it is admitted, so that a change of rights meanwhile finds it.
    this.#operations.add(operation);
    void operation.begin();
    return { stop: () => operation.end() };
  }

  /** In the order of the bus. */
  onEvent(event: BusEvent): void {
    this.#position = event.position;
    this.#streams.get(event.stream)?.offer(event);
  }

  /** A right may have gone: whom it may concern is told nothing more when this returns, until its owner has said yes again. */
  onControl(event: BusEvent): void {
    if (this.#applied.has(event.eventId)) return;
    this.#remember(event);
    const isSignedOut = signsOut(event);
    for (const operation of [...this.#operations]) {
      if (isSignedOut?.(operation.viewer)) this.#signOut(operation, event);
      else if (operation.subscription.plan.definition.authority === 'class' && isOver(event, concernedBy(operation)))
        operation.end('FORBIDDEN');
      else if (isConcerned(event, concernedBy(operation))) operation.suspend(event.position);
    }
    this.#dropChannels(event);
  }

  #mayTell(operation: Operation, grant: StreamGrant): boolean {
    if (!this.#parts.lease.isOpen() || endOf(grant) <= Date.now()) return false;
    return grant.epoch >= (this.#epochs.get(epochKey(operation)) ?? grant.epoch);
  }

  /** Nothing can be proven any more, or the process stops. */
  endAll(): void {
    for (const operation of [...this.#operations]) operation.end('SERVICE_UNAVAILABLE');
    for (const { channel } of [...this.#channels.values()]) channel.close();
  }

  /** What was resolved under the old right is forgotten, also where it only waits for those who come back at once. */
  #dropChannels(event: BusEvent): void {
    for (const { channel, seenBy, facts } of [...this.#channels.values()])
      if (rekeys(event, facts) || (seenBy.viewer.type === 'person' && isConcerned(event, facts))) channel.lose();
  }

  #remember({ eventId, position }: BusEvent): void {
    this.#applied.add(eventId);
    if (this.#applied.size > rememberedControls) this.#applied.delete(this.#applied.values().next().value ?? '');
    this.#controlPosition = Math.max(this.#controlPosition, position);
  }

  /** The one stream a signed-out session still gets is the one that says so. */
  #signOut(operation: Operation, event: BusEvent): void {
    const { definition } = operation.subscription.plan;
    if (definition.busStream(operation.subject) === event.stream) this.#streams.get(event.stream)?.offer(event);
    else operation.end('FORBIDDEN');
  }

  #openCursor({ plan: { definition }, args }: PreparedSubscription, viewer: PersonViewer): number | undefined | 'invalid' {
    if (!definition.resumable || typeof args.after !== 'string') return undefined;
    const [subject, seq] = this.#parts.cursors.open(definition.field, args.after) ?? [];
    return subject === definition.subject(args, viewer) && typeof seq === 'number' ? seq : 'invalid';
  }

  async #ask(operation: Operation, notBefore: number): Promise<StreamGrant | null> {
    const { grant: question, concerns } = operation.subscription.plan.definition;
    if (!question) return { audience: null, epoch: 0, validUntil: null };
    // Anything but a plain id is nobody's; spelled otherwise it would slip past the changes of rights.
    if (concerns !== 'viewer' && !isId(operation.subject)) return null;
    const askedAt = performance.now();
    const grant = await this.#parts.admission.ask(question, operation.subject, notBefore, operation.viewer);
    // A no that took the whole lease means "I have not heard that yet": the stream stays silent, and is asked for once more.
    if (!grant && performance.now() - askedAt >= this.#parts.leaseMs) throw codedError('SERVICE_UNAVAILABLE');
    if (grant && concerns === 'room') operation.patientId ??= await this.#parts.admission.patientOf(operation.subject, operation.viewer);
    if (grant?.patientIds) operation.patientIds = new Set(grant.patientIds);
    if (grant) this.#noteEpoch(operation, grant);
    return grant;
  }

  #noteEpoch(operation: Operation, { epoch }: StreamGrant): void {
    const key = epochKey(operation);
    this.#epochs.set(key, Math.max(epoch, this.#epochs.get(key) ?? epoch));
  }

  #stream(name: string): BusStream {
    const known = this.#streams.get(name);
    if (known) {
      known.hold();
      return known;
    }
    const stream = new BusStream(name, this.#position, this.#parts.bus, this.#parts.logger);
    stream.hold();
    this.#streams.set(name, stream);
    return stream;
  }

  #channel(operation: Operation, stream: BusStream, grant: StreamGrant): Channel {
    const { plan, variables } = operation.subscription;
    const seenBy = this.#visibility(operation, grant);
    const shared = Object.fromEntries(Object.entries(variables).filter(([name]) => !plan.cursorVariables.has(name)));
    const key = channelKey(plan.hash, { ...shared, '': operation.subject }, seenBy);
    const known = this.#channels.get(key);
    if (known) {
      // Whose room it is may not have been told when the channel was made.
      known.facts.patientId ??= operation.patientId;
      // What the owner said last holds.
      known.facts.patientIds = operation.patientIds;
      return known.channel;
    }
    const channel: Channel = new Channel({
      last: stream.last,
      resolve: (event) => this.#resolve(operation.subscription, operation.subject, seenBy, event),
      onIdle: () => {
        this.#channels.delete(key);
        stream.detach(channel);
        this.#dropIfIdle(stream);
      },
    });
    this.#channels.set(key, { channel, seenBy, facts: concernedBy(operation) });
    stream.attach(channel);
    return channel;
  }

  #visibility({ subscription: { plan }, viewer, subject }: Operation, grant: StreamGrant): VisibilityClass {
    const audience = grant.audience === 'CARE_TEAM' || grant.audience === 'EVERYONE' ? grant.audience : undefined;
    const isShared = plan.definition.authority === 'class' && !plan.isPersonal && audience !== undefined;
    return {
      viewer: isShared ? { type: 'channel', roomId: subject, audience, epoch: grant.epoch } : viewer,
      ...(audience && { audience }),
      subject: { id: subject, epoch: grant.epoch },
      ...(!this.#parts.shareChannels && { only: randomUUID() }),
    };
  }

  #resolve(subscription: PreparedSubscription, subject: string, seenBy: VisibilityClass, event: BusEvent) {
    const { definition } = subscription.plan;
    // What is meant for the care team never reaches a wider circle, whatever its owner would answer.
    if (definition.audience && seenBy.audience !== 'CARE_TEAM' && definition.audience(event) !== 'EVERYONE') return undefined;
    const value = definition.value(event, this.#parts.cursors.seal(definition.field, [subject, event.seq]));
    return value && resolveEvent(subscription, { value, viewer: seenBy.viewer, requestId: randomUUID() });
  }

  #forget(operation: Operation, stream: BusStream): void {
    if (!this.#operations.delete(operation)) return;
    stream.release();
    if (stream.isIdle) this.#epochs.delete(epochKey(operation));
    this.#dropIfIdle(stream);
  }

  #dropIfIdle(stream: BusStream): void {
    if (stream.isIdle && this.#streams.get(stream.name) === stream) this.#streams.delete(stream.name);
  }
}

const epochKey = ({ subscription: { plan }, subject }: Operation) => `${plan.definition.field}:${subject}`;

function concernedBy({ viewer, subject, patientId, patientIds, subscription: { plan } }: Operation): Concerned {
  return { viewer, subject, patientId, patientIds, concerns: plan.definition.concerns };
}
