/** A follower of one stream who comes back by cursor after every interruption and drops what it already has. */
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Session } from '../../../infra/local/api/graphql.mjs';

export interface LiveEvent {
  __typename: string;
  cursor: string;
  post?: { id: string; body: string | null; readSummary?: { readCount: number; audienceCount: number } };
}

interface End {
  codes: string[];
  at: number;
}

const roomEvents = /* GraphQL */ `
  subscription Live($roomId: ID!, $after: String) {
    roomEvent(roomId: $roomId, after: $after) {
      __typename
      ... on PostCreated {
        cursor
        post {
          id
          body
          audience
          authorName
          vitals {
            worstFlag
            measurements {
              kind
              value
              unit
              flag
            }
          }
          readSummary {
            readCount
            audienceCount
          }
        }
      }
      ... on PostChanged {
        cursor
        post {
          id
          body
        }
      }
      ... on ReadSummaryChanged {
        cursor
        post {
          id
          readSummary {
            readCount
            audienceCount
          }
        }
      }
    }
  }
`;

export class Follower {
  readonly events: LiveEvent[] = [];
  /** Frames whose cursor had been seen before: allowed on the wire, dropped here. */
  doubles = 0;
  reconnects = -1;
  end: End | undefined;
  lastFrameAt = 0;
  /** When a socket of theirs was last closed. */
  closedAt = 0;
  #cursors = new Set<string>();
  #after: string | null;
  #stopped = false;
  #close: (() => void) | undefined;

  readonly #url: string;
  readonly #session: Session;
  readonly #roomId: string;

  constructor(parts: { url: string; session: Session; roomId: string; after?: string | null }) {
    [this.#url, this.#session, this.#roomId, this.#after] = [parts.url, parts.session, parts.roomId, parts.after ?? null];
    void this.#follow();
  }

  stop(): void {
    this.#stopped = true;
    this.#close?.();
  }

  /** Goes on until stopped or refused: a broken line is not an end, an answer with errors is. */
  async #follow(): Promise<void> {
    while (!this.#stopped && !this.end) {
      this.reconnects += 1;
      await this.#followOnce().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #followOnce(): Promise<void> {
    const client = createClient({
      url: this.#url,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
      on: { closed: () => (this.closedAt = performance.now()) },
      connectionParams: async () => ({ authorization: `Bearer ${await this.#session.accessToken()}` }),
    });
    this.#close = () => client.terminate();
    try {
      const answers = client.iterate<{ roomEvent: LiveEvent }>({
        query: roomEvents,
        variables: { roomId: this.#roomId, after: this.#after },
      });
      for await (const { data, errors } of answers) {
        if (errors) this.end = { codes: errors.map(({ extensions }) => String(extensions?.code)), at: performance.now() };
        if (data?.roomEvent) this.#keep(data.roomEvent);
      }
    } catch (error) {
      if (Array.isArray(error))
        this.end = {
          codes: error.map(({ extensions }: { extensions?: { code?: string } }) => String(extensions?.code)),
          at: performance.now(),
        };
    } finally {
      await client.dispose();
    }
  }

  #keep(event: LiveEvent): void {
    this.lastFrameAt = performance.now();
    if (this.#cursors.has(event.cursor)) {
      this.doubles += 1;
      return;
    }
    this.#cursors.add(event.cursor);
    this.#after = event.cursor;
    this.events.push(event);
  }
}
