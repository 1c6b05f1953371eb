/** Tokens and sign-in state at rest: AES-256-GCM, so that a copied table or cookie is of no use without the key. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * @param key 32 bytes
 * @param context bound into the seal, so that one value cannot be moved to another's place
 */
export function seal(key: Buffer, value: unknown, context: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** The sealed value, or null when it was not sealed by this key in this context. */
export function unseal<T>(key: Buffer, sealed: Buffer, context: string): T | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(context));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')) as T;
  } catch {
    return null;
  }
}

/** 256 random bits, safe in a cookie. */
export function opaqueId(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of an opaque id: reading the table gives nobody a session. */
export function digest(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
