/** Who asks: access tokens of identity's OpenID provider (RFC 9068), and the sign-in sessions that have ended since. */
import type { BusEvent } from '@heya/schema/events';
import type { Bus } from '@heya/service-common/bus';
import { codedError } from '@heya/service-common/errors';
import { describeError, type Logger } from '@heya/service-common/logger';
import { type PersonViewer, viewerSchema } from '@heya/service-common/viewer';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

/** A person and until when their token speaks for them. */
export interface Authentication {
  viewer: PersonViewer;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface TokenRules {
  issuer: string;
  audience: string;
}

/** No access token lives longer, so what ended earlier cannot come back through one. */
const longestTokenMinutes = 10;
const leewaySeconds = 5;

/** Verifies access tokens with the issuer's published keys; what a token says about keys is never looked at. */
export class TokenVerifier {
  readonly #rules: TokenRules;
  readonly #logger: Logger;
  #keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(rules: TokenRules, logger: Logger, keys?: JWTVerifyGetKey) {
    this.#rules = rules;
    this.#logger = logger;
    if (keys) this.#keys = Promise.resolve(keys);
  }

  /**
   * @returns EXPIRED only for what the issuer has signed (jose looks at times after the signature), undefined when the token is not good
   * @throws SERVICE_UNAVAILABLE when the issuer's keys cannot be had
   */
  async verify(token: string): Promise<Authentication | 'EXPIRED' | undefined> {
    const keys = await this.#issuerKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['ES256'],
        typ: 'at+jwt',
        issuer: this.#rules.issuer,
        audience: this.#rules.audience,
        clockTolerance: leewaySeconds,
        maxTokenAge: `${longestTokenMinutes}m`,
        requiredClaims: ['sub', 'sid', 'exp', 'client_id'],
      });
      return toAuthentication(payload);
    } catch (error) {
      if (isKeyOutage(error)) throw this.#unavailable(error);
      if (error instanceof errors.JWTExpired) return 'EXPIRED';
      return undefined;
    }
  }

  async #issuerKeys(): Promise<JWTVerifyGetKey> {
    this.#keys ??= discoverKeys(this.#rules.issuer);
    try {
      return await this.#keys;
    } catch (error) {
      this.#keys = undefined;
      throw this.#unavailable(error);
    }
  }

  #unavailable(error: unknown): Error {
    this.#logger.warn('issuer keys are out of reach', describeError(error));
    return codedError('SERVICE_UNAVAILABLE');
  }
}

/** The issuer's own metadata names its keys; another origin would mean somebody else's. */
async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, { redirect: 'error', signal: AbortSignal.timeout(2000) });
  const metadata = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (metadata.issuer !== issuer || typeof metadata.jwks_uri !== 'string') throw new Error('Issuer metadata does not match');
  const address = new URL(metadata.jwks_uri);
  if (address.origin !== new URL(issuer).origin) throw new Error('Issuer keys lie at another origin');
  return createRemoteJWKSet(address, { timeoutDuration: 2000, cooldownDuration: 5000 });
}

function isKeyOutage(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC';
}

function toAuthentication(payload: JWTPayload): Authentication | undefined {
  const { sub, sid, client_id: clientId, district, kind, facility, profession, device, restricted, label, exp } = payload;
  const parsed = viewerSchema.safeParse({
    type: 'person',
    userId: sub,
    districtId: district,
    kind,
    sessionId: sid,
    clientId,
    facilityId: facility,
    profession,
    device,
    restricted,
    labels: label,
  });
  if (!parsed.success || parsed.data.type !== 'person' || exp === undefined) return undefined;
  return { viewer: parsed.data, expiresAt: exp * 1000 };
}

/** @returns the token of an `Authorization: Bearer …` header */
export function bearerToken(header: unknown): string | undefined {
  if (typeof header !== 'string') return undefined;
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
}

/** Sign-in sessions and users whose tokens are refused before they expire. Kept as long as a token may live. */
export class EndedSessions {
  readonly #ended = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** What ended before this process began to listen. */
  async load(bus: Bus): Promise<void> {
    const { rows } = await bus.query<{ id: string }>(
      `select coalesce(payload->>'sessionId', payload->>'userId') as id from bus_event
        where topic in ('identity.sessionEnded', 'identity.userDeactivated') and published_at > now() - make_interval(mins => $1)`,
      [longestTokenMinutes],
    );
    for (const { id } of rows) this.#add(id);
  }

  /** @returns whether the event ended something */
  apply(event: BusEvent): boolean {
    if (event.topic === 'identity.sessionEnded') this.#add((event as BusEvent<'identity.sessionEnded'>).payload.sessionId);
    else if (event.topic === 'identity.userDeactivated') this.#add((event as BusEvent<'identity.userDeactivated'>).payload.userId);
    else return false;
    return true;
  }

  has({ sessionId, userId }: PersonViewer): boolean {
    return this.#ended.has(sessionId) || this.#ended.has(userId);
  }

  #add(id: string): void {
    const now = this.#now();
    for (const [old, until] of this.#ended) {
      if (until > now) break;
      this.#ended.delete(old);
    }
    this.#ended.delete(id);
    this.#ended.set(id, now + longestTokenMinutes * 60_000);
  }
}
