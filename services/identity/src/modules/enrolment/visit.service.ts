/** Coming in to one's enrolment: by account name and code, later by what was chosen with them; then one browser goes through it. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { audit, type AuditActor } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Logger } from '@heya/service-common/logger';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import { anonymousViewer, type PersonViewer, type Viewer } from '@heya/service-common/viewer';
import { recordRefusal } from '../../refusal.ts';
import { type CredentialService, type SecretBox, verifyPassword } from '../credential/index.ts';
import type { SignInLimits } from '../sign-in/index.ts';
import { findByAccountName, holdActiveUser, normalizeAccountName, type User } from '../user/index.ts';
import type { Enrolment } from './enrolment.entity.ts';
import { takesCode, visitDeadline } from './enrolment.policy.ts';
import { findByVisit, findOpen, findOpenById, updateEnrolment } from './enrolment.repository.ts';
import { hashCode } from './issue.service.ts';

const serviceViewer: Viewer = { type: 'service', name: 'identity' };
const ticketMs = 15 * 60_000;
const place = 'enrolment.ticket';

export interface VisitParts {
  orm: Orm;
  box: SecretBox;
  credentials: CredentialService;
  limits: SignInLimits;
  /** Hashes codes. */
  pepper: Buffer;
  logger: Logger;
  now: () => Date;
}

/** Whose enrolment a browser goes through. */
export interface Visit {
  enrolment: Enrolment;
  user: User;
}

export type Opening =
  /** What the browser keeps as a cookie. */
  | { visit: string }
  /** Right, but a password was chosen already: it is asked for as well. */
  | { ticket: string }
  | { waitSeconds: number }
  | 'WRONG';

export class EnrolmentVisits {
  readonly #parts: VisitParts;

  constructor(parts: VisitParts) {
    this.#parts = parts;
  }

  /** An unknown name, a wrong code, one whose time is up and one that was used are answered alike. */
  async open(typed: { accountName: string; code: string; address: string }): Promise<Opening> {
    const { limits, logger, now } = this.#parts;
    const accountName = normalizeAccountName(typed.accountName);
    const attempt = { accountName: `enrolment:${accountName}`, address: typed.address };
    const waitSeconds = await limits.take(attempt);
    if (waitSeconds > 0) return { waitSeconds };
    const opening = await this.#within(async (tx) => {
      const enrolment = await this.#match(tx, accountName, typed.code);
      if (!enrolment) return 'WRONG';
      if (enrolment.step !== 'PASSWORD') return { ticket: this.#ticket(enrolment.id) };
      await recordStep(tx, enrolment);
      if (!enrolment.openedAt) await updateEnrolment(tx, enrolment.id, { openedAt: now() });
      return { visit: await this.#begin(tx, enrolment) };
    });
    if (opening === 'WRONG') logger.info('enrolment refused');
    else await limits.forgive(attempt);
    return opening;
  }

