/** Checking what a person knows (password) and has (authenticator app). */
import { createHmac } from 'node:crypto';
import type { Em } from '@heya/service-common/orm';
import {
  countBackupCodes,
  findCredential,
  findSignInAccount,
  replaceBackupCodes,
  type SignInAccount,
  storeCredential,
  storePassword,
  updateCredential,
  useBackupCode,
  useTotpStep,
} from './credential.repository.ts';
import { guessPassword } from './password-guess.ts';
import { judgePassword, type OwnWords, type PasswordProblem } from './password.policy.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { newReadableCode, readReadableCode } from '@heya/service-common/readable-code';
import type { SecretBox } from './secret-box.ts';
import { cleanCode, matchTotp } from './totp.ts';

/** How many backup codes a person gets at a time. */
const backupCodes = 8;
/** 44 bits: few can be tried before the account closes for a while (R5). */
const backupCodeShape = { groups: 2, group: 5 };

/** What a code of the second step was. */
type SecondFactor = 'TOTP' | 'BACKUP_CODE';

export class CredentialService {
  readonly #box: SecretBox;
  readonly #hash: typeof hashPassword;
  readonly #backupPepper: Buffer;

  /** @param hash how a password becomes what is kept of it */
  constructor(box: SecretBox, hash = hashPassword) {
    this.#box = box;
    this.#hash = hash;
    this.#backupPepper = box.derive('backup-codes');
  }

  /** @param accountName normalised */
  findAccount(tx: Em, accountName: string): Promise<SignInAccount | undefined> {
    return findSignInAccount(tx, accountName);
  }

  /** Uses up the code of the app, or a backup code in its place. @returns which it was when it was right and fresh */
  async useCode(tx: Em, userId: string, { typed, now }: { typed: string; now: Date }): Promise<SecondFactor | undefined> {
    const credential = await findCredential(tx, userId);
    if (!credential?.totpSecret) return undefined;
    if (!isTotpCode(typed)) {
      const codeHash = this.#backupHash(userId, typed);
      return (await useBackupCode(tx, userId, { codeHash, now })) ? 'BACKUP_CODE' : undefined;
    }
    const secret = this.#box.open(place(userId), credential.totpSecret).toString();
    const step = matchTotp(secret, cleanCode(typed), { now, afterStep: credential.lastTotpStep ?? null });
    return step !== undefined && (await useTotpStep(tx, userId, step)) ? 'TOTP' : undefined;
  }

  async hasAuthenticator(tx: Em, userId: string): Promise<boolean> {
    return Boolean((await findCredential(tx, userId))?.totpSecret);
  }

  /** A new set; the one before counts no longer. @returns the codes in plain, this once */
  async issueBackupCodes(tx: Em, userId: string, now: Date): Promise<string[]> {
    const codes = new Set<string>();
    while (codes.size < backupCodes) codes.add(newReadableCode(backupCodeShape));
    await replaceBackupCodes(tx, userId, { codeHashes: [...codes].map((code) => this.#backupHash(userId, code)), now });
    return [...codes];
  }

  backupCodesLeft(tx: Em, userId: string): Promise<number> {
    return countBackupCodes(tx, userId);
  }

  /** When the password was last set; null for who has none. */
  async passwordChangedAt(tx: Em, userId: string): Promise<Date | null> {
    return (await findCredential(tx, userId))?.passwordChangedAt ?? null;
  }

  /** @returns what stands in the way of this password for this person, who has a second factor or is about to */
  judge(own: OwnWords, password: string): PasswordProblem | undefined {
    return judgePassword(password, { hasSecondFactor: true, own }, guessPassword(password, own.words));
  }

  /** For a comparison outside the transaction: hashing takes long, and must not hold a connection. */
  async passwordHash(tx: Em, userId: string): Promise<string | undefined> {
    return (await findCredential(tx, userId))?.passwordHash;
  }

  async changePassword(tx: Em, userId: string, { passwordHash, now }: { passwordHash: string; now: Date }): Promise<void> {
    await updateCredential(tx, userId, { passwordHash, passwordChangedAt: now });
  }

  /** The first password: a second factor follows. */
  async setFirstPassword(tx: Em, userId: string, chosen: { passwordHash: string; now: Date }): Promise<void> {
    await storePassword(tx, userId, chosen);
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
      passwordHash: unchanged ? found.passwordHash : await this.#hash(factors.password),
      totpSecret: this.#box.seal(place(userId), factors.totpSecret),
      now: unchanged ? found.passwordChangedAt : factors.now,
    });
  }

  #backupHash(userId: string, typed: string): string {
    return createHmac('sha256', this.#backupPepper)
      .update(`${userId}\n${readReadableCode(typed)}`)
      .digest('base64url');
  }
}

/** Whatever is no row of six figures is meant as a backup code: those have letters. */
const isTotpCode = (typed: string): boolean => /^[0-9]*$/.test(cleanCode(typed));

const place = (userId: string): string => `credential.totp_secret:${userId}`;
