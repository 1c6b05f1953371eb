/** How passkeys and passwords stand to one another. Pure. */

/** Whoever has a passkey signs in with it alone: a password beside it would be the weaker door (threat 20). */
export const isPasskeyOnly = (passkeys: number): boolean => passkeys > 0;

/** As many as a person can tell apart. */
export const mostPasskeys = 10;

export interface Removal {
  /** How many there are now. */
  passkeys: number;
  passkeyId: string;
  /** With which the person has just proved who they are; null: password and code. */
  provedBy: string | null | undefined;
}

/** The last one goes only by itself: with it the password opens again. */
export const canRemove = ({ passkeys, passkeyId, provedBy }: Removal): boolean =>
  passkeys > 1 ? Boolean(provedBy) : provedBy === passkeyId;

const longestLabel = 40;

/** @returns how the owner calls it, in one line; what they left out is filled in */
export function passkeyLabel(typed: string, device: string | null | undefined): string {
  const plain = typed
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  return [...(plain || (device ?? 'パスキー'))].slice(0, longestLabel).join('');
}
