/** People who come, go and come back to one room, and what each of them may hear: the model of rights.property.int.spec.ts. */
import type { PersonViewer } from '@heya/service-common/viewer';
import type { LiveClient } from './live-client.ts';
import { until } from './patience.ts';
import type { Stage } from './stage.ts';
import type { Audience, FakeRoom } from './world.ts';

const query = `subscription ($roomId: ID!, $after: String) {
  roomEvent(roomId: $roomId, after: $after) { ... on PostCreated { cursor post { id body author { id } } } }
}`;

interface Listener {
  person: number;
  client: LiveClient;
  /** How much it had heard when its right was known to have ended; undefined: it may hear. */
  silentAfter: number | undefined;
}

export class AudienceModel {
  readonly #stage: Stage;
  readonly #people: readonly PersonViewer[];
  readonly #room: FakeRoom;
  readonly #listeners: Listener[] = [];
  readonly #cursors = new Map<number, string>();
  readonly #circles: readonly Audience[] = ['CARE_TEAM', 'CARE_TEAM', 'EVERYONE'];
  #posts = 0;

  /** @param people the first two of the care team, the third of the family */
  constructor(stage: Stage, people: readonly PersonViewer[]) {
    [this.#stage, this.#people] = [stage, people];
    this.#room = stage.world.addRoom({});
    people.forEach((_person, index) => this.#room.members.set(this.#id(index), this.#circle(index)));
  }

  /** @param resumes goes on from the last cursor this person ever saw, whatever has happened since */
  async subscribe(person: number, resumes: boolean): Promise<void> {
    this.#rememberCursors();
    const client = await this.#connect(person);
    const after = resumes ? this.#cursors.get(person) : undefined;
    client.subscribe('1', query, { roomId: this.#room.id, ...(after !== undefined && { after }) });
    const mayHear = this.#mayHear(person);
    this.#listeners.push({ person, client, silentAfter: mayHear ? undefined : 0 });
    await this.#stage.settled();
  }

  /** @param count posts under way together; not waited for when something else follows at once */
  async post(count: number, audience: Audience): Promise<void> {
    const body = (index: number) => `${audience} ${this.#posts + index}`;
    await Promise.all(Array.from({ length: count }, (_, index) => this.#stage.post(this.#room, audience, body(index))));
    this.#posts += count;
  }

  async withdraw(): Promise<void> {
    const burst = this.post(4, 'EVERYONE');
    await this.#stage.consentChanged(this.#room, false);
    await burst;
  }

  async grantAgain(): Promise<void> {
    this.#room.validUntil = undefined;
    await this.#stage.consentChanged(this.#room, true);
  }

  async remove(person: number): Promise<void> {
    const burst = this.post(4, 'CARE_TEAM');
    await this.#stage.membershipLost(this.#room, this.#id(person));
    await burst;
  }

  async add(person: number): Promise<void> {
    await this.#stage.membershipGained(this.#room, this.#id(person), this.#circle(person));
  }

  /** No message says so: the owners' grants named the instant beforehand. */
  async expire(): Promise<void> {
    this.#room.validUntil ??= Date.now() + 150;
    await this.#stage.consentChanged(this.#room, this.#room.hasConsent);
    await this.#stage.settled();
    await until('the instant', () => Date.now() > (this.#room.validUntil ?? 0));
  }

  async loseLease(): Promise<void> {
    this.#stage.bus.silence('consent');
    await until('every socket is closed', () => this.#listeners.every(({ client }) => client.closed));
    this.#stage.bus.unsilence('consent');
  }

  /** Everything known so far has taken effect and has reached whoever it reaches: whose right is over by now hears nothing more. */
  async settle(): Promise<void> {
    await this.#stage.settled();
    for (const listener of this.#listeners) await flushed(listener.client);
    this.#rememberCursors();
    for (const listener of this.#listeners) {
      const heard = listener.client.bodies('1').length;
      if (this.#mayHear(listener.person)) listener.silentAfter = undefined;
      else listener.silentAfter ??= heard;
    }
  }

  /** @returns what somebody heard after their right had ended, or of a circle that is not theirs */
  leaks(): string[] {
    return this.#listeners.flatMap(({ person, client, silentAfter }) => {
      const heard = client.bodies('1').map(String);
      const late = silentAfter === undefined ? [] : heard.slice(silentAfter);
      const foreign = this.#circle(person) === 'EVERYONE' ? heard.filter((body) => body.startsWith('CARE_TEAM')) : [];
      return [...late, ...foreign].map((body) => `${person} heard ${body}`);
    });
  }

  /** How much was told in all: silence alone would prove nothing. */
  get told(): number {
    return this.#listeners.reduce((sum, { client }) => sum + client.bodies('1').length, 0);
  }

  close(): void {
    for (const { client } of this.#listeners) client.close();
  }

  #mayHear(person: number): boolean {
    const { hasConsent, validUntil = Number.POSITIVE_INFINITY, members } = this.#room;
    return hasConsent && Date.now() < validUntil && members.has(this.#id(person));
  }

  /** Refused while the lease is lost: then later. */
  #connect(person: number): Promise<LiveClient> {
    const viewer = this.#people[person];
    if (!viewer) throw new Error('There is nobody of that number');
    return until('a socket', () => this.#stage.connect(viewer).catch(() => undefined));
  }

  #rememberCursors(): void {
    for (const { person, client } of this.#listeners) {
      const last = client.of('1').findLast(({ type }) => type === 'next');
      const { cursor } = (last?.payload?.data?.roomEvent ?? {}) as { cursor?: string };
      if (cursor) this.#cursors.set(person, cursor);
    }
  }

  #id(person: number): string {
    return this.#people[person]?.userId ?? '';
  }

  #circle(person: number): Audience {
    return this.#circles[person] ?? 'EVERYONE';
  }
}

/** Frames come in order: once the answer to a ping is here, everything told before it is here as well. */
async function flushed(client: LiveClient): Promise<void> {
  const pongs = () => client.frames.filter(({ type }) => type === 'pong').length;
  const before = pongs();
  if (client.closed) return;
  client.send({ type: 'ping' });
  await until('a pong', () => pongs() > before || client.closed);
}
