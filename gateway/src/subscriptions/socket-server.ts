/** GraphQL over WebSocket (graphql-transport-ws) beside HTTP on the same path. Subscriptions only; the rest goes over HTTP. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { BusEvent } from '@heya/schema/events';
import { describeError, type Logger } from '@heya/service-common/logger';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import {
  type Context,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  handleProtocols,
  makeServer,
  type Server as ProtocolServer,
  type SubscribePayload,
} from 'graphql-ws';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type WebSocket, WebSocketServer } from 'ws';
import { clientAddress } from '../address.ts';
import { type Authentication, bearerToken, type EndedSessions, type TokenVerifier } from '../authenticate.ts';
import { RequestFaults } from '../check.ts';
import type { NamedDocument, PersistedDocuments } from '../documents.ts';
import { presentGraphQLError, requestFault } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Rates } from '../rates.ts';
import type { Tickets } from '../tickets.ts';
import { AccountSockets } from './account-sockets.ts';
import { ClientSocket, closeCodes } from './client-socket.ts';
import { signsOut } from './control.ts';
import { EndSignal } from './end-signal.ts';
import type { Hub } from './hub.ts';
import type { PreparedSubscription, SubscriptionPlanner } from './plan.ts';
import { refuseUpgrade, type UpgradeRefusal, writeRefusal } from './upgrade.ts';

interface SocketServerParts {
  path: string;
  allowedOrigins: readonly string[];
  planner: SubscriptionPlanner;
  hub: Hub;
  tokens: TokenVerifier;
  tickets: Tickets;
  ended: EndedSessions;
  rates: Rates;
  documents: PersistedDocuments;
  socketsPerAccount: number;
  trustedProxies: readonly string[];
  /** Whether streams may run now (the lease). */
  isOpen(): boolean;
  logger: Logger;
}

interface Extra {
  client: ClientSocket;
}
type ClientContext = Context<Record<string, unknown> | undefined, Extra>;

/** Heartbeats are spread: each tick pings one slice, so that a socket is pinged every 12 s. */
const heartbeat = { slices: 24, tickMs: 500 } as const;
const drain = { batch: 100, pauseMs: 50 } as const;
/** A signed-out client still hears why before its socket closes (ms). */
const lastWordMs = 150;

