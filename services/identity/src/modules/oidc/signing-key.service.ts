/** The keys that sign tokens: made, sealed, rotated by age, shared by all replicas through the database. */
import type { Em } from '@heya/service-common/orm';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { SecretBox } from '../credential/index.ts';
import { type KeyPlan, planKeys } from './signing-key.policy.ts';
import { deleteKeys, insertKey, listKeys, lockKeys } from './signing-key.repository.ts';

export interface KeySet {
  /** Private keys, the signing one first, as oidc-provider takes them. */
  jwks: JWK[];
  /** Changes whenever the provider must be told. */
  fingerprint: string;
}

interface KeyParts {
  box: SecretBox;
  rotationDays: number;
  now?: () => Date;
}

export class SigningKeyService {
  readonly #box: SecretBox;
  readonly #rotationDays: number;
  readonly #now: () => Date;

  constructor({ box, rotationDays, now = () => new Date() }: KeyParts) {
    [this.#box, this.#rotationDays, this.#now] = [box, rotationDays, now];
  }

  /** Brings the keys up to date with the clock. @returns what is to be published and used now */
  async refresh(tx: Em): Promise<KeySet> {
    await lockKeys(tx);
    const plan = this.#plan(await listKeys(tx));
    for (const signsFrom of plan.missing) await this.#create(tx, signsFrom);
    if (plan.expired.length > 0) await deleteKeys(tx, plan.expired);
    return this.#open(tx);
  }

  async #open(tx: Em): Promise<KeySet> {
    const keys = await listKeys(tx);
    const { published } = this.#plan(keys);
    const byId = new Map(keys.map((key) => [key.kid, key]));
    const jwks = published.flatMap((kid) => {
      const key = byId.get(kid);
      return key ? [JSON.parse(this.#box.open(place(kid), key.sealed).toString()) as JWK] : [];
    });
    return { jwks, fingerprint: published.join(' ') };
  }

  #plan(keys: Parameters<typeof planKeys>[0]): KeyPlan {
    return planKeys(keys, { now: this.#now(), rotationDays: this.#rotationDays });
  }

  async #create(tx: Em, signsFrom: Date): Promise<void> {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const bare = await exportJWK(privateKey);
    const kid = await calculateJwkThumbprint(bare);
    const jwk: JWK = { ...bare, kid, alg: 'ES256', use: 'sig' };
    await insertKey(tx, { kid, sealed: this.#box.seal(place(kid), JSON.stringify(jwk)), createdAt: this.#now(), signsFrom });
  }
}

const place = (kid: string): string => `signing_key.sealed:${kid}`;
