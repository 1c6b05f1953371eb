/** Seals secrets at rest: AES-256-GCM under the key-encryption key, bound to the place they belong to. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

export class SecretBox {
  readonly #key: Buffer;

  /** @param key 32 bytes, kept outside the database */
  constructor(key: Buffer) {
    this.#key = key;
  }

  /** @param place table, column and row; a sealed value that is moved elsewhere does not open */
  seal(place: string, plain: Uint8Array | string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
  }

  /** @throws when the value was altered, moved, or sealed with another key */
  open(place: string, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== version) throw new Error('Unknown seal');
    const tagAt = 1 + nonceBytes;
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(1, tagAt)).setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(tagAt, tagAt + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(tagAt + tagBytes)), decipher.final()]);
  }

  /** A key of its own for another purpose. @returns 32 bytes */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, Buffer.alloc(0), `heya.identity.${purpose}`, 32));
  }
}
