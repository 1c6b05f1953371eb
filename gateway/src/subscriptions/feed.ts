/** The gateway's reading of the bus: everything in order, changes of rights also on their own faster path, and the lease. */
import { type BusEvent, controlTopics, type EventPayloads, type Topic } from '@heya/schema/events';
import type { Bus } from '@heya/service-common/bus';
import { describeError, type Logger } from '@heya/service-common/logger';
import type { Lease } from './lease.ts';

/** Their word, together, says that no right has changed unnoticed. */
const producers = ['identity', 'consent', 'room', 'timeline'] as const;
/** Twice as often as producers beat, so that a busy machine has room within the lease. */
const pulseMs = 250;
const watchMs = 100;
const batch = 200;
/** Consumers' progress is written at most this often (ms), unless a right has changed: somebody waits for that. */
const progressMs = 20;

/** All topics but the access record, which is consent's alone and the most frequent. */
const allTopics: Record<Exclude<keyof EventPayloads, 'audit.recorded'>, true> = {
  'identity.sessionEnded': true,
  'identity.userDeactivated': true,
  'identity.securityNoticed': true,
  'identity.placeEnding': true,
  'identity.reviewTaskChanged': true,
  'identity.supportEnded': true,
  'identity.districtSettingChanged': true,
  'room.patientRegistered': true,
  'room.patientUpdated': true,
  'room.applicationChanged': true,
  'room.roomChanged': true,
  'room.inspectionChanged': true,
  'room.membershipChanged': true,
  'room.weeklyCheckChanged': true,
  'room.supportReferred': true,
  'room.dormancyChanged': true,
  'room.memberReminded': true,
  'room.erasureAsked': true,
  'identity.roomErased': true,
  'consent.roomErased': true,
  'timeline.roomErased': true,
  'consent.changed': true,
  'consent.expiring': true,
  'consent.paperChanged': true,
  'timeline.postCreated': true,
  'timeline.postChanged': true,
  'timeline.askChanged': true,
  'timeline.askStanding': true,
  'timeline.askEscalated': true,
  'timeline.askDeputyNamed': true,
  'timeline.postReminded': true,
  'timeline.readSummaryChanged': true,
  'timeline.notificationRaised': true,
  'timeline.notificationsRead': true,
  'timeline.safetyCheckChanged': true,
  'timeline.safetyReportChanged': true,
};
const topics = Object.keys(allTopics) as Topic[];

export interface FeedListener {
  /** In the order of the bus. */
  onEvent(event: BusEvent): void;
  /** A right may have gone. Ahead of order, perhaps twice. Must have taken effect when it returns. */
  onControl(event: BusEvent): void;
  onLeaseLost(): void;
}

export class Feed {
  readonly #bus: Bus;
  readonly #lease: Lease;
  readonly #logger: Logger;
  #listener: FeedListener | undefined;
  #position = 0;
  #reported = 0;
  #reportedAt = 0;
  #heard = 0;
  #reading: Promise<void> | undefined;
  #pulsing: Promise<void> | undefined;
  #timers: NodeJS.Timeout[] = [];
  #wasOpen = false;
  #isStopped = false;

  constructor(bus: Bus, lease: Lease, logger: Logger) {
    [this.#bus, this.#lease, this.#logger] = [bus, lease, logger];
  }

  get position(): number {
    return this.#position;
  }

  async start(listener: FeedListener): Promise<void> {
    this.#listener = listener;
    this.#position = await this.#bus.head();
    await this.#bus.listen({
      onData: (head) => this.#hear(head),
      onControl: (event) => listener.onControl(event),
      onReconnect: () => void this.#beat(),
    });
    this.#timers = [setInterval(() => void this.#beat(), pulseMs), setInterval(() => this.#watch(), watchMs)];
    await this.#beat();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#pulsing;
    await this.#reading?.catch(() => undefined);
    await this.#bus.forgetConsumer().catch(() => undefined);
  }

  #hear(head: number): void {
    this.#heard = Math.max(this.#heard, head);
    void this.#catchUp().catch((error: unknown) => this.#logger.warn('feed waits', describeError(error)));
  }

  /** One at a time; a pulse that hangs confirms nothing. */
  #beat(): Promise<void> {
    this.#pulsing ??= this.#pulse()
      .catch((error: unknown) => this.#logger.warn('no pulse', describeError(error)))
      .finally(() => (this.#pulsing = undefined));
    return this.#pulsing;
  }

  async #pulse(): Promise<void> {
    // The moment of asking, not of the answer; and producers count this gateway in for a lease from the heartbeat written here.
    const askedAt = this.#lease.now();
    const [{ head, staleMs }] = await Promise.all([this.#bus.pulse(producers), this.#report()]);
    this.#heard = Math.max(this.#heard, head);
    while (this.#position < head && !this.#isStopped) await this.#catchUp();
    this.#lease.confirm(askedAt - staleMs);
  }

  #catchUp(): Promise<void> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#position < this.#heard && !this.#isStopped) {
      const target = this.#heard;
      const events = (await this.#bus.read(this.#position, topics, batch)).filter(({ position }) => position <= target);
      for (const event of events) this.#apply(event);
      this.#position = events.length === batch ? (events.at(-1)?.position ?? target) : target;
      const isUrgent = events.some(({ topic }) => controlTopics.includes(topic));
      if (isUrgent || performance.now() - this.#reportedAt >= progressMs) await this.#report();
    }
    if (this.#reported < this.#position) this.#reportSoon();
  }

  #apply(event: BusEvent): void {
    // Before anything that came after it on the bus can be told.
    if (controlTopics.includes(event.topic)) this.#listener?.onControl(event);
    this.#listener?.onEvent(event);
  }

  async #report(): Promise<void> {
    const position = this.#position;
    await this.#bus.reportProgress(position, false);
    [this.#reported, this.#reportedAt] = [position, performance.now()];
  }

  #reportSoon(): void {
    setTimeout(() => {
      if (this.#reported >= this.#position || this.#isStopped) return;
      void this.#report().catch((error: unknown) => this.#logger.warn('progress not written', describeError(error)));
    }, progressMs);
  }

  #watch(): void {
    const isOpen = this.#lease.isOpen();
    if (this.#wasOpen && !isOpen) this.#listener?.onLeaseLost();
    this.#wasOpen = isOpen;
  }
}
