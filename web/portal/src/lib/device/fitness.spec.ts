import { describe, expect, it } from 'vitest';
import { checksOf, type Found, fitness, platformOf } from './fitness.ts';

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';
const ipad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15';
const iphone = (os: string, version: string): string =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${os} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Mobile/15E148 Safari/604.1`;
const android = (os: string, version: string): string =>
  `Mozilla/5.0 (Linux; Android ${os}; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Mobile Safari/537.36`;

const good: Found = {
  userAgent: chrome,
  touchPoints: 0,
  isSecure: true,
  hasKeys: true,
  keepsKeys: true,
  hasCookies: true,
  hasSockets: true,
  hasPasskeys: true,
  clockMs: 900,
};
const verdictOf = (more: Partial<Found>, name: string): unknown =>
  checksOf({ ...good, ...more }).find((check) => check.name === name)?.verdict;

describe('whether a browser and its system will do (R6)', () => {
  it('is told by the worst that was found', () => {
    expect(fitness(checksOf(good))).toBe('GOOD');
    expect(fitness(checksOf({ ...good, hasPasskeys: false }))).toBe('WEAK');
    expect(fitness(checksOf({ ...good, hasPasskeys: false, keepsKeys: false }))).toBe('BAD');
  });

  it.each([
    ['an old Windows', 'SYSTEM', chrome.replace('NT 10.0', 'NT 6.1'), 'BAD'],
    ['an old Android', 'SYSTEM', android('9', '130'), 'BAD'],
    ['an Android of today', 'SYSTEM', android('10', '153'), 'GOOD'],
    ['an old iPhone', 'SYSTEM', iphone('15_8', '15.6'), 'BAD'],
    ['an iPhone of today', 'SYSTEM', iphone('18_1', '18.1'), 'GOOD'],
    ['a system that nobody tries', 'SYSTEM', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', 'WEAK'],
    ['a browser of today', 'BROWSER', chrome, 'GOOD'],
    ['an old Chrome', 'BROWSER', android('14', '99'), 'BAD'],
    ['an old Safari', 'BROWSER', iphone('18_1', '16.3'), 'BAD'],
    ['a browser that nobody tries', 'BROWSER', 'Lynx/2.9', 'WEAK'],
  ])('%s', (_case, name, userAgent, verdict) => {
    expect(verdictOf({ userAgent }, name)).toBe(verdict);
  });

  it('warns of a clock that is off, and of one that cannot be compared', () => {
    expect([900, -31_000, 31_000, null].map((clockMs) => verdictOf({ clockMs }, 'CLOCK'))).toEqual(['GOOD', 'WEAK', 'WEAK', 'WEAK']);
  });

  it('knows an iPad though it calls itself a Mac', () => {
    expect(platformOf({ userAgent: ipad, touchPoints: 5 })).toBe('IPADOS');
    expect(platformOf({ userAgent: ipad, touchPoints: 0 })).toBe('MACOS');
    expect(platformOf({ userAgent: iphone('18_1', '18.1'), touchPoints: 5 })).toBe('IOS');
    expect(platformOf({ userAgent: android('14', '153'), touchPoints: 5 })).toBe('ANDROID');
    expect(platformOf({ userAgent: chrome, touchPoints: 10 })).toBe('WINDOWS');
  });
});
