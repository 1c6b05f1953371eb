/**
 * Keys that never lie in a database: they wrap data keys and sign the heads of the access record (threats 24, 29).
 * A keyring file serves one machine; a key management service takes its place behind the same interface.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseJson, syncFolderOf } from './files.ts';

export interface WrappedKey {
  /** Of the key it is wrapped under. */
  keyId: string;
  bytes: Buffer;
}

export interface Signature {
  keyId: string;
  /** 64 bytes, Ed25519. */
  bytes: Buffer;
}

/** What a key management service offers too; no answer ever contains a key of the keyring itself. */
export interface KeyProvider {
  /** Under which key new things are wrapped and signed. */
  activeKeyId(): Promise<string>;
  /** @param context what the key is for; it must be given again to unwrap */
  wrap(plain: Buffer, context: string): Promise<WrappedKey>;
  /** @throws KeyringError when key, bytes or context are not those of the wrapping */
  unwrap(wrapped: WrappedKey, context: string): Promise<Buffer>;
  sign(data: Buffer): Promise<Signature>;
  /** @returns false too when the key is unknown here */
  verify(data: Buffer, signature: Signature): Promise<boolean>;
}

/** Names what is wrong with the keyring, never what is in it. */
export class KeyringError extends Error {
  override name = 'KeyringError';
}

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'));
const keyringFile = z
  .object({
    format: z.literal(1),
    active: z.string(),
    keys: z.array(z.object({ id: z.string().min(1), createdAt: z.iso.datetime(), wrapping: base64, signing: base64 })).min(1),
  })
  .refine(({ active, keys }) => keys.some(({ id }) => id === active))
  .refine(({ keys }) => keys.every(({ wrapping }) => wrapping.length === 32));
type KeyringFile = z.input<typeof keyringFile>;

interface Key {
  wrapping: Buffer;
  signing: KeyObject;
  verifying: KeyObject;
}

const nonceLength = 12;
const tagLength = 16;

/** @throws KeyringError when the file is missing, damaged, or open to anybody but its owner */
export async function openKeyring(file: string): Promise<KeyProvider> {
  const keyring = new FileKeyring(file);
  await keyring.activeKeyId();
  return keyring;
}

/** Makes a keyring with one key when there is none. @returns whether it made one */
export async function makeKeyring(file: string, now = new Date()): Promise<boolean> {
  if (await stat(file).catch(() => undefined)) return false;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const key = newKey(now);
  return writeKeyring(file, { format: 1, active: key.id, keys: [key] }, link);
}

/** Adds a key and makes it the active one; what older ones wrapped and signed stays readable. @returns its id */
export async function rotateKeyring(file: string, now = new Date()): Promise<string> {
  const { written } = await readKeyring(file);
  const key = newKey(now);
  await writeKeyring(file, { ...written, active: key.id, keys: [...written.keys, key] }, rename);
  return key.id;
}

/** Reads the file again whenever it has changed, so that a rotation needs no restart. */
class FileKeyring implements KeyProvider {
  readonly #file: string;
  #read = { stamp: '', active: '', keys: new Map<string, Key>() };

  constructor(file: string) {
    this.#file = file;
  }

  async activeKeyId(): Promise<string> {
    return (await this.#current()).active;
  }

  async wrap(plain: Buffer, context: string): Promise<WrappedKey> {
    const { active, keys } = await this.#current();
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', keyOf(keys, active).wrapping, nonce).setAAD(Buffer.from(`${active}:${context}`));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return { keyId: active, bytes: Buffer.concat([nonce, body, cipher.getAuthTag()]) };
  }

  async unwrap({ keyId, bytes }: WrappedKey, context: string): Promise<Buffer> {
    const { wrapping } = keyOf((await this.#current()).keys, keyId);
    try {
      const options = { authTagLength: tagLength };
      const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, nonceLength), options);
      decipher.setAAD(Buffer.from(`${keyId}:${context}`)).setAuthTag(bytes.subarray(-tagLength));
      return Buffer.concat([decipher.update(bytes.subarray(nonceLength, -tagLength)), decipher.final()]);
    } catch {
      throw new KeyringError(`A key wrapped under ${keyId} cannot be unwrapped.`);
    }
  }

  async sign(data: Buffer): Promise<Signature> {
    const { active, keys } = await this.#current();
    return { keyId: active, bytes: sign(null, data, keyOf(keys, active).signing) };
  }

  async verify(data: Buffer, { keyId, bytes }: Signature): Promise<boolean> {
    const key = (await this.#current()).keys.get(keyId);
    return key !== undefined && verify(null, data, key.verifying, bytes);
  }

  async #current() {
    const stamp = await stampOf(this.#file);
    if (stamp !== this.#read.stamp) {
      const { active, keys } = (await readKeyring(this.#file)).keyring;
      this.#read = { stamp, active, keys: new Map(keys.map((key) => [key.id, usable(key)])) };
    }
    return this.#read;
  }
}

function keyOf(keys: ReadonlyMap<string, Key>, id: string): Key {
  const key = keys.get(id);
  if (!key) throw new KeyringError(`The keyring has no key ${id}.`);
  return key;
}

function usable({ wrapping, signing }: z.output<typeof keyringFile>['keys'][number]): Key {
  const privateKey = createPrivateKey({ key: signing, format: 'der', type: 'pkcs8' });
  return { wrapping, signing: privateKey, verifying: createPublicKey(privateKey) };
}

/** As it is written, and as it is used. */
async function readKeyring(file: string): Promise<{ written: KeyringFile; keyring: z.output<typeof keyringFile> }> {
  await stampOf(file);
  const written = parseJson(await readFile(file, 'utf8'));
  const parsed = keyringFile.safeParse(written);
  if (!parsed.success) throw new KeyringError(`The keyring ${file} is damaged.`);
  return { written: written as KeyringFile, keyring: parsed.data };
}

/** @returns what changes when the file does @throws KeyringError when group or world may touch it */
async function stampOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new KeyringError(`The keyring ${file} is missing.`);
  if (found.mode & 0o077) throw new KeyringError(`The keyring ${file} must be readable by its owner alone (chmod 600).`);
  return `${found.ino}:${found.mtimeMs}:${found.size}`;
}

function newKey(now: Date): KeyringFile['keys'][number] {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    id: `${now.toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`,
    createdAt: now.toISOString(),
    wrapping: randomBytes(32).toString('base64'),
    signing: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/** Whole or not at all, and on disk before anything is wrapped with it. @param place link() keeps what is there, rename() replaces it */
async function writeKeyring(file: string, content: KeyringFile, place: typeof link): Promise<boolean> {
  const draft = `${file}.${randomBytes(4).toString('hex')}.new`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(draft, 0o600);
  const placed = await place(draft, file).then(() => true, isTaken);
  await rm(draft, { force: true });
  await syncFolderOf(file);
  return placed;
}

function isTaken(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false;
  throw error;
}
