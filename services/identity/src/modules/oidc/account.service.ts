/** What the provider asks about people and their sign-ins. */
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { errors } from 'oidc-provider';
import { deviceName, deviceStanding, proveDevice } from '../device/index.ts';
import { owesPledge } from '../pledge/index.ts';
import type { Presence, Session, SessionEndReason, SessionService } from '../session/index.ts';
import { findActiveUser, type TokenClaims, tokenClaims, type User } from '../user/index.ts';
import { dropExpiredPayloads } from './payload.repository.ts';

const serviceViewer: Viewer = { type: 'service', name: 'identity' };

interface AccountParts {
  orm: Orm;
  relay: Relay;
  sessions: SessionService;
}

export class AccountService {
  readonly #parts: AccountParts;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  /** @returns whether the ID is in use; a stopped one gets nothing more (R7) */
  isActive(userId: string): Promise<boolean> {
    return this.#within(async (tx) => (await findActiveUser(tx, userId)) !== undefined);
  }

  isSignedIn(oidcUid: string): Promise<boolean> {
    return this.#within(async (tx) => (await this.#parts.sessions.findByOidcUid(tx, oidcUid)) !== null);
  }

  /** Ties a new grant to the sign-in just finished, or to the one this browser already has. @returns false when there is none */
  attachGrant(grantId: string, { sessionId, oidcUid }: { sessionId: string | undefined; oidcUid: string }): Promise<boolean> {
    return this.#within(async (tx) => {
      const { sessions } = this.#parts;
      if (sessionId) await sessions.bind(tx, sessionId, oidcUid);
      const session = await sessions.findByOidcUid(tx, oidcUid);
      if (session) await sessions.addGrant(tx, grantId, session.id);
      return session !== null;
    });
  }

  /** Whose sign-in this is, if it and the ID are still in use. */
  findSignedIn(oidcUid: string): Promise<{ session: Session; user: User; claims: TokenClaims } | undefined> {
    return this.#within(async (tx) => {
      const session = await this.#parts.sessions.findByOidcUid(tx, oidcUid);
      const user = session && (await findActiveUser(tx, session.userId));
      return session && user ? { session, user, claims: await tokenClaims(tx, user, new Date()) } : undefined;
    });
  }

  /**
   * Before a refresh token is used up: a sign-in that is bound to a device goes on with that device's key alone (R6).
   * @throws when the key did not speak, or the device may not be used any more
   */
  async requireDevice(grantId: string, { text, refreshToken, now }: { text: unknown; refreshToken: string; now: Date }): Promise<void> {
    const outcome = await this.#within(async (tx) => {
      const session = await this.#parts.sessions.findByGrant(tx, grantId);
      const user = session && (await findActiveUser(tx, session.userId));
      return session && user ? proveDevice(tx, this.#parts.sessions, { session, user, text, refreshToken, now }) : 'UNBOUND';
    });
    if (outcome === 'OVER') {
      await this.#parts.relay.settle();
      throw new errors.InvalidGrant('the device of this sign-in may not be used any more');
    }
    if (outcome === 'NEEDED') throw new errors.CustomOIDCProviderError('device_proof_required', 'the key of the device must sign');
  }

  /** Claims of an access token; asking for one is a sign of life. @throws when the sign-in is over */
  claimsFor(
    grantId: string,
    { now, presence }: { now: Date; presence: Presence | undefined },
  ): Promise<TokenClaims & { sid: string; device?: string; restricted?: PersonViewer['restricted'] }> {
    return this.#within(async (tx) => {
      const session = await this.#parts.sessions.findByGrant(tx, grantId);
      const user = session && (await findActiveUser(tx, session.userId));
      if (!session || !user) throw new errors.InvalidGrant('the sign-in behind this grant is over');
      await this.#parts.sessions.touch(tx, session, presence);
      const device = deviceName(session.device, session.deviceId);
      const restricted = await restriction(tx, user, { deviceId: session.deviceId, now });
      return {
        ...(await tokenClaims(tx, user, now)),
        sid: session.id,
        ...(device && { device }),
        ...(restricted && { restricted }),
      };
    });
  }

  endByGrant(grantId: string, reason: SessionEndReason): Promise<void> {
    return this.#end((tx) => this.#parts.sessions.endByGrant(tx, grantId, reason));
  }

  endByOidcUid(oidcUid: string, reason: SessionEndReason): Promise<void> {
    return this.#end((tx) => this.#parts.sessions.endByOidcUid(tx, oidcUid, reason));
  }

  /** Ends what has run out, and forgets what no longer counts. */
  sweep(): Promise<void> {
    return this.#within(async (tx) => {
      await this.#parts.sessions.endExpired(tx);
      await dropExpiredPayloads(tx);
    });
  }

  /** Answers only when everybody who is alive knows (V05). */
  async #end(work: (tx: Em) => Promise<boolean>): Promise<void> {
    if (await this.#within(work)) await this.#parts.relay.settle();
  }

  async #within<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    const result = await inViewer(this.#parts.orm.em, serviceViewer, work);
    this.#parts.relay.wake();
    return result;
  }
}

/** Without the pledge the ID does nothing but to sign it (R1), without a device that the district asks for nothing but to register one (R6): the rest is closed by the gateway. */
async function restriction(
  tx: Em,
  user: User,
  { deviceId, now }: { deviceId: string | null | undefined; now: Date },
): Promise<PersonViewer['restricted']> {
  if ((await owesPledge(tx, user.id, now))?.isBlocking) return 'PLEDGE';
  return (await deviceStanding(tx, { user, deviceId, now })).isSatisfied ? undefined : 'DEVICE';
}
