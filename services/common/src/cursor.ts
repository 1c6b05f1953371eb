/** Opaque cursors: sealed so that positions tell nothing, and equal for equal positions so that clients can drop doubles. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

export class CursorSeal {
  /** Taken in once: doing so costs several times what sealing does. */
  readonly #key: KeyObject;

  /** @param key 32 bytes */
  constructor(key: Buffer) {
    this.#key = createSecretKey(key);
  }

  /** @param kind what the cursor walks through; a cursor of another kind does not open. */
  seal(kind: string, position: readonly (string | number)[]): string {
    const plain = Buffer.from(JSON.stringify([kind, ...position]));
    const nonce = createHmac('sha256', this.#key).update(plain).digest().subarray(0, 12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @returns the position, or undefined when the cursor was altered or belongs to something else. */
  open(kind: string, cursor: string): (string | number)[] | undefined {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
      const [found, ...position] = JSON.parse(plain.toString()) as [string, ...(string | number)[]];
      return found === kind ? position : undefined;
    } catch {
      return undefined;
    }
  }
}