  /** The password beside the code, where one was chosen before. @param address counted like any sign-in */
  async confirm(ticket: string, { password, address }: { password: string; address: string }): Promise<Opening | 'OVER'> {
    const { limits, credentials } = this.#parts;
    const found = await this.#within((tx) => this.#ofTicket(tx, ticket));
    if (!found) return 'OVER';
    const attempt = { accountName: found.user.accountName, address };
    const waitSeconds = await limits.take(attempt);
    if (waitSeconds > 0) return { waitSeconds };
    const hash = await this.#within((tx) => credentials.passwordHash(tx, found.user.id));
    const matches = await verifyPassword(password, hash);
    const opening = await this.#within(async (tx) => {
      const still = await this.#ofTicket(tx, ticket);
      if (!still) return 'OVER';
      if (matches && (await credentials.passwordHash(tx, still.user.id)) === hash) {
        await recordStep(tx, still.enrolment);
        return { visit: await this.#begin(tx, still.enrolment) };
      }
      await recordRefusal(tx, nobody(), about(still.enrolment));
      return 'WRONG';
    });
    if (typeof opening === 'object') await limits.forgive(attempt);
    return opening;
  }

  /** For somebody who has just signed in with both factors: back to the open step (R1). @returns the cookie's value */
  async resume(tx: Em, userId: string): Promise<string | undefined> {
    const enrolment = await findOpen(tx, userId);
    return enrolment ? this.#begin(tx, enrolment) : undefined;
  }

  /** @param tx absent: in a transaction of its own @returns undefined when the browser has to come in anew */
  async find(visit: string | undefined, tx?: Em): Promise<Visit | undefined> {
    if (!visit) return undefined;
    if (!tx) return this.#within((own) => this.find(visit, own));
    const now = this.#parts.now();
    const enrolment = await findByVisit(tx, hashVisit(visit), now);
    const user = enrolment && (await holdActiveUser(tx, enrolment.userId));
    if (!enrolment || !user) return undefined;
    await updateEnrolment(tx, enrolment.id, { visitUntil: visitDeadline(now) });
    return { enrolment, user };
  }

  /** Whoever is asked for, it costs the same statements (V09). */
  async #match(tx: Em, accountName: string, typed: string): Promise<Enrolment | undefined> {
    const { pepper, now } = this.#parts;
    const user = await findByAccountName(tx, accountName);
    const enrolment = await findOpen(tx, user && !user.deactivatedAt ? user.id : newId());
    const expected = Buffer.from(enrolment?.codeHash ?? hashCode(pepper, accountName, ''));
    const given = Buffer.from(hashCode(pepper, enrolment?.id ?? accountName, typed));
    const matches = timingSafeEqual(expected, given);
    if (enrolment && matches && takesCode(enrolment, now())) return enrolment;
    await recordRefusal(tx, nobody(), enrolment ? about(enrolment) : { subjectType: 'Enrolment' });
    return undefined;
  }

  /** The browser that went through it before is out. */
  async #begin(tx: Em, { id }: Enrolment): Promise<string> {
    const visit = randomBytes(32).toString('base64url');
    await updateEnrolment(tx, id, { visitHash: hashVisit(visit), visitUntil: visitDeadline(this.#parts.now()) });
    return visit;
  }

  #ticket(enrolmentId: string): string {
    const ticket = { enrolmentId, expiresAt: this.#parts.now().getTime() + ticketMs };
    return this.#parts.box.seal(place, JSON.stringify(ticket)).toString('base64url');
  }

  async #ofTicket(tx: Em, sealed: string): Promise<Visit | undefined> {
    const { enrolmentId, expiresAt } = this.#unseal(sealed);
    const now = this.#parts.now();
    if (!enrolmentId || expiresAt <= now.getTime()) return undefined;
    const enrolment = await findOpenById(tx, enrolmentId);
    const user = enrolment && (await holdActiveUser(tx, enrolment.userId));
    return enrolment && user && takesCode(enrolment, now) ? { enrolment, user } : undefined;
  }

  #unseal(sealed: string): { enrolmentId?: string; expiresAt: number } {
    try {
      return JSON.parse(this.#parts.box.open(place, Buffer.from(sealed, 'base64url')).toString()) as {
        enrolmentId: string;
        expiresAt: number;
      };
    } catch {
      return { expiresAt: 0 };
    }
  }

  #within<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    return inViewer(this.#parts.orm.em, serviceViewer, work);
  }
}

export const hashVisit = (visit: string): string => createHash('sha256').update(visit).digest('base64url');

const nobody = (): AuditActor => ({ viewer: anonymousViewer, requestId: newId() });

const about = ({ id, districtId }: Enrolment) => ({ subjectType: 'Enrolment', subjectId: id, districtId });

const recordStep = (tx: Em, enrolment: Enrolment): Promise<void> =>
  audit(tx, nobody(), { authority: 'ENROLMENT', action: 'UPDATE', categories: [], ...about(enrolment) });

/** Who goes through it is known by code and password, though no sign-in stands behind them yet: the enrolment stands in its place. */
export function actorOf({ enrolment, user }: Visit): AuditActor {
  const viewer: PersonViewer = {
    type: 'person',
    userId: user.id,
    districtId: user.districtId,
    kind: user.kind,
    sessionId: enrolment.id,
    clientId: 'heya-enrolment',
    labels: { name: user.displayName },
  };
  return { viewer, requestId: newId() };
}
