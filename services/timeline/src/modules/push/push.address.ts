/** Where a push service may be: what a browser names is an address this service is made to speak to, so never one of the inner network. */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

// Two lists: one would take an address of version 4 for a wrapped one of version 6.
const inner4 = new BlockList();
const inner6 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner4.addSubnet(network, bits, 'ipv4');
// All that is not given out to the world, and what wraps an address of version 4.
for (const [network, bits] of [
  ['::', 3],
  ['2002::', 16],
  ['4000::', 2],
  ['8000::', 1],
] as const)
  inner6.addSubnet(network, bits, 'ipv6');

const isInner = (address: string): boolean => (isIP(address) === 6 ? inner6.check(address, 'ipv6') : inner4.check(address, 'ipv4'));

/** @returns whether an address may be spoken to, as far as its name tells */
export function isOutside({ protocol, hostname, username, password }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'https:' || username || password) return false;
  if (isIP(host)) return !isInner(host);
  return host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host);
}

/** Looks a name up at the moment of speaking to it: a name that leads inside is as if it were not there. */
export const lookupOutside: LookupFunction = (name, options, callback) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first || addresses.some(({ address }) => isInner(address)))
      return callback(error ?? new Error('This name leads inside'), '', 4);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
