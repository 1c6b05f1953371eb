/** One store, two places: a folder, and a bucket behind the real protocol of S3. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from './logger.ts';
import { newObjectKey, type ObjectStore, openObjectStore } from './object-store.ts';

const logger = createLogger('test', 'silent');
const bytes = Buffer.from('00ff00c328a0a1', 'hex');

let folder: string;
let bucket: S3rver;
let bucketUrl: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'objects-'));
  bucket = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'heya', configs: [] }],
  });
  const { port } = await bucket.run();
  bucketUrl = `http://127.0.0.1:${port}/heya`;
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true });
});

const stores: [string, () => Promise<ObjectStore>][] = [
  ['a folder', () => openObjectStore({ OBJECT_STORE_URL: pathToFileURL(join(folder, 'files')).href }, logger)],
  [
    'a bucket',
    () => openObjectStore({ OBJECT_STORE_URL: bucketUrl, OBJECT_STORE_KEY_ID: 'S3RVER', OBJECT_STORE_SECRET: 'S3RVER' }, logger),
  ],
];

describe.each(stores)('%s', (_name, openStore) => {
  test('gives back what it was given, byte by byte, and nothing of what is removed', async () => {
    const store = await openStore();
    const [key, other] = [newObjectKey(), newObjectKey()];
    await store.put(key, bytes);
    await store.put(other, Buffer.alloc(3_000_000, 7));
    expect(await store.get(key)).toEqual(bytes);
    expect((await store.get(other)).equals(Buffer.alloc(3_000_000, 7))).toBe(true);
    await store.remove(key);
    await store.remove(key);
    await expect(store.get(key)).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
    expect((await store.get(other)).length).toBe(3_000_000);
  });
});

test('a key is ASCII and nobody’s guess, and its folder has a 256th of all', async () => {
  const keys = Array.from({ length: 100 }, newObjectKey);
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{46}$/);
});

test('a store that is down or not there says so at once', async () => {
  const down = await openObjectStore(
    { OBJECT_STORE_URL: 'http://127.0.0.1:9/heya', OBJECT_STORE_KEY_ID: 'x', OBJECT_STORE_SECRET: 'y' },
    logger,
  );
  const wrong = { OBJECT_STORE_URL: bucketUrl.replace(/heya$/, 'nobody'), OBJECT_STORE_KEY_ID: 'S3RVER', OBJECT_STORE_SECRET: 'S3RVER' };
  for (const store of [down, await openObjectStore(wrong, logger)])
    await expect(store.put(newObjectKey(), bytes)).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
  const file = await openObjectStore({ OBJECT_STORE_URL: 'file:///dev/null/heya' }, logger);
  await expect(file.put(newObjectKey(), bytes)).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } });
});
