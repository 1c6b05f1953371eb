/** A passkey device in software, that can also lie: WebAuthn with a P-256 key and no attestation. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Lie {
  origin?: string;
  rpId?: string;
  /** The person did not prove themselves to the device. */
  unverified?: boolean;
  challenge?: string;
  /** Says to be this credential. */
  credentialId?: string;
}

type Encodable = number | string | Buffer | Map<Encodable, Encodable>;

/** As much CBOR as an attestation takes. */
function cbor(value: Encodable): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])]);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.of((major << 5) | size);
  return size < 256 ? Buffer.of((major << 5) | 24, size) : Buffer.of((major << 5) | 25, size >> 8, size & 255);
}

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const userPresent = 1;
const userVerified = 4;
const hasKey = 64;

export class Authenticator {
  readonly id = randomBytes(32);
  readonly #origin: string;
  readonly #key: { privateKey: KeyObject; publicKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;

  /** @param origin of the pages it is asked by */
  constructor(origin: string) {
    this.#origin = origin;
  }

  get credentialId(): string {
    return this.id.toString('base64url');
  }

  /** @param challenge from the options of a registration */
  register(challenge: string, lie: Lie = {}): object {
    const size = Buffer.of(this.id.length >> 8, this.id.length & 255);
    const data = Buffer.concat([this.#data(hasKey, lie), Buffer.alloc(16), size, this.id, this.#publicKey()]);
    const attestation = new Map<Encodable, Encodable>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', data],
    ]);
    return this.#credential(lie, {
      clientDataJSON: this.#client('webauthn.create', challenge, lie).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** @param challenge from the options of a sign-in */
  answer(challenge: string, lie: Lie = {}): object {
    const client = this.#client('webauthn.get', challenge, lie);
    const data = this.#data(0, lie);
    return this.#credential(lie, {
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.#key.privateKey).toString('base64url'),
    });
  }

  #credential({ credentialId = this.credentialId }: Lie, response: object): object {
    return { id: credentialId, rawId: credentialId, type: 'public-key', response, clientExtensionResults: {} };
  }

  #client(type: string, challenge: string, { origin = this.#origin, challenge: own = challenge }: Lie): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: own, origin, crossOrigin: false }));
  }

  #data(flags: number, { rpId = new URL(this.#origin).hostname, unverified = false }: Lie): Buffer {
    this.#counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([sha256(rpId), Buffer.of(flags | userPresent | (unverified ? 0 : userVerified)), counter]);
  }

  /** COSE: EC2, ES256, P-256. */
  #publicKey(): Buffer {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    return cbor(
      new Map<Encodable, Encodable>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }
}
