/** The life of a sign-in: begun, bound to the OpenID provider's state, kept alive, ended with all that descends from it. */
import type { EventPayloads } from '@heya/schema/events';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import type { AuthenticationMethod, Session, SessionEndReason } from './session.entity.ts';
import { expiryOf, isProofFresh, lifetimes, maskAddress } from './session.policy.ts';
import * as repository from './session.repository.ts';

/** Removes codes, grants and refresh tokens, in the same transaction. */
export type Wipe = (tx: Em, descendants: { grantIds: readonly string[]; oidcUid: string | null }) => Promise<void>;

/** A sign-in that somebody was using, and from where. The address is not kept. */
export interface SeenUse {
  userId: string;
  sessionId: string;
  address: string;
  at: Date;
}
export type OnUse = (tx: Em, use: SeenUse) => Promise<void>;

/** What a client of ours says of the person in front of it when it asks for new tokens. */
export interface Presence {
  address: string;
  /** Since they last did something. */
  idleMs: number;
}

export interface SignInFacts {
  userId: string;
  methods: AuthenticationMethod[];
  address: string;
  device: string | null;
  /** With which passkey; null: password and code. */
  passkeyId: string | null;
}

/** Something that a person should know of their own account (R28). */
export const noticeSecurity = (tx: Em, userId: string, what: EventPayloads['identity.securityNoticed']['what']): Promise<void> =>
  emit(tx, 'identity.securityNoticed', `security:${userId}`, { userId, what });

export class SessionService {
  readonly #wipe: Wipe;
  readonly #now: () => Date;
  readonly #onUse: OnUse;

  constructor(wipe: Wipe, { now = () => new Date(), onUse = () => Promise.resolve() }: { now?: () => Date; onUse?: OnUse } = {}) {
    [this.#wipe, this.#now, this.#onUse] = [wipe, now, onUse];
  }

  /** @returns the new session's id: each sign-in has its own */
  async begin(tx: Em, { passkeyId, address, ...facts }: SignInFacts): Promise<string> {
    const now = this.#now();
    const id = newId();
    if (await repository.isStrange(tx, facts.userId, facts.device)) await noticeSecurity(tx, facts.userId, 'NEW_PLACE');
    const times = { startedAt: now, lastActiveAt: now, provedAt: now, expiresAt: expiryOf(now, now) };
    await repository.insertSession(tx, { id, ...facts, ...times, networkHint: maskAddress(address), provedPasskeyId: passkeyId });
    await this.#onUse(tx, { userId: facts.userId, sessionId: id, address, at: now });
    return id;
  }

  /** The person proved again who they are, for what is sensitive. */
  async prove(tx: Em, session: Session, by: { methods: AuthenticationMethod[]; passkeyId: string | null }): Promise<void> {
    const methods = [...new Set([...session.methods, ...by.methods])];
    await repository.recordProof(tx, session.id, { provedAt: this.#now(), passkeyId: by.passkeyId, methods });
  }

  forgetProofsBy(tx: Em, passkeyId: string): Promise<void> {
    return repository.forgetProofsBy(tx, passkeyId);
  }

  isProved(session: Session): boolean {
    return isProofFresh(session.provedAt, this.#now());
  }

  async isLive(tx: Em, id: string): Promise<boolean> {
    return (await repository.findLive(tx, { id })) !== null;
  }

  /** Ties a sign-in to the provider's session; an earlier sign-in in the same browser ends (V04). */
  async bind(tx: Em, id: string, oidcUid: string): Promise<void> {
    const earlier = await repository.findLive(tx, { oidcUid });
    if (earlier && earlier.id !== id) await this.end(tx, earlier.id, 'SIGNED_OUT');
    await repository.bindOidcUid(tx, id, oidcUid);
  }

  /** From now on each refresh proves the device's key; once bound it stays bound to this one. */
  bindDevice(tx: Em, id: string, deviceId: string): Promise<void> {
    return repository.bindDevice(tx, id, deviceId);
  }

  addGrant(tx: Em, grantId: string, sessionId: string): Promise<void> {
    return repository.insertGrant(tx, grantId, sessionId);
  }

  findByOidcUid(tx: Em, oidcUid: string): Promise<Session | null> {
    return repository.findLive(tx, { oidcUid });
  }

  findByGrant(tx: Em, grantId: string): Promise<Session | null> {
    return repository.findLiveByGrant(tx, grantId);
  }

  list(tx: Em, userId: string): Promise<Session[]> {
    return repository.listLive(tx, userId);
  }

  /** A sign of life: a token was asked for. @param presence of the person; a page that is merely open asks too */
  async touch(tx: Em, { id, userId, startedAt }: Session, presence?: Presence): Promise<void> {
    const lastActiveAt = this.#now();
    await repository.recordActivity(tx, id, { lastActiveAt, expiresAt: expiryOf(startedAt, lastActiveAt) });
    if (!presence || presence.idleMs > lifetimes.presenceMs) return;
    await this.#onUse(tx, { userId, sessionId: id, address: presence.address, at: new Date(lastActiveAt.getTime() - presence.idleMs) });
  }

  /** Ends it, and with it every token; tells the others in the same transaction. @returns false when it had ended before */
  async end(tx: Em, id: string, reason: SessionEndReason): Promise<boolean> {
    const ended = await repository.markEnded(tx, id, { reason, now: this.#now() });
    if (!ended) return false;
    await this.#wipe(tx, ended);
    await emit(tx, 'identity.sessionEnded', `session:${id}`, { sessionId: id, userId: ended.userId, reason });
    return true;
  }

  /** Ends every sign-in of a person, but perhaps one. @returns the ids of those that were ended */
  async endAll(tx: Em, userId: string, { reason, except }: { reason: SessionEndReason; except?: string }): Promise<string[]> {
    const ended: string[] = [];
    for (const id of await repository.unendedIds(tx, userId)) if (id !== except && (await this.end(tx, id, reason))) ended.push(id);
    return ended;
  }

  /** Ends every sign-in on a device. @returns the ids of those that were ended */
  async endByDevice(tx: Em, deviceId: string, reason: SessionEndReason): Promise<string[]> {
    const ended: string[] = [];
    for (const id of await repository.unendedIdsOfDevice(tx, deviceId)) if (await this.end(tx, id, reason)) ended.push(id);
    return ended;
  }

  async endByGrant(tx: Em, grantId: string, reason: SessionEndReason): Promise<boolean> {
    const session = await repository.findLiveByGrant(tx, grantId);
    return session ? this.end(tx, session.id, reason) : false;
  }

  async endByOidcUid(tx: Em, oidcUid: string, reason: SessionEndReason): Promise<boolean> {
    const session = await repository.findLive(tx, { oidcUid });
    return session ? this.end(tx, session.id, reason) : false;
  }

  /** @returns how many had run out */
  async endExpired(tx: Em, limit = 100): Promise<number> {
    const expired = await repository.listExpired(tx, this.#now(), limit);
    for (const { id } of expired) await this.end(tx, id, 'EXPIRED');
    return expired.length;
  }
}
