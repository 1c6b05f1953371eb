/** A person with a recovery code sets both factors anew; everything from before is over. */
import { timingSafeEqual } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Logger } from '@heya/service-common/logger';
import type { Relay } from '@heya/service-common/outbox';
import { anonymousViewer, type Viewer } from '@heya/service-common/viewer';
import {
  type CredentialService,
  forgetBackupCodes,
  hashPassword,
  newTotpSecret,
  type OwnWords,
  type PasswordProblem,
  type SecretBox,
} from '../credential/index.ts';
import { recordRefusal } from '../../refusal.ts';
import { deletePasskeysOf } from '../passkey/index.ts';
import type { SessionService } from '../session/index.ts';
import type { SignInLimits } from '../sign-in/index.ts';
import { findActiveUser, findByAccountName, findOwnWords, lockUser, normalizeAccountName, type User } from '../user/index.ts';
import type { Recovery } from './recovery.entity.ts';
import { stateOf } from './recovery.policy.ts';
import * as repository from './recovery.repository.ts';
import { hashCode } from './recovery.service.ts';

const serviceViewer: Viewer = { type: 'service', name: 'identity' };
const ticketMs = 15 * 60_000;

export interface CompletionParts {
  orm: Orm;
  relay: Relay;
  box: SecretBox;
  credentials: CredentialService;
  sessions: SessionService;
  limits: SignInLimits;
  pepper: Buffer;
  logger: Logger;
  now: () => Date;
}

/** What stands between the two pages: sealed, so that the browser carries it without being able to read or change it. */
interface Ticket {
  recoveryId: string;
  totpSecret: string;
  expiresAt: number;
}

export type OpenResult = { ok: true; ticket: string; accountName: string; totpSecret: string } | { ok: false; waitSeconds: number };
export type FinishResult = 'DONE' | 'OVER' | 'WRONG_CODE' | { password: PasswordProblem };

const place = 'recovery.ticket';

export class RecoveryCompletion {
  readonly #parts: CompletionParts;

  constructor(parts: CompletionParts) {
    this.#parts = parts;
  }

  /** @returns the same refusal for an unknown name, a wrong code, and one whose day has not come */
  async open(typed: { accountName: string; code: string; address: string }): Promise<OpenResult> {
    const { limits, now } = this.#parts;
    const accountName = normalizeAccountName(typed.accountName);
    const attempt = { accountName: `recovery:${accountName}`, address: typed.address };
    const waitSeconds = await limits.take(attempt);
    if (waitSeconds > 0) return { ok: false, waitSeconds };
    const recovery = await this.#within((tx) => this.#match(tx, accountName, typed.code));
    if (!recovery) {
      this.#parts.logger.info('recovery refused');
      return { ok: false, waitSeconds: 0 };
    }
    await limits.forgive(attempt);
    const totpSecret = newTotpSecret();
    const ticket: Ticket = { recoveryId: recovery.id, totpSecret, expiresAt: now().getTime() + ticketMs };
    return { ok: true, ticket: this.#parts.box.seal(place, JSON.stringify(ticket)).toString('base64url'), accountName, totpSecret };
  }

  /** What the second page shows again when something was wrong on it. */
  async read(sealed: string): Promise<{ accountName: string; totpSecret: string } | undefined> {
    const ticket = this.#unseal(sealed);
    if (!ticket) return undefined;
    const user = await this.#within(async (tx) => (await this.#ready(tx, ticket.recoveryId))?.user);
    return user && { accountName: user.accountName, totpSecret: ticket.totpSecret };
  }

  async finish(sealed: string, typed: { password: string; code: string }): Promise<FinishResult> {
    const ticket = this.#unseal(sealed);
    if (!ticket) return 'OVER';
    const ready = await this.#within((tx) => this.#ready(tx, ticket.recoveryId));
    if (!ready) return 'OVER';
    const problem = this.#parts.credentials.judge(ready.own, typed.password);
    if (problem) return { password: problem };
    const factors = { passwordHash: await hashPassword(typed.password), code: typed.code };
    const result = await this.#within((tx) => this.#replace(tx, { ...ticket, userId: ready.user.id }, factors));
    if (result === 'DONE') await this.#parts.relay.settle();
    return result;
  }

  async #match(tx: Em, accountName: string, typed: string): Promise<Recovery | undefined> {
    const user = await findByAccountName(tx, accountName);
    const recovery = user && !user.deactivatedAt ? await repository.findUnfinished(tx, user.id) : null;
    const expected = Buffer.from(recovery?.codeHash ?? hashCode(this.#parts.pepper, accountName, ''));
    const given = Buffer.from(hashCode(this.#parts.pepper, recovery?.id ?? accountName, typed));
    const matches = timingSafeEqual(expected, given);
    if (!recovery || stateOf(recovery, this.#parts.now()) !== 'READY') return undefined;
    if (matches) return recovery;
    const nobody = { viewer: anonymousViewer, requestId: newId() };
    await recordRefusal(tx, nobody, { subjectType: 'Recovery', subjectId: recovery.id, districtId: recovery.districtId });
    return undefined;
  }

  async #ready(tx: Em, recoveryId: string): Promise<{ recovery: Recovery; user: User; own: OwnWords } | undefined> {
    const recovery = await repository.findRecovery(tx, recoveryId);
    if (!recovery || stateOf(recovery, this.#parts.now()) !== 'READY') return undefined;
    const user = await findActiveUser(tx, recovery.userId);
    return user && { recovery, user, own: await findOwnWords(tx, user) };
  }

  /** One transaction: both factors, no passkey, no sign-in from before (V06). */
  async #replace(
    tx: Em,
    ticket: Ticket & { userId: string },
    { passwordHash, code }: { passwordHash: string; code: string },
  ): Promise<FinishResult> {
    const { credentials, sessions, now } = this.#parts;
    await lockUser(tx, ticket.userId);
    await repository.lockRecovery(tx, ticket.recoveryId);
    const ready = await this.#ready(tx, ticket.recoveryId);
    if (!ready) return 'OVER';
    const { recovery, user } = ready;
    if (!(await credentials.changeAuthenticator(tx, user.id, { secret: ticket.totpSecret, typed: code, now: now() }))) return 'WRONG_CODE';
    await credentials.changePassword(tx, user.id, { passwordHash, now: now() });
    await forgetBackupCodes(tx, user.id);
    await deletePasskeysOf(tx, user.id);
    await sessions.endAll(tx, user.id, { reason: 'REVOKED' });
    await repository.updateRecovery(tx, recovery.id, { completedAt: now() });
    await audit(
      tx,
      { viewer: anonymousViewer, requestId: newId() },
      {
        authority: 'RECOVERY',
        action: 'UPDATE',
        categories: [],
        subjectType: 'User',
        subjectId: user.id,
        districtId: user.districtId,
      },
    );
    return 'DONE';
  }

  #unseal(sealed: string): Ticket | undefined {
    try {
      const ticket = JSON.parse(this.#parts.box.open(place, Buffer.from(sealed, 'base64url')).toString()) as Ticket;
      return ticket.expiresAt > this.#parts.now().getTime() ? ticket : undefined;
    } catch {
      return undefined;
    }
  }

  async #within<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    const result = await inViewer(this.#parts.orm.em, serviceViewer, work);
    this.#parts.relay.wake();
    return result;
  }
}
