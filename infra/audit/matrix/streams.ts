/** Who receives what over live streams: everybody listens to everything at once, then things happen. */
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import type { World } from '../world.ts';
import { writtenArguments } from './catalogue.ts';
import { documentOf } from './document.ts';
import type { Facts } from './facts.ts';
import { look, type Outcome } from './outcome.ts';
import { type Principal, tokenOf } from './principals.ts';
import { type Line, operationOf } from './routes.ts';
import { keyOf } from './table.ts';

interface Stream {
  lines: readonly Line[];
  frames: unknown[];
  /** Why it ended, if it did before we stopped listening. */
  refusal: string | undefined;
}

export class Listener {
  readonly principal: Principal;
  readonly #client: Client;
  readonly #streams: Stream[] = [];

  /** @param onFrame every frame as text */
  constructor(parts: { world: World; facts: Facts; principal: Principal; onFrame(text: string): void }, lines: readonly Line[]) {
    const { world, facts, principal, onFrame } = parts;
    this.principal = principal;
    this.#client = createClient({
      url: world.urls.socket,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: true,
      connectionParams: async () => {
        const token = await tokenOf(world, principal);
        return token ? { authorization: `Bearer ${token}` } : {};
      },
    });
    for (const own of Map.groupBy(lines, ({ route }) => operationOf(route)).values())
      this.#listen(
        documentOf('subscription', own, (given) => writtenArguments(facts, given)),
        own,
        onFrame,
      );
  }

  /** @returns whether an event has come along this route */
  hasHeard(route: string): boolean {
    return this.#streams.some(({ lines, frames }) => lines[0]?.route === route && frames.length > 0);
  }

  stop(): Promise<void> | void {
    return this.#client.dispose();
  }

  outcomes(): Map<string, Outcome> {
    return new Map(this.#streams.flatMap(({ lines, ...stream }) => lines.map((line) => [keyOf(line), outcomeOf(line, stream)] as const)));
  }

  #listen(query: string, lines: readonly Line[], onFrame: (text: string) => void): void {
    const stream: Stream = { lines, frames: [], refusal: undefined };
    this.#streams.push(stream);
    this.#client.subscribe(
      { query },
      {
        next(frame) {
          onFrame(JSON.stringify(frame));
          if (frame.data) stream.frames.push(frame.data);
          const [error] = frame.errors ?? [];
          if (error) stream.refusal ??= String(error.extensions?.code);
        },
        error: (error) => void (stream.refusal ??= refusalOf(error)),
        complete: () => undefined,
      },
    );
  }
}

function outcomeOf(line: Line, { frames, refusal }: Omit<Stream, 'lines'>): Outcome {
  const found = look(frames, line.steps);
  if (found.has('DATA')) return 'DATA';
  return refusal ?? (found.has('NULL') ? 'NULL' : 'NONE');
}

/** An error message of the protocol carries codes, a closed socket only its own. */
function refusalOf(error: unknown): string {
  if (Array.isArray(error)) return String((error as { extensions?: { code?: string } }[])[0]?.extensions?.code);
  const { code } = error as { code?: unknown };
  return typeof code === 'number' ? `CLOSED_${code}` : 'BROKEN';
}
