/** One room with everybody in it, for specs: the service runs for real, the rest of Heya is on the bus. */
import { subgraphClient, type SubgraphClient } from '@heya/testkit/client';
import { TestBus } from '@heya/testkit/bus';
import { queryAsAdmin } from '@heya/testkit/database';
import { testEnvironment, type TestEnvironment } from '@heya/testkit/environment';
import { district, type District, newId } from '@heya/testkit/viewers';
import type { EventPayloads, MemberRole, Topic } from '@heya/schema/events';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { migrateTimeline, type RunningTimeline, startTimeline } from '../app.ts';
import { readEnvironment } from '../environment.ts';

export interface World {
  environment: TestEnvironment;
  timeline: RunningTimeline;
  bus: TestBus;
  client: SubgraphClient;
  /** The service ends and comes back: what was told meanwhile is heard before anything is answered. */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

/** A busy machine must not make a projection stale in the middle of a case; the cases about staleness say so. */
const patient = { LEASE_MS: '20000' };

export async function openWorld(variables: Record<string, string> = patient): Promise<World> {
  const environment = await testEnvironment('timeline', migrateTimeline, { variables });
  const bus = await TestBus.open(environment);
  const start = async (): Promise<Pick<World, 'timeline' | 'client'>> => {
    const timeline = await startTimeline(readEnvironment(environment.variables));
    return { timeline, client: subgraphClient(timeline.url, 'timeline', environment.envelopeKey) };
  };
  const world: World = {
    environment,
    bus,
    ...(await start()),
    async restart(meanwhile = () => Promise.resolve()) {
      await world.timeline.stop();
      await meanwhile();
      Object.assign(world, await start());
    },
    async close() {
      await world.timeline.stop();
      await bus.close();
    },
  };
  return world;
}

type Membership = EventPayloads['room.membershipChanged'];
type ConsentChange = EventPayloads['consent.changed'];

/** A room as the other services would tell of it. */
export class RoomOnBus {
  readonly roomId = newId();
  readonly patientId = newId();
  readonly consentId = newId();
  readonly people: District;
  epoch = 0;
  readonly #memberships = new Map<string, string>();
  readonly #bus: TestBus;
  /** While many things are told at once, only the last is waited for. */
  #patient = true;

  /** @param people of a district that has other rooms as well */
  constructor(bus: TestBus, people: District = district()) {
    this.#bus = bus;
    this.people = people;
  }

  /** An open room: doctor, nurse and care manager, the patient and their family; consent for everything and everyone. */
  static async open(bus: TestBus, people?: District): Promise<RoomOnBus> {
    const room = new RoomOnBus(bus, people);
    const { physician, nurse, careManager, family, patient } = room.people;
    room.#patient = false;
    await room.status('ACTIVE');
    for (const member of [physician, nurse, careManager]) await room.member(member, 'CARE_TEAM');
    await room.member(family, 'FAMILY');
    await room.member(patient, 'PATIENT');
    room.#patient = true;
    await room.consent();
    return room;
  }

  #tell<T extends Topic>(topic: T, payload: EventPayloads[T]): Promise<number> {
    return this.#patient ? this.#bus.publish(topic, payload) : this.#bus.send(topic, payload);
  }

  status(status: EventPayloads['room.roomChanged']['status']): Promise<number> {
    return this.#tell('room.roomChanged', { roomId: this.roomId, patientId: this.patientId, districtId: this.people.districtId, status });
  }

  member({ userId, profession }: PersonViewer, role: MemberRole, change: Partial<Membership> = {}): Promise<number> {
    return this.#tell('room.membershipChanged', {
      membershipId: this.membershipOf(userId),
      roomId: this.roomId,
      patientId: this.patientId,
      districtId: this.people.districtId,
      userId,
      role,
      profession: profession ?? null,
      isSteward: false,
      status: 'ACTIVE',
      from: '2026-01-01T00:00:00Z',
      until: null,
      change: 'JOINED',
      ...change,
    });
  }

  membershipOf(userId: string): string {
    const id = this.#memberships.get(userId) ?? newId();
    this.#memberships.set(userId, id);
    return id;
  }

  consent(change: Partial<ConsentChange> & { family?: boolean } = {}): Promise<number> {
    const { family = true, ...rest } = change;
    this.epoch += 1;
    return this.#tell('consent.changed', {
      consentId: this.consentId,
      patientId: this.patientId,
      districtId: this.people.districtId,
      status: 'ACTIVE',
      version: this.epoch,
      epoch: this.epoch,
      grants: [
        { category: 'DEMOGRAPHICS', family: true, partners: false },
        { category: 'DAILY_CONDITION', family, partners: false },
      ],
      disasterUse: false,
      expiresOn: null,
      actorId: this.people.physician.userId,
      ...rest,
    });
  }

  /** A look of the center that runs, unless told otherwise. @returns its id */
  async inspection({ userId }: PersonViewer, change: Partial<EventPayloads['room.inspectionChanged']> = {}): Promise<string> {
    const now = Date.now();
    const payload = {
      inspectionId: newId(),
      roomId: this.roomId,
      patientId: this.patientId,
      districtId: this.people.districtId,
      officerId: userId,
      startedAt: new Date(now - 1000).toISOString(),
      expiresAt: new Date(now + 3_599_000).toISOString(),
      endedAt: null,
      ...change,
    };
    await this.#tell('room.inspectionChanged', payload);
    return payload.inspectionId;
  }

  withdraw(): Promise<number> {
    return this.consent({ status: 'WITHDRAWN' });
  }
}

export const postCreate = `mutation ($input: PostCreateInput!) { postCreate(input: $input) {
  replayed userErrors { code message field }
  post { id body kind audience importance authorName authorProfessionLabel authorFacilityName observedAt createdAt version viewerHasRead
    room { id } author { id } excerpt readSummary { readCount audienceCount }
    vitals { id takenAt takenByName source worstFlag note oxygenLitersPerMinute takenBy { id } patient { id } measurements { kind value unit loincCode flag context } } } } }`;

export interface Posted {
  replayed: boolean;
  userErrors: { code: string; message: string; field: string[] | null }[];
  post: Record<string, any> | null;
}

export async function post(world: World, author: Viewer, room: RoomOnBus, input: Record<string, unknown> = {}): Promise<Posted> {
  const data = await world.client.get<{ postCreate: Posted }>(author, postCreate, {
    input: { idempotencyKey: newId(), roomId: room.roomId, audience: 'CARE_TEAM', body: '食事は半分ほど。', ...input },
  });
  return data.postCreate;
}

const listing = `query ($r: [_Any!]!, $first: Int, $after: String, $last: Int, $before: String, $filter: PostFilter) { _entities(representations: $r) { ... on Room {
  posts(first: $first, after: $after, last: $last, before: $before, filter: $filter) { totalCount nodes { id body } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
  unreadCount lastActivityAt eventCursor firstUnreadPost { id } lastPost { id } } } }`;

/** The room's timeline as this viewer sees it; all fields null when they may not. */
export async function timelineOf(
  world: World,
  viewer: Viewer,
  room: Pick<RoomOnBus, 'roomId'>,
  variables: object = {},
): Promise<Record<string, any>> {
  const data = await world.client.get(viewer, listing, { r: [{ __typename: 'Room', id: room.roomId }], ...variables });
  return data._entities[0] as Record<string, any>;
}

/** Looks past every policy. */
export const stored = <R extends Record<string, unknown>>(world: World, sql: string, values: unknown[] = []): Promise<R[]> =>
  queryAsAdmin<R>(world.environment.database.adminUrl, sql, values);
