/** Asks a subgraph as the gateway does, over connections that stay open, and says how long the whole answer took. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { type EnvelopeClaims, signEnvelope } from '../../services/common/src/envelope.ts';

export type Viewer = EnvelopeClaims['viewer'];

export interface Asked {
  ms: number;
  data: Record<string, any>;
}

export class SubgraphCaller {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #port: number;
  readonly #key: Buffer;
  readonly #viewer: Viewer;
  readonly #service: string;

  constructor(port: number, { service, key, viewer }: { service: string; key: Buffer; viewer: Viewer }) {
    [this.#port, this.#service, this.#key, this.#viewer] = [port, service, key, viewer];
  }

  async ask(query: string, variables: object): Promise<Asked> {
    const body = JSON.stringify({ query, variables });
    const claims = { viewer: this.#viewer, locale: 'ja', requestId: randomUUID() } as const;
    const headers = signEnvelope(this.#key, this.#service, { method: 'POST', path: '/graphql', body }, claims);
    const begun = performance.now();
    const text = await this.#post(body, headers);
    const ms = performance.now() - begun;
    const { data, errors } = JSON.parse(text) as { data?: Record<string, any>; errors?: unknown };
    if (errors || !data) throw new Error(`The subgraph answered ${text.slice(0, 500)}`);
    return { ms, data };
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(body: string, headers: Record<string, string>): Promise<string> {
    const options = { host: '127.0.0.1', port: this.#port, path: '/graphql', method: 'POST', agent: this.#agent };
    return new Promise((resolve, reject) => {
      const sent = request({ ...options, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve(Buffer.concat(parts).toString()));
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
