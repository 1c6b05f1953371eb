/** Requests as a stranger makes them: raw HTTP and raw WebSockets, with the time they took. */
import { request as httpRequest } from 'node:http';
import WebSocket from 'ws';
import type { World } from '../world.ts';

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  ms: number;
}

/** @param init as for fetch; redirects are not followed */
export async function call(url: string, init: RequestInit = {}): Promise<Reply> {
  const from = performance.now();
  const answer = await fetch(url, { redirect: 'manual', ...init });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, ms: performance.now() - from };
}

/** A GraphQL request by POST, with any headers and any body. */
export function post(world: World, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  return call(world.urls.gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export const bearer = async (world: World, role: string): Promise<{ authorization: string }> => ({
  authorization: `Bearer ${await (await world.as(role)).accessToken()}`,
});

/** @returns the codes of a GraphQL answer's errors */
export function codesIn({ text }: Pick<Reply, 'text'>): string[] {
  try {
    const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
    return (errors ?? []).map(({ extensions }) => extensions?.code ?? 'UNCODED');
  } catch {
    return [];
  }
}

/** fetch joins doubled headers and refuses some; this sends them as they are. @returns status and body */
export function callRaw(
  url: string,
  options: { method?: string; headers: string[]; body?: string },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: options.method ?? 'POST', headers: options.headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    request.on('error', reject);
    request.end(options.body);
  });
}

interface SocketOptions {
  protocol?: string;
  headers?: Record<string, string>;
  origin?: string;
  deflate?: boolean;
}

/** A WebSocket that keeps what it hears. */
export class RawSocket {
  readonly messages: { type: string; id?: string; payload?: unknown }[] = [];
  readonly opened: Promise<'open' | number>;
  readonly closed: Promise<{ code: number; ms: number }>;
  readonly socket: WebSocket;

  constructor(url: string, { protocol = 'graphql-transport-ws', headers = {}, origin, deflate = false }: SocketOptions = {}) {
    const from = performance.now();
    this.socket = new WebSocket(url, protocol, { headers, perMessageDeflate: deflate, ...(origin !== undefined && { origin }) });
    this.socket.on('message', (data) => this.messages.push(JSON.parse((data as Buffer).toString()) as { type: string }));
    this.opened = new Promise((resolve) => {
      this.socket.on('open', () => resolve('open'));
      this.socket.on('unexpected-response', (request, answer) => {
        resolve(answer.statusCode ?? 0);
        request.destroy();
      });
      this.socket.on('error', () => resolve(0));
    });
    this.closed = new Promise((resolve) => this.socket.on('close', (code) => resolve({ code, ms: performance.now() - from })));
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Signs the socket in. */
  async init(token?: string): Promise<void> {
    await this.opened;
    this.send({ type: 'connection_init', ...(token && { payload: { authorization: `Bearer ${token}` } }) });
    await this.until(({ type }) => type === 'connection_ack');
  }

  /** @returns the first message that fits, or undefined when it does not come in time or the socket closes */
  async until(
    fits: (message: RawSocket['messages'][number]) => boolean,
    timeoutMs = 5000,
  ): Promise<RawSocket['messages'][number] | undefined> {
    for (const end = performance.now() + timeoutMs; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 5))) {
      const found = this.messages.find(fits);
      if (found || this.socket.readyState === WebSocket.CLOSED) return found;
    }
    return undefined;
  }

  end(): void {
    this.socket.terminate();
  }
}

/** @returns what a promise gives, or undefined after so long */
export function within<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  return Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms).unref())]);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
