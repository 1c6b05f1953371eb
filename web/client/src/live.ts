/** Live streams over graphql-transport-ws: one socket, many operations, each resumed on its own (R26). */
import { createClient, type Client } from 'graphql-ws';
import { documentMeta } from './document.ts';
import type { TypedDocumentString } from './generated/graphql.ts';
import { toRequestError, type WireError } from './request.ts';
import { type Ticket, type TicketDesk, ticketDesk } from './ticket.ts';

export type LiveState = 'connecting' | 'live' | 'offline';

/** Why a stream ended for good. */
export type StreamEnd = 'FORBIDDEN' | 'UNAUTHENTICATED' | 'RESYNC' | 'UNSUPPORTED';

export interface LiveOptions {
  /** A one-time ticket for each new socket; null when the sign-in is over. */
  ticket: () => Promise<Ticket | null>;
  onState?: (state: LiveState) => void;
  /** Injected in tests. */
  wait?: (attempt: number, signal: AbortSignal) => Promise<void>;
}

export interface Stream<TResult, TVariables> {
  document: TypedDocumentString<TResult, TVariables>;
  /** Asked for before every (re)subscription, so that `after` is the last position seen. */
  variables: () => TVariables;
  next: (data: TResult) => void;
  /** Called once, only when resuming is pointless. */
  end: (reason: StreamEnd) => void;
}

export interface Live {
  /** Starts a stream and keeps it going through lost connections; the result stops it. */
  subscribe<TResult, TVariables>(stream: Stream<TResult, TVariables>): () => void;
  close(): void;
}

/** CROWDED: this account holds as many sockets as it may (4429). */
type Outcome = StreamEnd | 'RETRY' | 'CROWDED' | 'STOPPED';

/** A tab that waits for another one to close gives up after about a minute, so that it does not ask for ever. */
const crowd = { attempts: 6, pause: 6 } as const;

interface Connection {
  client: Client;
  tickets: TicketDesk;
  report: (state: LiveState) => void;
}

interface Keeping {
  signal: AbortSignal;
  wait: NonNullable<LiveOptions['wait']>;
}

/** Opens nothing until the first stream is subscribed. */
export function openLive(options: LiveOptions): Live {
  const closing = new AbortController();
  const connection = openConnection(options);
  return {
    subscribe(stream) {
      const stopping = new AbortController();
      const signal = AbortSignal.any([closing.signal, stopping.signal]);
      void keepStream(connection, stream, { signal, wait: options.wait ?? backOff });
      return () => stopping.abort();
    },
    close() {
      closing.abort();
      void dispose(connection.client);
    },
  };
}

/** The library waits for a socket that is still being opened, and rejects with the event of one that does not come about: as good as closed. */
async function dispose(client: Client): Promise<void> {
  try {
    await client.dispose();
  } catch {
    return;
  }
}

function openConnection(options: LiveOptions): Connection {
  const report = (state: LiveState): void => options.onState?.(state);
  let open = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const tickets = ticketDesk(options.ticket, () => !open);
  const client = createClient({
    url: tickets.url,
    connectionParams: () => ({ ticket: tickets.take() }),
    // Resuming needs a new `after`, which the library's own retry would not take.
    retryAttempts: 0,
    lazyCloseTimeout: 5_000,
    keepAlive: 10_000,
    connectionAckWaitTimeout: 8_000,
    on: {
      connecting: () => report('connecting'),
      connected: () => {
        open = true;
        report('live');
      },
      // A phone that changes networks keeps a dead socket open: no pong within 5 s counts as lost.
      ping: (received) => {
        if (!received) silence = setTimeout(() => client.terminate(), 5_000);
      },
      pong: (received) => {
        if (received) clearTimeout(silence);
      },
      closed: (event) => {
        open = false;
        clearTimeout(silence);
        if ((event as CloseEvent).code !== 1000) report('offline');
      },
    },
  });
  return { client, tickets, report };
}

async function keepStream<R, V>(connection: Connection, stream: Stream<R, V>, { signal, wait }: Keeping): Promise<void> {
  let crowded = 0;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const onData = (data: R): void => {
      attempt = 0;
      stream.next(data);
    };
    const outcome = await runOnce(connection, stream, onData, signal);
    if (outcome === 'STOPPED') return;
    crowded = outcome === 'CROWDED' ? crowded + 1 : 0;
    if (crowded > crowd.attempts) return stream.end('UNSUPPORTED');
    if (outcome !== 'RETRY' && outcome !== 'CROWDED') return stream.end(outcome);
    await wait(crowded > 0 ? crowd.pause : attempt, signal);
  }
}

async function runOnce<R, V>(
  { client, tickets, report }: Connection,
  stream: Stream<R, V>,
  onData: (data: R) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    if (!(await tickets.prepare())) return 'UNAUTHENTICATED';
  } catch {
    report('offline');
    return 'RETRY';
  }
  return signal.aborted ? 'STOPPED' : subscribeOnce(client, stream, onData, signal);
}

function subscribeOnce<R, V>(client: Client, stream: Stream<R, V>, onData: (data: R) => void, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    let outcome: Outcome | undefined;
    // The protocol wants a `query`; the gateway reads the id beside it.
    const payload = { query: '', documentId: documentMeta(stream.document).id, variables: stream.variables() as Record<string, unknown> };
    const stop = client.subscribe<R>(payload, {
      next: (result) => {
        // What still comes after an end, or after leaving, is nobody's to see.
        if (signal.aborted || outcome) return;
        if (result.data) onData(result.data);
        outcome ??= endOf(result.errors);
        if (outcome) stop();
      },
      error: (problem) => resolve(outcomeOf(problem)),
      complete: () => resolve(outcome ?? (signal.aborted ? 'STOPPED' : 'RETRY')),
    });
    signal.addEventListener(
      'abort',
      () => {
        stop();
        resolve('STOPPED');
      },
      { once: true },
    );
  });
}

/** A sink error is GraphQL errors (this operation) or a close event (the socket). */
function outcomeOf(problem: unknown): Outcome {
  if (Array.isArray(problem)) return endOf(problem as WireError[]) ?? 'RETRY';
  const code = (problem as { code?: unknown } | null)?.code;
  if (code === 4429) return 'CROWDED';
  return code === 4406 || code === 4400 ? 'UNSUPPORTED' : 'RETRY';
}

function endOf(errors: readonly WireError[] | undefined): StreamEnd | undefined {
  const first = errors?.[0];
  if (!first) return undefined;
  if (first.extensions?.code === 'RESYNC') return 'RESYNC';
  const { code } = toRequestError(first);
  if (code === 'FORBIDDEN' || code === 'CONSENT_REQUIRED') return 'FORBIDDEN';
  if (code === 'BAD_USER_INPUT') return 'RESYNC';
  return code === 'UNAUTHENTICATED' ? 'UNAUTHENTICATED' : undefined;
}

/** Quick at first, at most 10 s, spread so that many clients do not come back at once. */
async function backOff(attempt: number, signal: AbortSignal): Promise<void> {
  const base = Math.min(10_000, 250 * 2 ** Math.min(attempt, 6));
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, base / 2 + Math.random() * base);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
    globalThis.addEventListener?.('online', () => resolve(), { once: true });
  });
}
