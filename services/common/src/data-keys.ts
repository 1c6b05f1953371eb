/**
 * Envelope encryption (threat 29): each patient or room has a data key of its own, which seals files, signatures and scans.
 * It lies in the database wrapped by the keyring. Once destroyed, nothing sealed with it opens again, from a backup neither.
 */
import { createCipheriv, createDecipheriv, createSecretKey, generateKeySync, type KeyObject, randomBytes } from 'node:crypto';
import type { KeyProvider, WrappedKey } from './keyring.ts';
import type { Em } from './orm.ts';

/** Whose key: a patient's or a room's id, in its district. */
export interface Scope {
  id: string;
  districtId: string;
}

/** Where the sealed bytes lie; they open nowhere else. */
export interface Place {
  rowId: string;
  /** `table.column` */
  column: string;
}

/** Says why nothing opens: the key is destroyed or was never there, or the bytes are not those of this place. */
export class SealError extends Error {
  override name = 'SealError';
  readonly reason: 'DESTROYED' | 'NO_KEY' | 'ALTERED';

  constructor(reason: SealError['reason']) {
    super(`Sealed bytes cannot be used: ${reason}`);
    this.reason = reason;
  }
}

interface Limits {
  /** How long an unwrapped key may stay in memory (ms). */
  keepMs?: number;
  /** How many may. */
  keep?: number;
  /** Monotonic (ms). */
  clock?: () => number;
}

interface KeyRow {
  version: number;
  district_id: string;
  wrapped: Buffer | null;
  key_id: string;
  destroyed_at: unknown;
}

const format = 1;
const headLength = 3;
const nonceLength = 12;
const tagLength = 16;
/** A destroyed scope that never had a key is written down too, so that none is made for it later. */
const neverKeyed = { version: 0, districtId: '00000000-0000-0000-0000-000000000000', keyId: '' };

export class DataKeys {
  readonly #provider: KeyProvider;
  readonly #unwrapped: UnwrappedKeys;

  constructor(provider: KeyProvider, { keepMs = 30_000, keep = 200, clock = () => performance.now() }: Limits = {}) {
    this.#provider = provider;
    this.#unwrapped = new UnwrappedKeys({ keepMs, keep, clock });
  }

  /** Seals under the scope's newest key; its first bytes make that key. @throws SealError when the scope's key is destroyed */
  async seal(tx: Em, scope: Scope, place: Place, plain: Buffer): Promise<Buffer> {
    const row = (await newestKey(tx, scope)) ?? (await this.#make(tx, scope, 1));
    const key = await this.#open(scope, row);
    const head = Buffer.from([format, row.version >> 8, row.version & 0xff]);
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(scope, place, row.version));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([head, nonce, body, cipher.getAuthTag()]);
  }

  /** The key's row is read each time, whatever is in memory: destroyed means destroyed at once. @throws SealError */
  async open(tx: Em, scope: Scope, place: Place, sealed: Buffer): Promise<Buffer> {
    if (sealed.length < headLength + nonceLength + tagLength || sealed[0] !== format) throw new SealError('ALTERED');
    const version = sealed.readUInt16BE(1);
    const row = (await keysOf(tx, scope)).find((one) => one.version === version);
    if (!row) throw new SealError('NO_KEY');
    const key = await this.#open(scope, row);
    try {
      const nonce = sealed.subarray(headLength, headLength + nonceLength);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
      decipher.setAAD(boundTo(scope, place, version)).setAuthTag(sealed.subarray(-tagLength));
      return Buffer.concat([decipher.update(sealed.subarray(headLength + nonceLength, -tagLength)), decipher.final()]);
    } catch {
      throw new SealError('ALTERED');
    }
  }

  /** What is sealed from now on has another key; older bytes still open. */
  async renew(tx: Em, scope: Scope): Promise<void> {
    const newest = await newestKey(tx, scope);
    await this.#make(tx, scope, (newest?.version ?? 0) + 1);
  }

  /** Destroys every key of the scope for good; a second time changes nothing. Bytes sealed with them are noise from here on. */
  async destroy(tx: Em, scopeId: string, at: Date): Promise<void> {
    await holdScope(tx, scopeId);
    this.#unwrapped.forget(scopeId);
    await tx.execute(
      `insert into data_key (scope, version, district_id, wrapped, key_id, created_at, destroyed_at) values (?, ?, ?, null, ?, ?, ?)
       on conflict (scope, version) do nothing`,
      [scopeId, neverKeyed.version, neverKeyed.districtId, neverKeyed.keyId, at, at],
    );
    await tx.execute('update data_key set wrapped = null, destroyed_at = ? where scope = ? and destroyed_at is null', [at, scopeId]);
  }

