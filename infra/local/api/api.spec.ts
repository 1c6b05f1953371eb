/** The small protocol pieces that sign-in without a browser stands on. */
import { describe, expect, it } from 'vitest';
import { CookieJar } from './cookies.mjs';
import { readForm } from './form.mjs';
import { totpCode, untilNextCode } from './totp.mjs';
import { uuidv7 } from './uuid.mjs';

describe('one-time codes', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

  it('agrees with the test vectors of RFC 6238 (last six digits)', () => {
    const codes = [59, 1_111_111_109, 1_234_567_890, 20_000_000_000].map((second) => totpCode(secret, second * 1000));
    expect(codes).toEqual(['287082', '081804', '005924', '353130']);
  });

  it('says how long a code still holds', () => {
    expect(untilNextCode(59_000)).toBe(1000);
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    const [early, late] = [uuidv7(1_700_000_000_000), uuidv7(1_700_000_000_001)];
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
  });
});

describe('cookie jar', () => {
  const answer = (...lines: string[]) => new Response(null, { headers: lines.map((line): [string, string] => ['set-cookie', line]) });
  const at = (path: string) => new URL(path, 'http://localhost');

  it('sends a cookie below its path only, the longer path first', () => {
    const jar = new CookieJar();
    jar.keep(answer('a=1; Path=/oidc', 'b=2; Path=/oidc/auth/x'), at('/'));
    expect(jar.header(at('/oidc/auth/x'))).toBe('b=2; a=1');
    expect(jar.header(at('/oidcother'))).toBe('');
  });

  it('forgets a cookie that has expired', () => {
    const jar = new CookieJar();
    jar.keep(answer('a=1; Path=/'), at('/'));
    jar.keep(answer('a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'), at('/'));
    expect(jar.header(at('/'))).toBe('');
  });
});

describe('sign-in form', () => {
  it('is read by purpose, not by names', () => {
    const page = `<form method="post" action="/go?a=1&amp;b=2"><input type="hidden" name="t" value="&quot;x&quot;">
      <input name="who" autocomplete="username"><input name="word" type="password" autocomplete="current-password"></form>`;
    expect(readForm(page)).toEqual({ action: '/go?a=1&b=2', hidden: { t: '"x"' }, userName: 'who', password: 'word' });
  });

  it('passes over forms that ask for nothing', () => {
    expect(readForm('<form action="/language"><input type="hidden" name="l" value="en"></form>')).toBeUndefined();
  });
});
