/** Sends what must be refused, measures how long that takes, and fails when it is not refused. */
import { WebSocket } from 'ws';
import { monotonicMs } from './figures.ts';
import type { RefusalCase } from './refusals.cases.ts';

export interface Refusal {
  name: string;
  transport: 'http' | 'websocket';
  ms: number;
}

const refusedWith = new Set([400, 413]);

/** @throws when it is served */
export async function refuseOverHttp(gateway: string, token: string, { name, body }: RefusalCase): Promise<Refusal> {
  const at = monotonicMs();
  const answer = await fetch(gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const text = await answer.text();
  const ms = monotonicMs() - at;
  if (!refusedWith.has(answer.status) || text.includes('"data":{')) throw new Error(`${name}: not refused but ${answer.status}`);
  return { name, transport: 'http', ms };
}

/** One socket that goes on after each refusal. */
export class AbusiveSocket {
  readonly #socket: WebSocket;
  #waiting: ((text: string) => void) | undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.includes('"type":"ping"')) socket.send('{"type":"pong"}');
      else this.#waiting?.(text);
    });
    socket.on('close', (code) => this.#waiting?.(`closed ${code}`));
    socket.on('error', () => undefined);
  }

  static async open(url: string, token: string): Promise<AbusiveSocket> {
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
    const abusive = new AbusiveSocket(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    await abusive.#answer(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    return abusive;
  }

  /** @throws when it is served, or costs the socket */
  async refuse(name: string, frame: string): Promise<Refusal> {
    const at = monotonicMs();
    const answer = await this.#answer(frame);
    const ms = monotonicMs() - at;
    if (!answer.includes('"type":"error"')) throw new Error(`${name}: not refused but ${answer.slice(0, 200)}`);
    return { name, transport: 'websocket', ms };
  }

  /** The last thing it can do. */
  async endByHugeFrame(): Promise<Refusal> {
    const at = monotonicMs();
    const answer = await this.#answer(JSON.stringify({ type: 'ping', payload: { pad: 'x'.repeat(1_000_000) } }));
    if (answer !== 'closed 1009') throw new Error(`A frame of 1 MB: ${answer}`);
    return { name: 'a frame of 1 MB', transport: 'websocket', ms: monotonicMs() - at };
  }

  #answer(message: string): Promise<string> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#socket.send(message);
    });
  }
}