  /** Wraps keys of older keyring keys anew, so that those can be retired. @returns how many */
  async rewrap(tx: Em, limit = 500): Promise<number> {
    const active = await this.#provider.activeKeyId();
    const rows = await tx.execute<(KeyRow & { scope: string })[]>(
      'select * from data_key where key_id <> ? and destroyed_at is null order by scope limit ? for update',
      [active, limit],
    );
    for (const row of rows) {
      const scope = { id: row.scope, districtId: row.district_id };
      const plain = await this.#provider.unwrap(wrappedOf(row), contextOf(scope, row.version));
      const anew = await this.#provider.wrap(plain, contextOf(scope, row.version));
      plain.fill(0);
      await tx.execute('update data_key set wrapped = ?, key_id = ? where scope = ? and version = ?', [
        anew.bytes,
        anew.keyId,
        row.scope,
        row.version,
      ]);
    }
    return rows.length;
  }

  async #make(tx: Em, scope: Scope, version: number): Promise<KeyRow> {
    const plain = generateKeySync('aes', { length: 256 }).export();
    const { keyId, bytes } = await this.#provider.wrap(plain, contextOf(scope, version));
    plain.fill(0);
    await holdScope(tx, scope.id);
    await tx.execute(
      `insert into data_key (scope, version, district_id, wrapped, key_id, created_at) values (?, ?, ?, ?, ?, clock_timestamp())
       on conflict (scope, version) do nothing`,
      [scope.id, version, scope.districtId, bytes, keyId],
    );
    // Another may have made it at the same moment: theirs holds then.
    const row = await newestKey(tx, scope);
    if (!row) throw new SealError('NO_KEY');
    return row;
  }

  async #open(scope: Scope, row: KeyRow): Promise<KeyObject> {
    const wrapped = wrappedOf(row);
    const known = this.#unwrapped.find(scope.id, wrapped.bytes);
    if (known) return known;
    const plain = await this.#provider.unwrap(wrapped, contextOf(scope, row.version));
    const key = createSecretKey(plain);
    plain.fill(0);
    this.#unwrapped.keep(scope.id, wrapped.bytes, key);
    return key;
  }
}

/** Unwrapped keys for a moment, few at a time. */
class UnwrappedKeys {
  readonly #limits: Required<Limits>;
  readonly #keys = new Map<string, { scopeId: string; key: KeyObject; until: number }>();

  constructor(limits: Required<Limits>) {
    this.#limits = limits;
  }

  find(scopeId: string, wrapped: Buffer): KeyObject | undefined {
    const found = this.#keys.get(wrapped.toString('base64'));
    return found?.scopeId === scopeId && found.until > this.#limits.clock() ? found.key : undefined;
  }

  keep(scopeId: string, wrapped: Buffer, key: KeyObject): void {
    const now = this.#limits.clock();
    for (const [name, { until }] of this.#keys) if (until <= now || this.#keys.size >= this.#limits.keep) this.#keys.delete(name);
    this.#keys.set(wrapped.toString('base64'), { scopeId, key, until: now + this.#limits.keepMs });
  }

  forget(scopeId: string): void {
    for (const [name, kept] of this.#keys) if (kept.scopeId === scopeId) this.#keys.delete(name);
  }
}

/** Until the commit no other transaction makes or destroys a key of this scope: none is destroyed beside one that is being made unseen. */
const holdScope = (tx: Em, scopeId: string): Promise<unknown> =>
  tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [scopeId]);

/** @throws SealError when one of the scope's keys is destroyed: they go together */
async function keysOf(tx: Em, scope: Scope): Promise<KeyRow[]> {
  const rows = await tx.execute<KeyRow[]>(
    'select version, district_id, wrapped, key_id, destroyed_at from data_key where scope = ? order by version',
    [scope.id],
  );
  if (rows.some(({ destroyed_at }) => destroyed_at !== null)) throw new SealError('DESTROYED');
  return rows.filter(({ district_id }) => district_id === scope.districtId);
}

const newestKey = async (tx: Em, scope: Scope): Promise<KeyRow | undefined> => (await keysOf(tx, scope)).at(-1);

function wrappedOf({ wrapped, key_id: keyId }: KeyRow): WrappedKey {
  if (!wrapped) throw new SealError('DESTROYED');
  return { keyId, bytes: wrapped };
}

const contextOf = (scope: Scope, version: number): string => JSON.stringify(['data-key', scope.districtId, scope.id, version]);

const boundTo = (scope: Scope, place: Place, version: number): Buffer =>
  Buffer.from(JSON.stringify([scope.districtId, scope.id, place.rowId, place.column, version]));