export class SocketServer {
  readonly #parts: SocketServerParts;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.bodyBytes,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => handleProtocols(offered),
  });
  readonly #clients = new Map<ClientSocket, number>();
  readonly #rate = new RateLimiterMemory({ points: limits.framesPerTenSeconds, duration: 10 });
  readonly #accounts: AccountSockets;
  readonly #protocol: ProtocolServer<Extra>;
  #heartbeat: NodeJS.Timeout | undefined;
  #tick = 0;
  #isDraining = false;

  constructor(parts: SocketServerParts) {
    this.#parts = parts;
    this.#accounts = new AccountSockets(parts.socketsPerAccount);
    this.#protocol = makeServer<Record<string, unknown> | undefined, Extra>({
      connectionInitWaitTimeout: 3000,
      onConnect: (context) => this.#connect(context),
      onSubscribe: (context, id, payload) => this.#prepare(context, id, payload),
      subscribe: (args) => this.#subscribe(args),
    });
  }

  get count(): number {
    return this.#clients.size;
  }

  listen(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket, head) => {
      socket.on('error', () => socket.destroy());
      void this.#refusal(request).then((refused) => {
        if (refused) return writeRefusal(socket, refused);
        this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#open(opened, request));
      });
    });
    this.#heartbeat = setInterval(() => this.#beat(), heartbeat.tickMs);
  }

  /** A sign-in session or an ID ended: its sockets close, a moment after the stream that says why. */
  onControl(event: BusEvent): void {
    const isSignedOut = signsOut(event);
    if (!isSignedOut) return;
    for (const client of this.#clients.keys()) {
      const { viewer } = client.authentication ?? {};
      if (viewer && isSignedOut(viewer)) setTimeout(() => client.close(closeCodes.forbidden, 'Session ended'), lastWordMs);
    }
  }

  /** The lease is gone: nothing may be told, so clients come back later. */
  closeAll(): void {
    for (const client of this.#clients.keys()) client.close(closeCodes.tryLater, 'Temporarily unavailable');
  }

  /** Before the process stops: no new sockets, and the old ones leave in batches so that they do not all come back at once. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    clearInterval(this.#heartbeat);
    const clients = [...this.#clients.keys()];
    for (let from = 0; from < clients.length; from += drain.batch) {
      for (const client of clients.slice(from, from + drain.batch)) client.close(closeCodes.restarting, 'Restarting');
      await new Promise((resolve) => setTimeout(resolve, drain.pauseMs));
    }
  }

  async #refusal(request: IncomingMessage): Promise<UpgradeRefusal | undefined> {
    const refused = refuseUpgrade(request, { ...this.#parts, isClosed: () => this.#isDraining || !this.#parts.isOpen() });
    const { rates, trustedProxies } = this.#parts;
    return (
      refused ??
      rates.requireCalm(clientAddress(request, trustedProxies)).then(
        () => undefined,
        () => 429,
      )
    );
  }

  #open(socket: WebSocket, request: IncomingMessage): void {
    const client = new ClientSocket(socket, this.#rate, {
      isPage: request.headers.origin !== undefined,
      address: clientAddress(request, this.#parts.trustedProxies),
    });
    this.#clients.set(client, this.#clients.size % heartbeat.slices);
    const closed = this.#protocol.opened(
      {
        protocol: GRAPHQL_TRANSPORT_WS_PROTOCOL,
        send: (text) => client.send(text),
        close: (code = closeCodes.policy, reason = '') => client.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', (data, isBinary) => {
            client.countFrame();
            if (isBinary) return client.close(4400, 'Text only');
            handle((data as Buffer).toString()).catch((error: unknown) => this.#fail(client, error));
          }),
      },
      { client },
    );
    // Too large frames and broken ones: ws has answered with 1009 or 1002 already.
    socket.on('error', () => undefined);
    socket.on('close', (code, reason) => {
      this.#clients.delete(client);
      this.#accounts.leave(client);
      if (client.isStranger) void this.#parts.rates.noteFailure(client.address);
      void closed(code, String(reason));
    });
  }

  #fail(client: ClientSocket, error: unknown): void {
    this.#parts.logger.error('socket message failed', describeError(error));
    client.close(4500, 'Internal error');
  }

  async #connect({ connectionParams, extra: { client } }: ClientContext): Promise<boolean> {
    try {
      const { ticket, authorization } = connectionParams ?? {};
      if (ticket === undefined && authorization === undefined) return refuse(client, closeCodes.unauthenticated, 'Unauthenticated');
      const found = await this.#authenticate(client, ticket, authorization);
      client.isStranger = !found;
      if (!found || found === 'EXPIRED' || found.expiresAt <= Date.now() || this.#parts.ended.has(found.viewer))
        return refuse(client, closeCodes.forbidden, 'Forbidden');
      // A moment may have passed since it was opened.
      if (!client.isOpen) return false;
      if (!this.#accounts.enter(client, found.viewer.userId))
        return refuse(client, closeCodes.tooMany, 'Too many connections of this account');
      client.authenticate(found);
      return true;
    } catch (error) {
      this.#parts.logger.warn('cannot authenticate a socket', describeError(error));
      client.isStranger = false;
      return refuse(client, closeCodes.tryLater, 'Temporarily unavailable');
    }
  }

  async #authenticate(client: ClientSocket, ticket: unknown, authorization: unknown): Promise<Authentication | 'EXPIRED' | undefined> {
    if (typeof ticket === 'string') {
      const found = await this.#parts.tickets.redeem(ticket);
      // Tickets are for pages, and a page says where it comes from (V28). Used up all the same.
      return client.isPage ? found : undefined;
    }
    const token = bearerToken(authorization);
    return token === undefined ? undefined : this.#parts.tokens.verify(token);
  }

  async #prepare(
    { subscriptions, extra: { client } }: ClientContext,
    id: string,
    payload: SubscribePayload & NamedDocument,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    try {
      if (Object.keys(subscriptions).length > limits.subscriptionsPerSocket)
        throw new GraphQLError('Too many subscriptions on this connection.', { extensions: { code: 'RATE_LIMITED' } });
      const { viewer } = client.authentication ?? {};
      // The socket is being closed: nobody hears what is answered.
      if (!viewer) return [requestFault('The connection is closing.')];
      await this.#parts.rates.spend(viewer.userId, 1);
      const { text = '' } = this.#parts.documents.resolve(payload, viewer.clientId);
      const subscription = this.#parts.planner.prepare(text, payload.variables ?? {}, payload.operationName);
      const { document, graph } = subscription.plan;
      const contextValue: Started = { subscription, client, id };
      return { schema: graph.apiSchema, document, contextValue, ...(payload.operationName && { operationName: payload.operationName }) };
    } catch (error) {
      const requestId = randomUUID();
      return faultsOf(error, this.#parts.logger).map((fault) => presentGraphQLError(fault, requestId));
    }
  }

  #subscribe({ contextValue }: ExecutionArgs): EndSignal {
    const { subscription, client, id } = contextValue as Started;
    const signal = new EndSignal();
    const { authentication } = client;
    if (!authentication || this.#parts.ended.has(authentication.viewer)) {
      signal.finish();
      return signal;
    }
    const running = this.#parts.hub.subscribe({ subscription, viewer: authentication.viewer, sink: client.sink(id, signal) });
    signal.whenStopped(() => running.stop());
    return signal;
  }

  #beat(): void {
    this.#tick = (this.#tick + 1) % heartbeat.slices;
    for (const [client, slice] of this.#clients) if (slice === this.#tick) client.beat(({ viewer }) => this.#parts.ended.has(viewer));
  }
}

interface Started {
  subscription: PreparedSubscription;
  client: ClientSocket;
  id: string;
}

/** False makes graphql-ws refuse as well, so that nothing sent after this is served. */
function refuse(client: ClientSocket, code: number, reason: string): false {
  client.close(code, reason);
  return false;
}

function faultsOf(error: unknown, logger: Logger): readonly GraphQLError[] {
  if (error instanceof RequestFaults) return error.faults;
  if (error instanceof GraphQLError) return [error];
  logger.error('subscription cannot be planned', describeError(error));
  return [requestFault('This subscription cannot be served.')];
}
