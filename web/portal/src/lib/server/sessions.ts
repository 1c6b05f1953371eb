/** Server-side sign-in sessions (security.md 19): the browser holds an opaque id, the tokens stay here. */
import pg from 'pg';
import { idleLimits } from '#lib/idle/idle.policy.ts';
import { digest, opaqueId, seal, unseal } from './seal.ts';

export interface Tokens {
  access: string;
  refresh: string;
  id: string;
  /** When the access token stops working, ms since 1970. */
  expiresAt: number;
  /** The registered device whose key must sign before they are renewed; absent: none (R6). */
  deviceId?: string;
}

export interface PortalSession {
  /** The cookie's value. */
  id: string;
}

export interface FoundSession extends PortalSession {
  /** Nothing but signing in again, or out, may be done with it (R6). */
  locked: boolean;
  /** Since the last input that the server was told of. */
  idleMs: number;
  /** The device it is bound to; absent: none. */
  deviceId?: string;
}

const interval = (ms: number): string => `interval '${ms / 1000} seconds'`;

/** R6: signed out after 30 minutes without use, and after 12 hours whatever the use. */
const live = `used_at > now() - ${interval(idleLimits.signOutMs)} and created_at > now() - ${interval(idleLimits.absoluteMs)}`;
/** The server locks by its own clock too: a browser that was stopped could not say so. */
const locked = `(locked_at is not null or used_at <= now() - ${interval(idleLimits.lockMs)})`;

export class SessionStore {
  readonly #pool: pg.Pool;
  readonly #key: Buffer;
  #ready: Promise<unknown> | undefined;

  constructor(databaseUrl: string, key: Buffer) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 8, connectionTimeoutMillis: 3_000 });
    this.#pool.on('error', () => undefined);
    this.#key = key;
  }

  /** Always a new id: one known before sign-in is worth nothing after it. */
  async create(tokens: Tokens): Promise<PortalSession> {
    const id = opaqueId();
    await this.#query('delete from portal_session where not (' + live + ')', []);
    await this.#query('insert into portal_session (id_hash, tokens) values ($1, $2)', [digest(id), this.#seal(id, tokens)]);
    return { id };
  }

  /** The session if it is still alive, locked or not. */
  async find(id: string): Promise<FoundSession | null> {
    const found = await this.#query<{ locked: boolean; idle_ms: number; tokens: Buffer }>(
      `select ${locked} as locked, (extract(epoch from now() - used_at) * 1000)::float8 as idle_ms, tokens
       from portal_session where id_hash = $1 and ${live}`,
      [digest(id)],
    );
    const row = found.rows[0];
    if (!row) return null;
    const deviceId = unseal<Tokens>(this.#key, row.tokens, digest(id).toString('hex'))?.deviceId;
    return { id, locked: row.locked, idleMs: row.idle_ms, ...(deviceId && { deviceId }) };
  }

  /** Counts as use; a locked session stays as it is. */
  async touch(id: string): Promise<void> {
    await this.#query(`update portal_session set used_at = now() where id_hash = $1 and not ${locked}`, [digest(id)]);
  }

  /** Until somebody signs in again, whatever the browser is asked to do. */
  async lock(id: string): Promise<void> {
    await this.#query('update portal_session set locked_at = coalesce(locked_at, now()) where id_hash = $1', [digest(id)]);
  }

  /** The tokens as they are, without renewing them. */
  async tokens(id: string): Promise<Tokens | null> {
    const found = await this.#query<{ tokens: Buffer }>(`select tokens from portal_session where id_hash = $1 and ${live}`, [digest(id)]);
    return found.rows[0] ? unseal<Tokens>(this.#key, found.rows[0].tokens, digest(id).toString('hex')) : null;
  }

  /**
   * Replaces the tokens while holding the row, so that of many requests at once only one renews
   * and the others take what it got: a refresh token used twice would end the sign-in.
   * @param renew null means: the sign-in is over
   */
  async renew(id: string, isFresh: (tokens: Tokens) => boolean, renew: (tokens: Tokens) => Promise<Tokens | null>): Promise<Tokens | null> {
    await this.#prepare();
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      const tokens = await this.#renewLocked(client, id, isFresh, renew);
      await client.query('commit');
      return tokens;
    } catch (problem) {
      await client.query('rollback').catch(() => undefined);
      throw problem;
    } finally {
      client.release();
    }
  }

  /** Removes it and hands out its tokens, once: of several tabs that sign out together one goes on to the sign-in server. */
  async take(id: string): Promise<Tokens | null> {
    const hash = digest(id);
    const taken = await this.#query<{ tokens: Buffer }>('delete from portal_session where id_hash = $1 returning tokens', [hash]);
    return taken.rows[0] ? unseal<Tokens>(this.#key, taken.rows[0].tokens, hash.toString('hex')) : null;
  }

  async remove(id: string): Promise<void> {
    await this.#query('delete from portal_session where id_hash = $1', [digest(id)]);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  /** @throws when the database does not answer */
  async ping(): Promise<void> {
    await this.#query('select 1', []);
  }

  async #renewLocked(client: pg.PoolClient, id: string, isFresh: (t: Tokens) => boolean, renew: (t: Tokens) => Promise<Tokens | null>) {
    const hash = digest(id);
    const found = await client.query<{ tokens: Buffer }>(`select tokens from portal_session where id_hash = $1 and ${live} for update`, [
      hash,
    ]);
    const tokens = found.rows[0] ? unseal<Tokens>(this.#key, found.rows[0].tokens, hash.toString('hex')) : null;
    if (!tokens || isFresh(tokens)) return tokens;
    const renewed = await renew(tokens);
    if (renewed) await client.query('update portal_session set tokens = $2 where id_hash = $1', [hash, this.#seal(id, renewed)]);
    else await client.query('delete from portal_session where id_hash = $1', [hash]);
    return renewed;
  }

  #seal(id: string, tokens: Tokens): Buffer {
    return seal(this.#key, tokens, digest(id).toString('hex'));
  }

  async #query<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<R>> {
    await this.#prepare();
    return this.#pool.query<R>(text, values);
  }

  /** The table is made at the first use; a database that is down now may answer the next time. */
  async #prepare(): Promise<void> {
    this.#ready ??= this.#pool.query(`create table if not exists portal_session (
      id_hash bytea primary key, tokens bytea not null,
      created_at timestamptz not null default now(), used_at timestamptz not null default now());
      alter table portal_session add column if not exists locked_at timestamptz`);
    try {
      await this.#ready;
    } catch (problem) {
      this.#ready = undefined;
      throw problem;
    }
  }
}
