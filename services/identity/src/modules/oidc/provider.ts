/** The OpenID provider, replaced by one with new keys whenever the key set changes; requests under way finish on the old one. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeError, type Logger } from '@heya/service-common/logger';
import { inViewer, type Orm } from '@heya/service-common/orm';
import type { JWK } from 'jose';
import Provider from 'oidc-provider';
import { configuration, type ConfigurationParts, sessionCookie } from './configuration.ts';
import type { SigningKeyService } from './signing-key.service.ts';

const keyCheckMs = 60_000;

/** What oidc-provider keeps for one browser, as far as we touch it. */
interface BrowserSession {
  id: string;
  uid: string;
  accountId?: string;
  exp: number;
  resetIdentifier(): void;
  persist(): Promise<unknown>;
}

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

  /** @returns whose browser this is, by its signed cookie; undefined when nobody is signed in */
  async browserSession(request: IncomingMessage, response: ServerResponse): Promise<{ uid: string; accountId: string } | undefined> {
    const { session } = await this.#sessionOf(request, response);
    return session.accountId ? { uid: session.uid, accountId: session.accountId } : undefined;
  }

  /** Another cookie for the same sign-in; the one before opens nothing any more (V04). */
  async renewBrowserSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { session, context } = await this.#sessionOf(request, response);
    session.resetIdentifier();
    await session.persist();
    context.cookies.set(this.provider.cookieName('session'), session.id, {
      ...sessionCookie(this.#parts.settings.secureCookies),
      expires: new Date(session.exp * 1000),
    });
  }

  async #sessionOf(request: IncomingMessage, response: ServerResponse) {
    request.headers['x-forwarded-proto'] = new URL(this.issuer).protocol.replace(':', '');
    const context = this.provider.createContext(request, response);
    return { context, session: (await this.provider.Session.get(context)) as unknown as BrowserSession };
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
