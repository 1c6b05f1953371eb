/** A security key made of software, for specs: answers like a device, and lies on request. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What an answer may claim that is not so. */
export interface Lies {
  origin?: string;
  rpId?: string;
  userVerified?: boolean;
  challenge?: string;
  /** Another key's name under this key's signature. */
  credentialId?: string;
  counter?: number;
  userHandle?: string;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export class SoftAuthenticator {
  readonly #origin: string;
  readonly #rpId: string;
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly id = url(randomBytes(32));
  userHandle: string | undefined;
  counter = 0;

  constructor(origin = 'http://localhost:4001') {
    [this.#origin, this.#rpId] = [origin, new URL(origin).hostname];
    ({ privateKey: this.#privateKey, publicKey: this.#publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  }

  /** @param options as the page's script gets them */
  create(options: { challenge: string; user: { id: string } }, lies: Lies = {}): string {
    this.userHandle = options.user.id;
    const authData = this.#authData(lies, this.#attested());
    const attestationObject = Buffer.from(
      isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]) as never,
      ),
    );
    return this.#envelope(lies, {
      clientDataJSON: url(this.#clientData('webauthn.create', options.challenge, lies)),
      attestationObject: url(attestationObject),
      transports: ['internal'],
    });
  }

  get(options: { challenge: string }, lies: Lies = {}): string {
    this.counter += 1;
    const clientData = this.#clientData('webauthn.get', options.challenge, lies);
    const authData = this.#authData(lies);
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, sha256(clientData)]))
      .sign(this.#privateKey);
    return this.#envelope(lies, {
      clientDataJSON: url(clientData),
      authenticatorData: url(authData),
      signature: url(signature),
      userHandle: lies.userHandle ?? this.userHandle,
    });
  }

  #envelope({ credentialId = this.id }: Lies, response: object): string {
    return JSON.stringify({ id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {}, response });
  }

  #clientData(type: string, challenge: string, lies: Lies): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? this.#origin, crossOrigin: false }),
    );
  }

  #authData({ rpId = this.#rpId, userVerified = true, counter = this.counter }: Lies, attested: Buffer = Buffer.alloc(0)): Buffer {
    const flags = 0x01 | (userVerified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count, attested]);
  }

  #attested(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64url'));
    const cose = isoCBOR.encode(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ]) as never,
    );
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    return Buffer.concat([Buffer.alloc(16), length, id, cose]);
  }
}
