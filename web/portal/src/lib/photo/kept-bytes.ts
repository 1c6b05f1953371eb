/**
 * Bytes of photos that were chosen and not yet sent, on this device: the page may be reloaded while the camera is open. Sealed with a key
 * that cannot leave the browser; both go with the sign-in.
 */

const database = 'heya-photos';
const stores = { bytes: 'bytes', keys: 'keys' } as const;
const keyName = 'own';

interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
  type: string;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.onupgradeneeded = () => Object.values(stores).forEach((name) => asked.result.createObjectStore(name));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error(database));
  });
}

async function within<T>(store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = work(opened.transaction(store, mode).objectStore(store));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error(store));
    });
  } finally {
    opened.close();
  }
}

async function ownKey(): Promise<CryptoKey> {
  const known = await within<CryptoKey | undefined>(
    stores.keys,
    'readonly',
    (keys) => keys.get(keyName) as IDBRequest<CryptoKey | undefined>,
  );
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await within(stores.keys, 'readwrite', (keys) => keys.put(made, keyName));
  return made;
}

export async function keepBytes(id: string, bytes: Blob): Promise<void> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await ownKey(), await bytes.arrayBuffer());
  await within(stores.bytes, 'readwrite', (kept) => kept.put({ nonce, sealed, type: bytes.type } satisfies Sealed, id));
}

/** @returns undefined when there are none, or none that can be opened any more */
export async function keptBytes(id: string): Promise<Blob | undefined> {
  try {
    const found = await within<Sealed | undefined>(stores.bytes, 'readonly', (kept) => kept.get(id) as IDBRequest<Sealed | undefined>);
    if (!found) return undefined;
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: found.nonce }, await ownKey(), found.sealed);
    return new Blob([opened], { type: found.type });
  } catch {
    return undefined;
  }
}

export const forgetBytes = (id: string): Promise<unknown> =>
  within(stores.bytes, 'readwrite', (kept) => kept.delete(id)).catch(() => undefined);

/** With the sign-in everything goes, the key first of all. */
export const wipeBytes = (): void => void indexedDB.deleteDatabase(database);
