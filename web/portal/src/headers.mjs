// Headers of every answer, files included. A page's own policy, with its nonce, takes the place of the one here.

const policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Everything a page could ask a device for and Heya does not; the camera is for photos. */
const permissions = [
  'camera=(self)',
  ...[
    'accelerometer',
    'bluetooth',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'microphone',
    'midi',
    'payment',
    'serial',
    'usb',
  ].map((name) => `${name}=()`),
].join(', ');

/**
 * @param {URL} origin public address of the portal
 * @returns {Record<string, string>}
 */
export function baseHeaders(origin) {
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': permissions,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    ...(origin.protocol === 'https:' && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
}
