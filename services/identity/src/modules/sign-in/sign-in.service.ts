/** Password and code, or a passkey; then a session. Unknown, stopped and known accounts are answered alike (V09). */
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import type { Logger } from '@heya/service-common/logger';
import type { Viewer } from '@heya/service-common/viewer';
import { type CredentialService, verifyPassword } from '../credential/index.ts';
import { countPasskeys, isPasskeyOnly, type PasskeyService } from '../passkey/index.ts';
import { deviceLabel, maskAddress, type SessionService } from '../session/index.ts';
import { holdActiveUser, normalizeAccountName } from '../user/index.ts';
import type { SignInLimits } from './limit.service.ts';

const serviceViewer: Viewer = { type: 'service', name: 'identity' };

export type StepResult<T> =
  { ok: true; value: T } | { ok: false; problem: 'WRONG' } | { ok: false; problem: 'TOO_MANY'; waitSeconds: number };

/** What is remembered between the two steps, on the server. */
export interface PasswordStep {
  userId: string;
  accountName: string;
  /** Of the password that was right; when another one is set meanwhile, the step is void (V06). */
  passwordChangedAt: string;
  /** The person has passkeys: a code is not taken (threat 20). */
  passkeyOnly: boolean;
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
    const passkeyOnly = isPasskeyOnly(await this.#within((tx) => countPasskeys(tx, userId)));
    const step = { userId, accountName: attempt.accountName, passwordChangedAt: passwordChangedAt.toISOString(), passkeyOnly };
    return { ok: true, value: step };
  }

  async checkCode(step: PasswordStep, typed: { code: string } & Place): Promise<StepResult<SignedIn>> {
    const attempt = { accountName: step.accountName, address: typed.address };
    const waitSeconds = await this.#parts.limits.take(attempt);
    if (waitSeconds > 0) return this.#refuseFor(waitSeconds);
    const sessionId = await this.#within((tx) => this.#beginWithCode(tx, step, typed));
    if (!sessionId) return this.#refuse('code', step.userId);
    await this.#parts.limits.forgive(attempt);
    return this.#welcome({ userId: step.userId, sessionId });
  }

  /** @returns what the device is asked to sign */
  askPasskey({ uid, userId }: PasskeyVisit): ReturnType<PasskeyService['ask']> {
    return this.#within((tx) => this.#parts.passkeys.ask(tx, { purpose: 'SIGN_IN', subject: uid }, userId));
  }

  /** A passkey is both factors at once: the device, and whatever opens it. */
  async checkPasskey({ uid }: { uid: string }, typed: { answer: unknown } & Place): Promise<StepResult<SignedIn>> {
    const waitSeconds = await this.#parts.limits.takeNetwork(typed.address);
    if (waitSeconds > 0) return this.#refuseFor(waitSeconds);
    const signedIn = await this.#within((tx) => this.#beginWithPasskey(tx, uid, typed));
    if (!signedIn) return this.#refuse('passkey', undefined);
    await this.#parts.limits.giveBackNetwork(typed.address);
    return this.#welcome(signedIn);
  }

  async #beginWithCode(tx: Em, step: PasswordStep, { code, ...place }: { code: string } & Place): Promise<string | undefined> {
    const { credentials, now } = this.#parts;
    const user = await holdActiveUser(tx, step.userId);
    if (!user || isPasskeyOnly(await countPasskeys(tx, user.id))) return undefined;
    if ((await credentials.passwordChangedAt(tx, user.id))?.toISOString() !== step.passwordChangedAt) return undefined;
    if (!(await credentials.useCode(tx, user.id, { typed: code, now: now() }))) return undefined;
    return this.#begin(tx, { userId: user.id, passkeyId: null }, place);
  }

  async #beginWithPasskey(tx: Em, uid: string, { answer, ...place }: { answer: unknown } & Place): Promise<SignedIn | undefined> {
    const passkey = await this.#parts.passkeys.check(tx, { purpose: 'SIGN_IN', subject: uid }, answer);
    if (!passkey) return undefined;
    const { id: passkeyId, userId } = passkey;
    return { userId, sessionId: await this.#begin(tx, { userId, passkeyId }, place) };
  }

  #begin(tx: Em, { userId, passkeyId }: { userId: string; passkeyId: string | null }, { address, userAgent }: Place): Promise<string> {
    return this.#parts.sessions.begin(tx, {
      userId,
      passkeyId,
      methods: passkeyId ? ['PASSKEY'] : ['PASSWORD', 'TOTP'],
      networkHint: maskAddress(address),
      device: deviceLabel(userAgent),
    });
  }

  #welcome(signedIn: SignedIn): StepResult<SignedIn> {
    this.#parts.logger.info('signed in', { ...signedIn });
    return { ok: true, value: signedIn };
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
