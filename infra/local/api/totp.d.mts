/** Six digits for this moment (RFC 6238). @param secret base32 @param now milliseconds since 1970 */
export function totpCode(secret: string, now?: number): string;
/** Milliseconds until the next code; a code is accepted once only. */
export function untilNextCode(now?: number): number;
