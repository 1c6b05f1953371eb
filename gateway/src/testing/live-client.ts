/** A WebSocket client that shows every frame as it came, and does nothing by itself. */
import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';

export interface Frame {
  type: string;
  id?: string;
  payload?: { data?: Record<string, unknown> | null; errors?: unknown[] };
}

/** What stands under a field of a frame. @throws when nothing does */
export function broughtBy<T>(frame: Frame | undefined, field = 'roomEvent'): T {
  const value = frame?.payload?.data?.[field];
  if (!value) throw new Error(`No ${field} in ${JSON.stringify(frame)}`);
  return value as T;
}

interface Opening {
  protocol?: string;
  headers?: Record<string, string>;
  options?: ClientOptions;
}

export class LiveClient {
  readonly frames: Frame[] = [];
  /** The texts themselves, to compare byte by byte. */
  readonly texts: string[] = [];
  closed: { code: number; reason: string } | undefined;
  readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      const text = (data as Buffer).toString();
      this.texts.push(text);
      this.frames.push(JSON.parse(text) as Frame);
    });
    socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    socket.on('error', () => undefined);
  }

  /** Opens the socket and nothing more. @throws with the HTTP status when the upgrade is refused */
  static async dial(url: string, { protocol = 'graphql-transport-ws', headers = {}, options = {} }: Opening = {}): Promise<LiveClient> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol === '' ? [] : [protocol], { headers, ...options });
    const client = new LiveClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))));
      socket.once('error', reject);
    });
    return client;
  }

  /** Opens the socket and introduces itself. */
  static async connect(url: string, payload: Record<string, unknown>, opening: Opening = {}): Promise<LiveClient> {
    const client = await LiveClient.dial(url, opening);
    client.send({ type: 'connection_init', payload });
    await Promise.race([client.until(({ type }) => type === 'connection_ack'), once(client.socket, 'close')]);
    return client;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: Record<string, unknown> = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** Frames of one operation, in order. */
  of(id: string): Frame[] {
    return this.frames.filter((frame) => frame.id === id);
  }

  /** Bodies of the posts told so far. */
  bodies(id: string): unknown[] {
    return this.of(id)
      .filter(({ type }) => type === 'next')
      .map(({ payload }) => (payload?.data?.roomEvent as { post?: { body?: string } } | null)?.post?.body);
  }

  /** The code of the error that ended an operation. */
  errorCode(id: string): unknown {
    const errors = this.of(id).find(({ type }) => type === 'error')?.payload as unknown as { extensions: { code: string } }[] | undefined;
    return errors?.[0]?.extensions.code;
  }

  async until(matches: (frame: Frame) => boolean, timeoutMs = 15_000): Promise<Frame> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const found = this.frames.find(matches);
      if (found) return found;
      if (performance.now() > deadline) throw new Error(`No such frame; got ${this.texts.join('\n')} ${JSON.stringify(this.closed)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  close(): void {
    this.socket.terminate();
  }
}
