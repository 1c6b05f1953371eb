/** Password and code, or a passkey; then a session. Unknown, stopped and known accounts are answered alike (V09). */
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Logger } from '@heya/service-common/logger';
import type { Viewer } from '@heya/service-common/viewer';
import { type CredentialService, verifyPassword } from '../credential/index.ts';
import { countPasskeys, isPasskeyOnly, type PasskeyService } from '../passkey/index.ts';
import { deviceLabel, type SessionService, type SignInFacts } from '../session/index.ts';
import { holdActiveUser, normalizeAccountName, type User } from '../user/index.ts';
import type { SignInLimits } from './limit.service.ts';

const serviceViewer: Viewer = { type: 'service', name: 'identity' };

export type StepResult<T> =
  | { ok: true; value: T }
  | { ok: false; problem: 'WRONG' }
  /** The password was right, and there is no second factor yet. */
  | { ok: false; problem: 'UNFINISHED' }
  | { ok: false; problem: 'TOO_MANY'; waitSeconds: number };

/** What is remembered between the two steps, on the server. */
export interface PasswordStep {
  userId: string;
  accountName: string;
  /** Of the password that was right; when another one is set meanwhile, the step is void (V06). */
  passwordChangedAt: string;
  /** The person has passkeys: a code is not taken (threat 20). */
  passkeyOnly: boolean;
}

/** Whoever has not gone through their first sign-in is led back into it (R1, R4). */
export interface FirstSignIn {
  /** @returns what lets this browser go on there; undefined when there is nothing to go on with */
  resume(tx: Em, userId: string): Promise<string | undefined>;
}

/** Where somebody signs in from. */
export interface Place {
  address: string;
  userAgent: string | undefined;
}

export interface SignedIn {
  userId: string;
  sessionId: string;
}

/** Both factors were right, and the ID is not in use yet: no session begins. */
export interface LedBack {
  userId: string;
  visit: string;
}

/** What the answer of a device was for. */
export interface PasskeyVisit {
  /** The sign-in under way. */
  uid: string;
  /** The person whose password was right just before; null: whoever's key it is. */
  userId: string | null;
}

interface SignInParts {
  orm: Orm;
  credentials: CredentialService;
  passkeys: PasskeyService;
  sessions: SessionService;
  limits: SignInLimits;
  firstSignIn: FirstSignIn;
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
    const account = await this.#within((tx) => this.#parts.credentials.findAccount(tx, attempt.accountName));
    const matches = await verifyPassword(typed.password, account?.passwordHash);
    if (!matches || !account) return this.#refuse('password', account?.userId);
    await this.#parts.limits.giveBack(attempt);
    const { userId, passwordChangedAt } = account;
    const { passkeyOnly, hasAuthenticator } = await this.#within(async (tx) => ({
      passkeyOnly: isPasskeyOnly(await countPasskeys(tx, userId)),
      hasAuthenticator: await this.#parts.credentials.hasAuthenticator(tx, userId),
    }));
    if (!passkeyOnly && !hasAuthenticator) return { ok: false, problem: 'UNFINISHED' };
    const step = { userId, accountName: attempt.accountName, passwordChangedAt: passwordChangedAt.toISOString(), passkeyOnly };
    return { ok: true, value: step };
  }

  async checkCode(step: PasswordStep, typed: { code: string } & Place): Promise<StepResult<SignedIn | LedBack>> {
    const attempt = { accountName: step.accountName, address: typed.address };
    const waitSeconds = await this.#parts.limits.take(attempt);
    if (waitSeconds > 0) return this.#refuseFor(waitSeconds);
    const entered = await this.#within((tx) => this.#beginWithCode(tx, step, typed));
    if (!entered) return this.#refuse('code', step.userId);
    await this.#parts.limits.forgive(attempt);
    return this.#welcome(entered);
  }

  /** @returns what the device is asked to sign */
  askPasskey({ uid, userId }: PasskeyVisit): ReturnType<PasskeyService['ask']> {
    return this.#within((tx) => this.#parts.passkeys.ask(tx, { purpose: 'SIGN_IN', subject: uid }, userId));
  }

  /** A passkey is both factors at once: the device, and whatever opens it. */
  async checkPasskey({ uid }: { uid: string }, typed: { answer: unknown } & Place): Promise<StepResult<SignedIn | LedBack>> {
    const waitSeconds = await this.#parts.limits.takeNetwork(typed.address);
    if (waitSeconds > 0) return this.#refuseFor(waitSeconds);
    const entered = await this.#within((tx) => this.#beginWithPasskey(tx, uid, typed));
    if (!entered) return this.#refuse('passkey', undefined);
    await this.#parts.limits.giveBackNetwork(typed.address);
    return this.#welcome(entered);
  }

  async #beginWithCode(tx: Em, step: PasswordStep, { code, ...place }: { code: string } & Place): Promise<SignedIn | LedBack | undefined> {
    const { credentials, now } = this.#parts;
    const user = await holdActiveUser(tx, step.userId);
    if (!user || isPasskeyOnly(await countPasskeys(tx, user.id))) return undefined;
    if ((await credentials.passwordChangedAt(tx, user.id))?.toISOString() !== step.passwordChangedAt) return undefined;
    const factor = await credentials.useCode(tx, user.id, { typed: code, now: now() });
    return factor && this.#begin(tx, user, { methods: ['PASSWORD', factor], passkeyId: null }, place);
  }

  async #beginWithPasskey(tx: Em, uid: string, { answer, ...place }: { answer: unknown } & Place): Promise<SignedIn | LedBack | undefined> {
    const passkey = await this.#parts.passkeys.check(tx, { purpose: 'SIGN_IN', subject: uid }, answer);
    const user = passkey && (await holdActiveUser(tx, passkey.userId));
    return user ? this.#begin(tx, user, { methods: ['PASSKEY'], passkeyId: passkey.id }, place) : undefined;
  }

  /** A session; for whom the first sign-in is not finished, the way back into it and nothing else (R1). */
  async #begin(tx: Em, { id: userId, enrolledAt }: User, by: Pick<SignInFacts, 'methods' | 'passkeyId'>, { address, userAgent }: Place) {
    if (enrolledAt) {
      const sessionId = await this.#parts.sessions.begin(tx, {
        ...by,
        userId,
        address,
        device: deviceLabel(userAgent),
      });
      return { userId, sessionId };
    }
    const visit = await this.#parts.firstSignIn.resume(tx, userId);
    return visit === undefined ? undefined : { userId, visit };
  }

  #welcome<T extends SignedIn | LedBack>(entered: T): StepResult<T> {
    const { userId } = entered;
    if ('sessionId' in entered) this.#parts.logger.info('signed in', { userId, sessionId: entered.sessionId });
    else this.#parts.logger.info('led back to the first sign-in', { userId });
    return { ok: true, value: entered };
  }

  #within<T>(work: (tx: Em) => Promise<T>): Promise<T> {
    return inViewer(this.#parts.orm.em, serviceViewer, work);
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
