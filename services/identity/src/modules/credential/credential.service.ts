/** Checking what a person knows (password) and has (authenticator app). */
import type { Em } from '@heya/service-common/orm';
import {
  findCredential,
  findSignInAccount,
  type SignInAccount,
  storeCredential,
  updateCredential,
  useTotpStep,
} from './credential.repository.ts';
import { guessPassword } from './password-guess.ts';
import { judgePassword, type PasswordProblem } from './password.policy.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { SecretBox } from './secret-box.ts';
import { cleanCode, matchTotp } from './totp.ts';

export class CredentialService {
  readonly #box: SecretBox;

  constructor(box: SecretBox) {
    this.#box = box;
  }

  /** @param accountName normalised */
  findAccount(tx: Em, accountName: string): Promise<SignInAccount | undefined> {
    return findSignInAccount(tx, accountName);
  }

  /** Uses up the code. @returns whether it was right and fresh */
  async useCode(tx: Em, userId: string, { typed, now }: { typed: string; now: Date }): Promise<boolean> {
    const credential = await findCredential(tx, userId);
    if (!credential?.totpSecret) return false;
    const secret = this.#box.open(place(userId), credential.totpSecret).toString();
    const step = matchTotp(secret, cleanCode(typed), { now, afterStep: credential.lastTotpStep ?? null });
    return step !== undefined && useTotpStep(tx, userId, step);
  }

  /** When the password was last set; null for who has none. */
  async passwordChangedAt(tx: Em, userId: string): Promise<Date | null> {
    return (await findCredential(tx, userId))?.passwordChangedAt ?? null;
  }

  /** @returns what stands in the way of this password for this person, who has a second factor */
  judge(
    person: { accountName: string; displayName: string; displayNameKana?: string | null | undefined },
    password: string,
  ): PasswordProblem | undefined {
    const ownWords = [person.accountName, person.displayName, person.displayNameKana ?? ''];
    return judgePassword(password, { hasSecondFactor: true, ownWords }, guessPassword(password, ownWords));
  }

  /** For a comparison outside the transaction: hashing takes long, and must not hold a connection. */
  async passwordHash(tx: Em, userId: string): Promise<string | undefined> {
    return (await findCredential(tx, userId))?.passwordHash;
  }

  async changePassword(tx: Em, userId: string, { passwordHash, now }: { passwordHash: string; now: Date }): Promise<void> {
    await updateCredential(tx, userId, { passwordHash, passwordChangedAt: now });
  }

  /** A new authenticator app: it counts once it has shown a code. @returns whether the code was its */
  async changeAuthenticator(
    tx: Em,
    userId: string,
    { secret, typed, now }: { secret: string; typed: string; now: Date },
  ): Promise<boolean> {
    const step = matchTotp(secret, cleanCode(typed), { now, afterStep: null });
    if (step === undefined) return false;
    await updateCredential(tx, userId, { totpSecret: this.#box.seal(place(userId), secret), lastTotpStep: step });
    return true;
  }

  /** Sets both factors. A password that is already this one is left alone. */
  async store(tx: Em, userId: string, factors: { password: string; totpSecret: string; now: Date }): Promise<void> {
    const found = await findCredential(tx, userId);
    const unchanged = found && (await verifyPassword(factors.password, found.passwordHash));
    await storeCredential(tx, {
      userId,
      passwordHash: unchanged ? found.passwordHash : await hashPassword(factors.password),
      totpSecret: this.#box.seal(place(userId), factors.totpSecret),
      now: unchanged ? found.passwordChangedAt : factors.now,
    });
  }
}

const place = (userId: string): string => `credential.totp_secret:${userId}`;
