/** What is counted at sign-in, under which keys. Pure. */
import { expandIpv6 } from '../session/index.ts';

export interface LimitRule {
  name: string;
  /** Failures that are let through before it closes. */
  failures: number;
  /** How long failures are remembered, s. */
  window: number;
  /** How long it stays closed, s. Never for good (R5, V07). */
  closedFor: number;
}

const quarter = 15 * 60;

export type LimitName = 'account' | 'accountAndAddress' | 'network';

/**
 * By account (R5); slow guessing of one account from one place; many accounts from one place.
 * @param networkFailures how many people behind one address may mistype at the same time
 */
export const limitRules = (networkFailures: number): Record<LimitName, LimitRule> => ({
  account: { name: 'account', failures: 5, window: quarter, closedFor: quarter },
  accountAndAddress: { name: 'account-address', failures: 20, window: 24 * 3600, closedFor: quarter },
  network: { name: 'network', failures: networkFailures, window: quarter, closedFor: quarter },
});

export interface Attempt {
  /** Normalised, as typed: unknown names are counted like known ones (V09). */
  accountName: string;
  address: string;
}

/** What each rule counts along, still in plain. */
export function limitSubjects({ accountName, address }: Attempt): Record<LimitName, string> {
  return { account: accountName, accountAndAddress: `${accountName}\n${address}`, network: networkOf(address) };
}

/** A household or an office: /24 of IPv4, /56 of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const groups = expandIpv6(plain);
  const half = Number.parseInt(groups[3] ?? '0', 16) & 0xff00;
  return `${groups.slice(0, 3).join(':')}:${half.toString(16)}::/56`;
}

/**
 * The address that counts: the socket's, unless a proxy we know stands before us.
 * @param forwarded X-Forwarded-For; whatever is left of the last unknown address was written by the client
 */
export function clientAddress(socket: string, forwarded: string | undefined, trusted: readonly string[]): string {
  const isTrusted = (address: string): boolean => trusted.includes(address.replace(/^::ffff:/i, ''));
  if (!isTrusted(socket)) return socket;
  const chain = (forwarded ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return chain.findLast((address) => !isTrusted(address)) ?? socket;
}
