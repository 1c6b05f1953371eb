// A GraphQL client for programs: signs in, renews its token, sends one operation a request.
import { refresh, signIn } from './sign-in.mjs';

const renewBeforeMs = 30_000;

/** What the gateway refused, with its errors as they came. */
export class GraphqlError extends Error {
  name = 'GraphqlError';
  /** @param {{message: string, extensions?: {code?: string}}[]} errors @param {number} status */
  constructor(errors, status) {
    super(errors.map(({ message, extensions }) => `${extensions?.code ?? ''} ${message}`.trim()).join('; ') || `HTTP ${status}`);
    this.errors = errors;
    this.status = status;
  }
}

/** One signed-in person (or program). */
export class Session {
  #urls;
  #tokens;
  #renewing;

  /** @param {{issuer: string, gateway: string}} urls @param {import('./sign-in.mjs').Tokens} tokens */
  constructor(urls, tokens) {
    this.#urls = urls;
    this.#tokens = tokens;
  }

  /** @param {import('./sign-in.mjs').Account} account */
  static async open(urls, account) {
    return new Session(urls, await signIn(urls, account));
  }

  /** A token that is good for the next seconds. */
  async accessToken() {
    if (this.#tokens.expiresAt - Date.now() < renewBeforeMs) {
      this.#renewing ??= refresh(this.#urls, this.#tokens.refreshToken).finally(() => {
        this.#renewing = undefined;
      });
      this.#tokens = await this.#renewing;
    }
    return this.#tokens.accessToken;
  }

  /** @returns {Promise<any>} data @throws {GraphqlError} when there are errors */
  async ask(query, variables = {}) {
    const { status, body } = await this.send(query, variables);
    if (body.errors?.length || status >= 400) throw new GraphqlError(body.errors ?? [], status);
    return body.data;
  }

  /** Like ask, for a mutation: gives its payload and throws when it has userErrors. */
  async change(query, variables = {}) {
    const payload = Object.values(await this.ask(query, variables))[0];
    if (payload.userErrors.length)
      throw new GraphqlError(
        payload.userErrors.map(({ code, message, field }) => ({ message: `${message} ${field ?? ''}`, extensions: { code } })),
        200,
      );
    return payload;
  }

  /** A file by the gateway's door. @param {string} path `/files/…` @param {Uint8Array} [bytes] to bring; without them it is fetched */
  async file(path, bytes) {
    const headers = { authorization: `Bearer ${await this.accessToken()}`, ...(bytes && { 'content-type': 'application/octet-stream' }) };
    const answer = await fetch(new URL(path, this.#urls.gateway), {
      method: bytes ? 'PUT' : 'GET',
      headers,
      ...(bytes && { body: bytes }),
    });
    return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  /** @returns {Promise<{status: number, body: any}>} whatever the gateway answered */
  async send(query, variables = {}) {
    return send(this.#urls.gateway, { query, variables }, await this.accessToken());
  }
}

/** One request, with or without a token. */
export async function send(gateway, { query, variables = {} }, token) {
  const answer = await fetch(gateway, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': 'ja',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = await answer.text();
  try {
    return { status: answer.status, body: JSON.parse(text) };
  } catch {
    return { status: answer.status, body: { errors: [{ message: text.slice(0, 200) }] } };
  }
}
