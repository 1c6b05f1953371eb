import { createCipheriv } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawnSignature } from '@heya/testkit/signature';
import { openServiceSealed } from './consent.signature.ts';

test('one that was sealed with the service key still opens, for its own consent alone', () => {
  const [key, picture] = [Buffer.alloc(32, 7), Buffer.from(drawnSignature.base64, 'base64')];
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12, 1)).setAAD(Buffer.from('consent-signature:a'));
  const body = Buffer.concat([cipher.update(picture), cipher.final()]);
  const sealed = Buffer.concat([Buffer.alloc(12, 1), cipher.getAuthTag(), body]);
  expect(openServiceSealed(key, sealed, 'a').equals(picture)).toBe(true);
  expect(() => openServiceSealed(key, sealed, 'b')).toThrow();
  expect(() => openServiceSealed(Buffer.alloc(32, 8), sealed, 'a')).toThrow();
});
