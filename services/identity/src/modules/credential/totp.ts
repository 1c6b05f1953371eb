/** Codes of the authenticator app (RFC 6238: 30 s, six digits, SHA-1), one step of drift, each step once. */
import { generateSecret, generateURI, verifySync } from 'otplib';

const stepSeconds = 30;

/**
 * @param afterStep the last step that was used; it and all before it are refused
 * @returns the step the code belongs to, or undefined when it does not count
 */
export function matchTotp(secret: string, code: string, { now, afterStep }: { now: Date; afterStep: number | null }): number | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({
    secret,
    token: code,
    epoch,
    strategy: 'totp',
    period: stepSeconds,
    digits: 6,
    epochTolerance: stepSeconds,
    ...(afterStep !== null && { afterTimeStep: afterStep }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** Full-width digits and spaces, as Japanese keyboards type them, are taken as meant. */
export const cleanCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');

/** @returns base32 of 20 random bytes */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** What authenticator apps read from a QR code. */
export const totpUri = (accountName: string, secret: string): string => generateURI({ issuer: 'Heya', label: accountName, secret });
