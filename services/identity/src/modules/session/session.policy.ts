/** How long a sign-in lasts, and how much of an address may be shown. Pure. */

export const lifetimes = {
  /** Whatever happens, after this the person signs in again. */
  absoluteMs: 12 * 3_600_000,
  /** Without a sign of life the session ends (R6). */
  idleMs: 30 * 60_000,
} as const;

/** @returns when a session ends that was started and last used at these times */
export function expiryOf(startedAt: Date, lastActiveAt: Date): Date {
  return new Date(Math.min(startedAt.getTime() + lifetimes.absoluteMs, lastActiveAt.getTime() + lifetimes.idleMs));
}

/** Enough for the person to recognise the place, too little to find them: the lower half is hidden. */
export function maskAddress(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(plain)) return `${plain.split('.').slice(0, 2).join('.')}.*.*`;
  if (/^[0-9a-f:]+(%\w+)?$/i.test(plain) && plain.includes(':')) return `${expandIpv6(plain).slice(0, 3).join(':')}:*`;
  return null;
}

/** @returns the eight groups of an IPv6 address, without leading zeros */
export function expandIpv6(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...gap, ...right].map((group) => group.replace(/^0+(?=.)/, '').toLowerCase());
}
