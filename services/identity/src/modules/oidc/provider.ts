/** The OpenID provider, replaced by one with new keys whenever the key set changes; requests under way finish on the old one. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeError, type Logger } from '@heya/service-common/logger';
import { inViewer, type Orm } from '@heya/service-common/orm';
import type { JWK } from 'jose';
import Provider from 'oidc-provider';
import { configuration, type ConfigurationParts } from './configuration.ts';
import type { SigningKeyService } from './signing-key.service.ts';

const keyCheckMs = 60_000;

interface HostParts {
  issuer: string;
  orm: Orm;
  keys: SigningKeyService;
  logger: Logger;
  settings: Omit<ConfigurationParts, 'jwks'>;
}

export class OidcHost {
  readonly #parts: HostParts;
  #provider: Provider | undefined;
  #answer: ((request: IncomingMessage, response: ServerResponse) => unknown) | undefined;
  #fingerprint = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: HostParts) {
    this.#parts = parts;
  }

  get issuer(): string {
    return this.#parts.issuer;
  }

  /** @throws before start() */
  get provider(): Provider {
    if (!this.#provider) throw new Error('The OpenID provider has not started');
    return this.#provider;
  }

  async start(): Promise<void> {
    await this.refreshKeys();
    this.#timer = setInterval(() => {
      this.refreshKeys().catch((error: unknown) => this.#parts.logger.warn('signing keys wait', describeError(error)));
    }, keyCheckMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Rotates by age, and takes over what another replica rotated. */
  async refreshKeys(): Promise<void> {
    const { orm, keys, logger } = this.#parts;
    const { jwks, fingerprint } = await inViewer(orm.em, { type: 'service', name: 'identity' }, (tx) => keys.refresh(tx));
    if (fingerprint === this.#fingerprint) return;
    this.#use(this.#build(jwks));
    this.#fingerprint = fingerprint;
    logger.info('signing keys in use', { count: jwks.length });
  }

  /** Answers a request whose path starts at the issuer's. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    void this.#answer?.(request, response);
  }

  #use(provider: Provider): void {
    this.#provider = provider;
    this.#answer = provider.callback();
  }

  #build(jwks: JWK[]): Provider {
    const { issuer, settings, logger } = this.#parts;
    const provider = new Provider(issuer, configuration({ ...settings, jwks }));
    // TLS ends in front of us; the route says which scheme the public address has.
    provider.proxy = true;
    provider.on('server_error', (_ctx, error) => logger.error('provider error', describeError(error)));
    provider.on('grant.error', (ctx, error) => logger.info('token refused', { reason: error.error, clientId: ctx.oidc.client?.clientId }));
    return provider;
  }
}
