/** Whether a browser and its system will do. Pure: what was found goes in, what it means comes out. */
import type { DevicePlatform } from '@heya/client/generated/graphql';

export interface Found {
  userAgent: string;
  /** iPads call themselves Macs; a Mac has no touch points. */
  touchPoints: number;
  isSecure: boolean;
  hasKeys: boolean;
  keepsKeys: boolean;
  hasCookies: boolean;
  hasSockets: boolean;
  hasPasskeys: boolean;
  /** Of this clock before the server's, ms. Null: not known. */
  clockMs: number | null;
}

export type Verdict = 'GOOD' | 'WEAK' | 'BAD';
export type CheckName = 'SYSTEM' | 'BROWSER' | 'SECURE' | 'KEYS' | 'COOKIES' | 'SOCKETS' | 'PASSKEYS' | 'CLOCK';

export interface Check {
  name: CheckName;
  verdict: Verdict;
}

/** The first versions that get corrections of safety and have what Heya uses. */
const browsers: readonly (readonly [RegExp, number])[] = [
  [/\bEdg(?:e|A|iOS)?\/(\d+)/, 120],
  [/\bSamsungBrowser\/(\d+)/, 25],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 128],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, 120],
  [/\bVersion\/(\d+(?:\.\d+)?).*\bSafari\//, 16.4],
];

export function platformOf({ userAgent, touchPoints }: Pick<Found, 'userAgent' | 'touchPoints'>): DevicePlatform {
  if (/\biPad\b/.test(userAgent) || (/\bMacintosh\b/.test(userAgent) && touchPoints > 1)) return 'IPADOS';
  if (/\biPhone\b|\biPod\b/.test(userAgent)) return 'IOS';
  if (/\bAndroid\b/.test(userAgent)) return 'ANDROID';
  if (/\bCrOS\b/.test(userAgent)) return 'CHROMEOS';
  if (/\bWindows\b/.test(userAgent)) return 'WINDOWS';
  return /\bMac OS X\b|\bMacintosh\b/.test(userAgent) ? 'MACOS' : 'OTHER';
}

/** Oldest versions that still get corrections; what hides its version cannot be judged by it. */
function systemVerdict({ userAgent }: Found): Verdict {
  if (/\bWindows NT [1-6]\.|\bWindows NT 5|\bAndroid [1-9]\b(?!\d)/.test(userAgent)) return 'BAD';
  const ios = /\b(?:iPhone OS|CPU OS) (\d+)_(\d+)/.exec(userAgent);
  if (ios && Number(`${ios[1]}.${ios[2]}`) < 16.4) return 'BAD';
  return /\bWindows\b|\bMac(?:intosh)?\b|\biPhone\b|\biPad\b|\bAndroid\b|\bCrOS\b/.test(userAgent) ? 'GOOD' : 'WEAK';
}

function browserVerdict({ userAgent }: Found): Verdict {
  const known = browsers.find(([pattern]) => pattern.test(userAgent));
  if (!known) return 'WEAK';
  return Number(known[0].exec(userAgent)?.[1] ?? 0) >= known[1] ? 'GOOD' : 'BAD';
}

/** A proof that is a minute off is refused; half of that is a warning. */
function clockVerdict({ clockMs }: Found): Verdict {
  return clockMs === null || Math.abs(clockMs) > 30_000 ? 'WEAK' : 'GOOD';
}

const needed = (isThere: boolean): Verdict => (isThere ? 'GOOD' : 'BAD');

export function checksOf(found: Found): Check[] {
  return [
    { name: 'SYSTEM', verdict: systemVerdict(found) },
    { name: 'BROWSER', verdict: browserVerdict(found) },
    { name: 'SECURE', verdict: needed(found.isSecure) },
    { name: 'COOKIES', verdict: needed(found.hasCookies) },
    { name: 'SOCKETS', verdict: needed(found.hasSockets) },
    // Without them one can sign in, but never on a registered device.
    { name: 'KEYS', verdict: needed(found.hasKeys && found.keepsKeys) },
    { name: 'PASSKEYS', verdict: found.hasPasskeys ? 'GOOD' : 'WEAK' },
    { name: 'CLOCK', verdict: clockVerdict(found) },
  ];
}

/** The worst of all. */
export function fitness(checks: readonly Check[]): Verdict {
  const verdicts = checks.map(({ verdict }) => verdict);
  return verdicts.includes('BAD') ? 'BAD' : verdicts.includes('WEAK') ? 'WEAK' : 'GOOD';
}
