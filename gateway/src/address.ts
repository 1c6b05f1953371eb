/** From where a request comes, over HTTP and WebSocket alike. */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address that counts: the socket's, unless a proxy of ours stands before us.
 * What is left of the last unknown address in X-Forwarded-For was written by the client.
 */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, trusted: readonly string[]): string {
  const peer = plain(socket.remoteAddress ?? '');
  if (!trusted.includes(peer)) return peer;
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
  const chain = forwarded.split(',').map((part) => plain(part.trim()));
  return chain.filter(Boolean).findLast((address) => !trusted.includes(address)) ?? peer;
}

/** Whoever has one IPv6 address has 2^64 of them: a network counts as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::', 2);
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const middle = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const network = [...before, ...middle, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** IPv4 as it is written when it arrives over IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
