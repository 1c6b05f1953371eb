/** One gateway over fake subgraphs and a real PostgreSQL bus, for one test file. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventPayloads } from '@heya/schema/events';
import { CursorSeal } from '@heya/service-common/cursor';
import { newId } from '@heya/service-common/id';
import { createLogger } from '@heya/service-common/logger';
import type { PersonViewer } from '@heya/service-common/viewer';
import { TestBus } from '@heya/testkit/bus';
import { busUrl, createBus, queryAsAdmin, type ServiceName } from '@heya/testkit/database';
import { until } from './patience.ts';
import { type RunningGateway, startGateway } from '../app.ts';
import { documentIdOf } from '../documents.ts';
import type { GatewaySettings } from '../environment.ts';
import { LiveClient } from './live-client.ts';
import { testAudience, TestProvider } from './provider.ts';
import { type FakeSubgraphs, startSubgraphs } from './subgraphs.ts';
import { type Audience, type FakePost, type FakeRoom, World } from './world.ts';

export const knownOrigin = 'http://localhost:3000';

/** What the stage's manifest holds for the portal's client. */
export const knownDocuments = [
  'query Greeting { viewer { id } }',
  'query Rooms($first: Int) { rooms(first: $first) { id self { self { self { id } } } } }',
  'subscription Ended { sessionEnded { sessionId } }',
  'query Districts { applicationDistricts }',
  'query Both { applicationDistricts viewer { id } }',
];

interface GraphAnswer {
  status: number;
  text: string;
  body: { data?: Record<string, unknown> | null; errors?: { message: string; extensions: Record<string, unknown> }[] };
  headers: Headers;
}

export class Stage {
  readonly world: World;
  readonly provider: TestProvider;
  readonly subgraphs: FakeSubgraphs;
  readonly bus: TestBus;
  /** Superuser's view of the bus. */
  readonly busAdminUrl: string;
  readonly settings: GatewaySettings;
  readonly cursors: CursorSeal;
  gateway: RunningGateway;
  readonly #clients: LiveClient[] = [];
  readonly #folder: string;

  private constructor(parts: Omit<StageParts, 'folder'>, folder: string) {
    ({ world: this.world, provider: this.provider, subgraphs: this.subgraphs, bus: this.bus, busAdminUrl: this.busAdminUrl } = parts);
    ({ settings: this.settings, gateway: this.gateway } = parts);
    this.cursors = new CursorSeal(parts.settings.cursorKey);
    this.#folder = folder;
  }

