/** Stands in for identity's OpenID provider: metadata, keys, and tokens as good or as bad as a case needs. */
import type { PersonViewer } from '@heya/service-common/viewer';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, type JWTHeaderParameters, SignJWT } from 'jose';

export const testAudience = 'http://localhost:4000/graphql';

interface Wishes {
  /** Over the claims of a good token. */
  claims?: Record<string, unknown>;
  header?: Partial<JWTHeaderParameters>;
  /** Seconds. */
  lifetime?: number;
}

export class TestProvider {
  issuer = '';
  readonly #keys: GenerateKeyPairResult;

  private constructor(keys: GenerateKeyPairResult) {
    this.#keys = keys;
  }

  static async create(): Promise<TestProvider> {
    return new TestProvider(await generateKeyPair('ES256', { extractable: true }));
  }

  /** Identity's public routes. */
  readonly routes = async (app: FastifyInstance): Promise<void> => {
    app.get('/oidc/.well-known/openid-configuration', () => ({ issuer: this.issuer, jwks_uri: `${this.issuer}/jwks` }));
    app.get('/oidc/jwks', async () => ({ keys: [await this.publicKey()] }));
  };

  async publicKey() {
    return { ...(await exportJWK(this.#keys.publicKey)), kid: 'first', alg: 'ES256', use: 'sig' };
  }

  get privateKey() {
    return this.#keys.privateKey;
  }

  /** @returns an access token for this person */
  token(viewer: PersonViewer, { claims, header, lifetime = 300 }: Wishes = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...claimsOf(viewer), iss: this.issuer, aud: testAudience, iat: now, exp: now + lifetime, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'first', ...header })
      .sign(this.#keys.privateKey);
  }
}

export function claimsOf({
  userId,
  sessionId,
  clientId,
  districtId,
  kind,
  facilityId,
  profession,
  labels,
}: PersonViewer): Record<string, unknown> {
  return { sub: userId, sid: sessionId, client_id: clientId, district: districtId, kind, facility: facilityId, profession, label: labels };
}
