import { describe, expect, it } from 'vitest';
import { baseHeaders } from './headers.mjs';

describe('headers of every answer', () => {
  it('let nothing be framed, sniffed, embedded elsewhere or asked of the device but the camera', () => {
    const headers = baseHeaders(new URL('http://portal.example'));
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['permissions-policy']).toMatch(/geolocation=\(\).*microphone=\(\)/);
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('hold browsers to https where the portal has it', () => {
    expect(baseHeaders(new URL('https://portal.example'))['strict-transport-security']).toMatch(/^max-age=\d{8}; includeSubDomains$/);
  });
});
