/** The keys of this browser: made here, kept in IndexedDB, never readable by any script, not even ours (R6). */

const database = 'heya-device';
const store = 'keys';

export interface KeptKey {
  /** The device's id at the server. */
  id: string;
  /** Whose device it is: `facility:<id>`, `center` or `user:<id>`. One key each. */
  owner: string;
  privateKey: CryptoKey;
}

export interface NewKey {
  privateKey: CryptoKey;
  publicKey: { x: string; y: string };
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** @throws where the browser has no WebCrypto */
export async function makeKey(): Promise<NewKey> {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { privateKey: pair.privateKey, publicKey: { x, y } };
}

/** @returns r and s, base64url */
export async function signText(privateKey: CryptoKey, text: string): Promise<string> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(signature)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** @returns none where the browser keeps nothing, e.g. in a private window */
export async function keptKeys(): Promise<KeptKey[]> {
  try {
    return await within('readonly', (keys) => keys.getAll() as IDBRequest<KeptKey[]>);
  } catch {
    return [];
  }
}

/** Takes the place of an earlier one of the same owner. @throws when the browser cannot keep it */
export async function keepKey(key: KeptKey): Promise<void> {
  await within('readwrite', (keys) => keys.put(key));
}

export async function forgetKey(owner: string): Promise<void> {
  await within('readwrite', (keys) => keys.delete(owner));
}

async function within<T>(mode: IDBTransactionMode, work: (keys: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath: 'owner' });
  const db = await settled(opening);
  try {
    const transaction = db.transaction(store, mode);
    const request = work(transaction.objectStore(store));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
    return request.result;
  } finally {
    db.close();
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no IndexedDB'));
  });
