/** How long a sign-in and a proof last, whose sign-ins one may end, and how much of an address and a browser is shown. Pure. */
import { isPerson, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';

/** Sign-ins are their owner's own: seen and ended by nobody else. */
export function can(viewer: Viewer, _action: 'SEE' | 'END', { userId }: { userId: string }): Decision {
  return isPerson(viewer) && viewer.userId === userId ? allow('SELF') : deny('ABSENT');
}

export const lifetimes = {
  /** Whatever happens, after this the person signs in again. */
  absoluteMs: 12 * 3_600_000,
  /** Without a sign of life the session ends (R6). */
  idleMs: 30 * 60_000,
  /** So long after a proof of identity nothing asks for another one. */
  proofMs: 5 * 60_000,
  /** Whoever did something since the tokens before these is there. */
  presenceMs: 5 * 60_000,
} as const;

/** @returns when a session ends that was started and last used at these times */
export function expiryOf(startedAt: Date, lastActiveAt: Date): Date {
  return new Date(Math.min(startedAt.getTime() + lifetimes.absoluteMs, lastActiveAt.getTime() + lifetimes.idleMs));
}

export const isProofFresh = (provedAt: Date, now: Date): boolean => now.getTime() - provedAt.getTime() < lifetimes.proofMs;

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

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPad\b/, 'iPadOS'],
  [/\biPhone\b|\biPod\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system in words a person recognises; never what the browser sent itself. @returns null when neither is known */
export function deviceLabel(userAgent: string | undefined): string | null {
  const named = (list: typeof browsers): string | undefined => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(' · ') || null;
}