  static async open(wishes: Partial<GatewaySettings> = {}): Promise<Stage> {
    const world = new World();
    const provider = await TestProvider.create();
    const subgraphs = await startSubgraphs(world, provider.routes);
    provider.issuer = `${new URL(subgraphs.addresses[0]?.url ?? '').origin}/oidc`;
    const busAdminUrl = await createBus();
    const bus = await TestBus.open({ bus: busAdminUrl, service: 'gateway' as ServiceName });
    const folder = await mkdtemp(join(tmpdir(), 'heya-gateway-'));
    const supergraphFile = join(folder, 'supergraph.graphql');
    await writeFile(supergraphFile, subgraphs.supergraphSdl);
    const documentsFile = join(folder, 'documents.json');
    await writeFile(documentsFile, JSON.stringify(Object.fromEntries(knownDocuments.map((text) => [documentIdOf(text), text]))));
    const settings: GatewaySettings = {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      busUrl: busUrl(busAdminUrl, 'gateway'),
      cursorKey: randomBytes(32),
      // Long, so that a busy machine closes no stream but where a case is about that.
      leaseMs: 10_000,
      subgraphs: subgraphs.addresses,
      issuer: provider.issuer,
      audience: testAudience,
      allowedOrigins: [knownOrigin],
      shareChannels: true,
      rates: { accountOperations: 10_000, addressFailures: 10_000, strangerOperations: 10_000 },
      socketsPerAccount: 50,
      trustedProxies: [],
      portalKey: randomBytes(32),
      documentsFile,
      supergraphFile,
      ...wishes,
    };
    const gateway = await startGateway(settings, createLogger('gateway', settings.logLevel));
    return new Stage({ world, provider, subgraphs, bus, busAdminUrl, settings, gateway }, folder);
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.gateway.stop();
    await this.subgraphs.close();
    await this.bus.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The process dies and another takes its place, on the same bus. */
  async restartGateway(): Promise<void> {
    await this.gateway.stop();
    this.gateway = await startGateway(this.settings, createLogger('gateway', this.settings.logLevel));
  }

  async connect(viewer: PersonViewer, lifetime?: number): Promise<LiveClient> {
    const token = await this.provider.token(viewer, lifetime === undefined ? {} : { lifetime });
    const client = await LiveClient.connect(this.gateway.url, { authorization: `Bearer ${token}` });
    this.#clients.push(client);
    return client;
  }

  /** Subscribes and waits until the gateway has admitted everybody so far. */
  async listen(viewer: PersonViewer, query: string, variables: Record<string, unknown>): Promise<LiveClient> {
    const client = await this.connect(viewer);
    const before = this.world.grants.length;
    client.subscribe('1', query, variables);
    await until('grant asked', () => this.world.grants.length > before);
    await this.settled();
    return client;
  }

  /** Every operation has been admitted or refused, and what was published so far is known. */
  async settled(): Promise<void> {
    await this.caughtUp();
    await until('all admitted', () => this.gateway.counts().pending === 0);
  }

  async post(room: FakeRoom, audience: Audience, body: string): Promise<FakePost> {
    const post = this.world.addPost(room, audience, body);
    await this.bus.send('timeline.postCreated', { postId: post.id, roomId: room.id, audience });
    return post;
  }

  /** The gateway says on the bus that it has come as far as everything published so far. */
  async caughtUp(): Promise<void> {
    const [head] = await queryAsAdmin<{ position: string }>(this.busAdminUrl, 'select position from bus_head');
    await until('gateway has caught up', async () => {
      const rows = await queryAsAdmin(this.busAdminUrl, "select 1 from bus_consumer where name like 'gateway:%' and position >= $1", [
        head?.position,
      ]);
      return rows.length > 0;
    });
  }

  membershipLost(room: FakeRoom, userId: string): Promise<number> {
    room.members.delete(userId);
    return this.bus.send('room.membershipChanged', membership(room, userId, 'LEFT'));
  }

  membershipGained(room: FakeRoom, userId: string, audience: Audience): Promise<number> {
    room.members.set(userId, audience);
    return this.bus.send('room.membershipChanged', membership(room, userId, 'JOINED'));
  }

  consentChanged(room: FakeRoom, hasConsent: boolean): Promise<number> {
    [room.hasConsent, room.epoch] = [hasConsent, room.epoch + 1];
    return this.bus.send('consent.changed', {
      consentId: newId(),
      patientId: room.patientId,
      districtId: newId(),
      status: hasConsent ? 'ACTIVE' : 'WITHDRAWN',
      version: room.epoch,
      epoch: room.epoch,
      grants: [],
      disasterUse: false,
      expiresOn: null,
      actorId: newId(),
    });
  }

  /** A look of the center begins in a room. */
  inspectionChanged(room: FakeRoom): Promise<number> {
    const startedAt = new Date().toISOString();
    const ids = { inspectionId: newId(), roomId: room.id, patientId: room.patientId, districtId: newId(), officerId: newId() };
    return this.bus.send('room.inspectionChanged', { ...ids, startedAt, expiresAt: startedAt, endedAt: null });
  }

  /** The bus forgets what the room's and the patient's streams told first. */
  async forget(room: FakeRoom, events: number): Promise<void> {
    await queryAsAdmin(this.busAdminUrl, 'delete from bus_event where stream = any($1) and seq <= $2', [
      [`room-meta:${room.id}`, `consent:${room.patientId}`],
      events,
    ]);
  }

  async ask(
    query: string,
    { token, variables = {}, headers = {} }: { token?: string; variables?: object; headers?: Record<string, string> } = {},
  ): Promise<GraphAnswer> {
    return this.fetch('/graphql', {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    });
  }

  async fetch(path: string, init: RequestInit = {}): Promise<GraphAnswer> {
    const response = await fetch(new URL(path, this.gateway.url), init);
    const text = await response.text();
    return {
      status: response.status,
      text,
      body: text.startsWith('{') ? (JSON.parse(text) as GraphAnswer['body']) : {},
      headers: response.headers,
    };
  }
}

interface StageParts {
  world: World;
  provider: TestProvider;
  subgraphs: FakeSubgraphs;
  bus: TestBus;
  busAdminUrl: string;
  settings: GatewaySettings;
  gateway: RunningGateway;
  folder: string;
}

function membership(
  room: FakeRoom,
  userId: string,
  change: EventPayloads['room.membershipChanged']['change'],
): EventPayloads['room.membershipChanged'] {
  return {
    membershipId: newId(),
    roomId: room.id,
    patientId: room.patientId,
    districtId: newId(),
    userId,
    role: 'CARE_TEAM',
    profession: null,
    isSteward: false,
    status: change === 'LEFT' ? 'LEFT' : 'ACTIVE',
    from: null,
    until: null,
    change,
  };
}
