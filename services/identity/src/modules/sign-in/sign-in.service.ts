/** Password, then code, then a session. Unknown, stopped and known accounts are answered alike (V09). */
import { inViewer, type Orm } from '@heya/service-common/orm';
import type { Logger } from '@heya/service-common/logger';
import type { Viewer } from '@heya/service-common/viewer';
import { type CredentialService, verifyPassword } from '../credential/index.ts';
import { maskAddress, type SessionService } from '../session/index.ts';
import { findActiveUser, normalizeAccountName } from '../user/index.ts';
import type { SignInLimits } from './limit.service.ts';

const serviceViewer: Viewer = { type: 'service', name: 'identity' };

export type StepResult<T> =
  { ok: true; value: T } | { ok: false; problem: 'WRONG' } | { ok: false; problem: 'TOO_MANY'; waitSeconds: number };

/** What is remembered between the two steps, on the server. */
export interface PasswordStep {
  userId: string;
  accountName: string;
}

interface SignInParts {
  orm: Orm;
  credentials: CredentialService;
  sessions: SessionService;
  limits: SignInLimits;
  logger: Logger;
  now?: () => Date;
}

export class SignInService {
  readonly #parts: Required<SignInParts>;

  constructor(parts: SignInParts) {
    this.#parts = { now: () => new Date(), ...parts };
  }

  async checkPassword(typed: { accountName: string; password: string; address: string }): Promise<StepResult<PasswordStep>> {
    const attempt = { accountName: normalizeAccountName(typed.accountName), address: typed.address };
    const waitSeconds = await this.#parts.limits.take(attempt);
    if (waitSeconds > 0) return this.#refuseFor(waitSeconds);
    const account = await inViewer(this.#parts.orm.em, serviceViewer, (tx) => this.#parts.credentials.findAccount(tx, attempt.accountName));
    const matches = await verifyPassword(typed.password, account?.passwordHash);
    if (!matches || !account) return this.#refuse('password', account?.userId);
    await this.#parts.limits.giveBack(attempt);
    return { ok: true, value: { userId: account.userId, accountName: attempt.accountName } };
  }

  /** @returns the new session's id */
  async checkCode(step: PasswordStep, typed: { code: string; address: string }): Promise<StepResult<string>> {
    const attempt = { accountName: step.accountName, address: typed.address };
    const waitSeconds = await this.#parts.limits.take(attempt);
    if (waitSeconds > 0) return this.#refuseFor(waitSeconds);
    const sessionId = await this.#begin(step.userId, typed);
    if (!sessionId) return this.#refuse('code', step.userId);
    await this.#parts.limits.forgive(attempt);
    this.#parts.logger.info('signed in', { userId: step.userId, sessionId });
    return { ok: true, value: sessionId };
  }

  #begin(userId: string, { code, address }: { code: string; address: string }): Promise<string | undefined> {
    const { orm, credentials, sessions, now } = this.#parts;
    return inViewer(orm.em, serviceViewer, async (tx) => {
      const user = await findActiveUser(tx, userId);
      if (!user || !(await credentials.useCode(tx, user.id, { typed: code, now: now() }))) return undefined;
      return sessions.begin(tx, { userId: user.id, methods: ['PASSWORD', 'TOTP'], networkHint: maskAddress(address) });
    });
  }

  #refuse(reason: string, userId: string | undefined): StepResult<never> {
    this.#parts.logger.info('sign-in refused', { reason, userId });
    return { ok: false, problem: 'WRONG' };
  }

  #refuseFor(waitSeconds: number): StepResult<never> {
    this.#parts.logger.warn('sign-in throttled', { ms: waitSeconds * 1000 });
    return { ok: false, problem: 'TOO_MANY', waitSeconds };
  }
}
