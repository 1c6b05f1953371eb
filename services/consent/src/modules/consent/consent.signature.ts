/** Signatures from before there were data keys (infra/decisions/0016). */
import { createDecipheriv } from 'node:crypto';

/** As signatures were sealed before there were data keys. @throws when key or bytes are others */
export function openServiceSealed(key: Buffer, sealed: Buffer, consentId: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(`consent-signature:${consentId}`)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
