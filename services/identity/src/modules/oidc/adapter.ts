/** The provider's memory in PostgreSQL: ids hashed, payloads sealed, a replay ends the whole family. */
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { errors } from 'oidc-provider';
import type { SecretBox } from '../credential/index.ts';
import type { OidcPayload } from './payload.entity.ts';
import * as repository from './payload.repository.ts';

const serviceViewer: Viewer = { type: 'service', name: 'identity' };

export interface AdapterParts {
  orm: Orm;
  box: SecretBox;
  /** A grant was revoked or replayed: end the sign-in it belongs to, at once. */
  onGrantRevoked(grantId: string): Promise<void>;
}

export const createAdapter =
  (parts: AdapterParts) =>
  (model: string): Adapter =>
    new PostgresAdapter(model, parts);

class PostgresAdapter implements Adapter {
  readonly #model: string;
  readonly #parts: AdapterParts;

  constructor(model: string, parts: AdapterParts) {
    [this.#model, this.#parts] = [model, parts];
  }

  upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const key = repository.payloadKey(this.#model, id);
    return this.#within((tx) =>
      repository.putPayload(tx, {
        key,
        model: this.#model,
        sealed: this.#parts.box.seal(key, JSON.stringify(payload)),
        grantId: payload.grantId ?? null,
        sessionUid: (this.#model === 'Session' ? payload.uid : payload.sessionUid) ?? null,
        expiresAt: expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
      }),
    );
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.#within(async (tx) => this.#open(await repository.getPayload(tx, repository.payloadKey(this.#model, id))));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#within(async (tx) => this.#open(await repository.getSessionPayload(tx, uid)));
  }

  /** Device codes are not offered. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** Two requests with one token at the same moment are a replay too (V03). */
  async consume(id: string): Promise<void> {
    const key = repository.payloadKey(this.#model, id);
    const { first, grantId } = await this.#within(async (tx) => ({
      first: await repository.consumePayload(tx, key),
      grantId: (await repository.getPayload(tx, key))?.grantId,
    }));
    if (first) return;
    if (grantId) await this.#parts.onGrantRevoked(grantId);
    throw new errors.InvalidGrant('already used');
  }

  async destroy(id: string): Promise<void> {
    await this.#within((tx) => repository.dropPayload(tx, repository.payloadKey(this.#model, id)));
    if (this.#model === 'Grant') await this.#parts.onGrantRevoked(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#within((tx) => repository.dropGrant(tx, grantId));
    await this.#parts.onGrantRevoked(grantId);
  }

  #open(row: OidcPayload | null): AdapterPayload | undefined {
    if (!row || (row.expiresAt && row.expiresAt < new Date())) return undefined;
    const payload = JSON.parse(this.#parts.box.open(row.key, row.sealed).toString()) as AdapterPayload;
    return row.consumedAt ? { ...payload, consumed: Math.floor(row.consumedAt.getTime() / 1000) } : payload;
  }

  #within<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    return inViewer(this.#parts.orm.em, serviceViewer, work);
  }
}
