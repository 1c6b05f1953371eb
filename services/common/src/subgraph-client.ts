/** One service asking another for facts it owns: a signed GraphQL request, under an authority that is named. */
import { Pool } from 'undici';
import { digestHeader, digestOf, signEnvelope } from './envelope.ts';
import { codedError } from './errors.ts';
import type { Viewer } from './viewer.ts';

interface SubgraphAddress {
  name: string;
  url: string;
  key: Buffer;
}

interface SubgraphQuestion {
  query: string;
  variables?: Record<string, unknown>;
  viewer: Viewer;
  requestId: string;
}

export class SubgraphClient {
  readonly #address: SubgraphAddress;
  readonly #pool: Pool;
  readonly #path: string;

  constructor(address: SubgraphAddress) {
    this.#address = address;
    const url = new URL(address.url);
    this.#path = url.pathname;
    this.#pool = new Pool(url.origin, { connections: 8, headersTimeout: 5000, bodyTimeout: 5000 });
  }

  /** @throws SERVICE_UNAVAILABLE when the owner cannot answer */
  async ask<T>({ query, variables, viewer, requestId }: SubgraphQuestion): Promise<T> {
    const body = JSON.stringify({ query, variables });
    const { name, key } = this.#address;
    const signed = signEnvelope(key, name, { method: 'POST', path: this.#path, body }, { viewer, requestId, locale: 'ja' });
    const answer = await this.#pool
      .request({ method: 'POST', path: this.#path, body, headers: { 'content-type': 'application/json', ...signed } })
      .then(async (response) => (await response.body.json()) as { data?: T; errors?: unknown[] })
      .catch(() => undefined);
    if (!answer?.data || answer.errors?.length) throw codedError('SERVICE_UNAVAILABLE');
    return answer.data;
  }

  /** A file as this viewer is given it, by the gateway's door. @returns null for what they may not have @throws SERVICE_UNAVAILABLE */
  async file(path: string, { viewer, requestId }: Pick<SubgraphQuestion, 'viewer' | 'requestId'>): Promise<Uint8Array | null> {
    const { name, key } = this.#address;
    const digest = digestOf('');
    const signed = signEnvelope(key, name, { method: 'GET', path, digest }, { viewer, requestId, locale: 'ja' });
    const answer = await this.#pool.request({ method: 'GET', path, headers: { ...signed, [digestHeader]: digest } }).catch(() => undefined);
    if (answer?.statusCode === 404) {
      await answer.body.dump();
      return null;
    }
    const bytes = await answer?.body.bytes().catch(() => undefined);
    if (answer?.statusCode !== 200 || !bytes) throw codedError('SERVICE_UNAVAILABLE');
    return bytes;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
