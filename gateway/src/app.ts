/** Composition root: HTTP and WebSocket share the door, the limits, the subgraphs and the supergraph. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Bus } from '@heya/service-common/bus';
import { CursorSeal } from '@heya/service-common/cursor';
import { EnvelopeVerifier } from '@heya/service-common/envelope';
import { createLogger, describeError, type Logger } from '@heya/service-common/logger';
import { EndedSessions, TokenVerifier } from './authenticate.ts';
import { checkDocument, CheckedDocuments } from './check.ts';
import { PersistedDocuments } from './documents.ts';
import type { GatewaySettings } from './environment.ts';
import { SubgraphSource } from './forward.ts';
import { createGraphqlServer } from './graphql-server.ts';
import { createHttpServer, graphqlPath } from './http-server.ts';
import { Rates } from './rates.ts';
import { publicFieldsOf } from './strangers.ts';
import { Admission } from './subscriptions/admission.ts';
import { Feed } from './subscriptions/feed.ts';
import { Hub } from './subscriptions/hub.ts';
import { Lease } from './subscriptions/lease.ts';
import { SubscriptionPlanner } from './subscriptions/plan.ts';
import { EventSource } from './subscriptions/resolve.ts';
import { SocketServer } from './subscriptions/socket-server.ts';
import { createSupergraph, eventsSubgraph, type LoadedSupergraph } from './supergraph.ts';
import { Tickets } from './tickets.ts';

export interface RunningGateway {
  /** Where it listens, e.g. http://127.0.0.1:4000 */
  url: string;
  /** How much runs at this moment. */
  counts(): { sockets: number; operations: number; pending: number; channels: number; streams: number };
  stop(): Promise<void>;
}

/** Starts listening when everything is in place; throws when it cannot be. */
export async function startGateway(
  settings: GatewaySettings,
  logger = createLogger('gateway', settings.logLevel),
): Promise<RunningGateway> {
  const subgraphs = new Map(settings.subgraphs.map((address) => [address.name, new SubgraphSource(address, logger)]));
  const sdl = await readFile(settings.supergraphFile, 'utf8');
  const supergraph = loadSupergraph(sdl, subgraphs);
  const graphql = createGraphqlServer(supergraph, logger);
  await graphql.start();
  supergraph.graph();

  const bus = new Bus(settings.busUrl, `gateway:${randomUUID()}`, logger);
  const door: Door = {
    tokens: new TokenVerifier(settings, logger),
    ended: new EndedSessions(),
    tickets: new Tickets(bus),
    rates: new Rates(settings.rates),
    documents: new PersistedDocuments(settings.documentsFile, logger),
  };
  noteUnknown(door.documents, supergraph, logger);
  const app = createHttpServer({
    graphql,
    subgraphs,
    ...door,
    checked: new CheckedDocuments(() => supergraph.graph().apiSchema),
    trustedProxies: settings.trustedProxies,
    publicFields: publicFieldsOf(sdl),
    portal: settings.portalKey && new EnvelopeVerifier(settings.portalKey, 'gateway'),
    healthy: () => bus.head(),
    logger,
  });
  const live = createLive(settings, { bus, subgraphs, supergraph, door, logger });
  await live.start();
  live.sockets.listen(app.server);
  const url = await app.listen({ host: settings.host, port: settings.port });
  return {
    url,
    counts: () => ({ sockets: live.sockets.count, ...live.hub.counts }),
    async stop() {
      await live.sockets.drain();
      await app.close();
      await live.stop();
      await graphql.stop();
      await bus.close();
      await Promise.all([...subgraphs.values()].map((source) => source.close()));
    },
  };
}

/** A portal and a graph that do not fit together are said aloud at once, not by the first screen that fails. */
function noteUnknown(documents: PersistedDocuments, supergraph: LoadedSupergraph, logger: Logger): void {
  for (const [documentId, text] of documents.entries()) {
    try {
      checkDocument(supergraph.graph().apiSchema, text);
    } catch (error) {
      logger.error('a persisted document does not fit the graph', { operation: documentId, ...describeError(error) });
    }
  }
}

function loadSupergraph(sdl: string, subgraphs: ReadonlyMap<string, SubgraphSource>): LoadedSupergraph {
  const supergraph: LoadedSupergraph = createSupergraph(sdl, (name) => {
    if (name === eventsSubgraph) return new EventSource(() => supergraph.graph().eventsSchema);
    const source = subgraphs.get(name);
    if (!source) throw new Error(`The supergraph names a subgraph without an address: ${name}`);
    return source;
  });
  return supergraph;
}

/** What HTTP and WebSocket ask of everybody alike. */
interface Door {
  tokens: TokenVerifier;
  ended: EndedSessions;
  tickets: Tickets;
  rates: Rates;
  documents: PersistedDocuments;
}

interface LiveParts {
  bus: Bus;
  subgraphs: ReadonlyMap<string, SubgraphSource>;
  supergraph: LoadedSupergraph;
  door: Door;
  logger: Logger;
}

/** Everything about subscriptions. */
function createLive(settings: GatewaySettings, { bus, subgraphs, supergraph, door, logger }: LiveParts) {
  const lease = new Lease(settings.leaseMs);
  const feed = new Feed(bus, lease, logger);
  const admission = new Admission(subgraphs);
  const hub = new Hub({
    bus,
    cursors: new CursorSeal(settings.cursorKey),
    admission,
    lease,
    leaseMs: settings.leaseMs,
    logger,
    shareChannels: settings.shareChannels,
  });
  const sockets = new SocketServer({
    path: graphqlPath,
    allowedOrigins: settings.allowedOrigins,
    planner: new SubscriptionPlanner(() => supergraph.graph()),
    hub,
    ...door,
    socketsPerAccount: settings.socketsPerAccount,
    trustedProxies: settings.trustedProxies,
    isOpen: () => lease.isOpen(),
    logger,
  });
  return {
    hub,
    sockets,
    async start() {
      await feed.start({
        onEvent: (event) => hub.onEvent(event),
        onControl: (event) => {
          door.ended.apply(event);
          hub.onControl(event);
          sockets.onControl(event);
        },
        onLeaseLost: () => {
          logger.error('lease lost: live streams close');
          sockets.closeAll();
        },
      });
      hub.begin(feed.position);
      // After listening began, so that nothing ends unnoticed between the two.
      await door.ended.load(bus);
    },
    async stop() {
      hub.endAll();
      await feed.stop();
    },
  };
}
