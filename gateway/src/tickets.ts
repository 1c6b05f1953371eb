/** One-time tickets: a browser's script opens its WebSocket with one, so that it never holds a token. */
import { createHash, randomBytes } from 'node:crypto';
import type { Bus } from '@heya/service-common/bus';
import { codedError } from '@heya/service-common/errors';
import { viewerSchema } from '@heya/service-common/viewer';
import { z } from 'zod';
import type { Authentication } from './authenticate.ts';

const lifeSeconds = 60;

const claimsSchema = z.object({ viewer: viewerSchema, expiresAt: z.number() });

export class Tickets {
  readonly #bus: Bus;

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  /** @returns a ticket good for one socket within 60 s; the socket lives no longer than the token behind it */
  async issue({ viewer, expiresAt }: Authentication): Promise<{ ticket: string; expiresAt: string }> {
    const ticket = randomBytes(32).toString('base64url');
    const { rows } = await this.#ask<{ expires_at: Date }>(
      `with spent as (delete from socket_ticket where expires_at < now())
       insert into socket_ticket (hash, claims, expires_at) values ($1, $2, now() + make_interval(secs => $3)) returning expires_at`,
      [hash(ticket), JSON.stringify({ viewer, expiresAt }), lifeSeconds],
    );
    return { ticket, expiresAt: (rows[0]?.expires_at ?? new Date()).toISOString() };
  }

  /** Uses the ticket up, whichever gateway issued it. @returns undefined when it is unknown, used or old */
  async redeem(ticket: string): Promise<Authentication | undefined> {
    const { rows } = await this.#ask<{ claims: string; fresh: boolean }>(
      'delete from socket_ticket where hash = $1 returning claims, expires_at > now() as fresh',
      [hash(ticket)],
    );
    const row = rows[0];
    if (!row?.fresh) return undefined;
    const claims = claimsSchema.parse(JSON.parse(row.claims));
    return claims.viewer.type === 'person' ? { viewer: claims.viewer, expiresAt: claims.expiresAt } : undefined;
  }

  /** @throws SERVICE_UNAVAILABLE while the database is away */
  async #ask<R extends Record<string, unknown>>(text: string, values: unknown[]): Promise<{ rows: R[] }> {
    try {
      return await this.#bus.query<R>(text, values);
    } catch {
      throw codedError('SERVICE_UNAVAILABLE');
    }
  }
}

const hash = (ticket: string) => createHash('sha256').update(ticket).digest();
