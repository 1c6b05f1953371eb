/** Checking what a person knows (password) and has (authenticator app). */
import type { Em } from '@heya/service-common/orm';
import { findCredential, findSignInAccount, type SignInAccount, storeCredential, useTotpStep } from './credential.repository.ts';
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
    if (!credential) return false;
    const secret = this.#box.open(place(userId), credential.totpSecret).toString();
    const step = matchTotp(secret, cleanCode(typed), { now, afterStep: credential.lastTotpStep ?? null });
    return step !== undefined && useTotpStep(tx, userId, step);
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
