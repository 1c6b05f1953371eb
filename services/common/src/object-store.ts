/**
 * Bytes that are too large for rows (R25), by flydrive: on this machine's disk or in a bucket that speaks S3. What lies there is sealed
 * before it comes and told apart by keys that nobody could guess; no address of the store is ever given out (infra/decisions/0057).
 */
import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { z } from 'zod';
import { codedError } from './errors.ts';
import { syncFolderOf } from './files.ts';
import { describeError, type Logger } from './logger.ts';

/** For services that keep bytes: they add these to their environment. */
export const objectStoreEnvironment = {
  /** `file:///folder`, or `https://host/bucket?region=…` for one that speaks S3. */
  OBJECT_STORE_URL: z.url({ protocol: /^(file|https?)$/ }),
  /** Both or neither: without them the machine's own role counts. */
  OBJECT_STORE_KEY_ID: z.string().min(1).optional(),
  OBJECT_STORE_SECRET: z.string().min(1).optional(),
};
const environmentOfStore = z.object(objectStoreEnvironment);
export type ObjectStoreEnvironment = z.output<typeof environmentOfStore>;

/** 192 bits; two letters of it are a folder, so that none has a million files. */
export function newObjectKey(): string {
  const name = randomBytes(24).toString('hex');
  return `${name.slice(0, 2)}/${name}`;
}

/** Each of these throws SERVICE_UNAVAILABLE when the store is down or what was there is not. */
export interface ObjectStore {
  /** Kept when it returns, whatever happens to the machine. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Buffer>;
  /** What is not there is removed. */
  remove(key: string): Promise<void>;
}

export async function openObjectStore(environment: ObjectStoreEnvironment, logger: Logger): Promise<ObjectStore> {
  const url = new URL(environment.OBJECT_STORE_URL);
  const folder = url.protocol === 'file:' ? fileURLToPath(url) : undefined;
  const disk = new Disk(folder ? new FSDriver({ location: folder, visibility: 'private' }) : await bucketDriver(url, environment));
  const guarded = async <T>(operation: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      logger.error('object store failed', { operation, ...describeError(error) });
      throw codedError('SERVICE_UNAVAILABLE');
    }
  };
  return {
    put: (key, bytes) =>
      guarded('put', async () => {
        await disk.put(key, bytes);
        if (folder) await settle(`${folder}/${key}`);
      }),
    get: (key) => guarded('get', async () => Buffer.from(await disk.getBytes(key))),
    remove: (key) => guarded('remove', () => disk.delete(key)),
  };
}

/** Loaded only where there is a bucket: it is larger than all the rest of a service. */
async function bucketDriver(url: URL, { OBJECT_STORE_KEY_ID, OBJECT_STORE_SECRET }: ObjectStoreEnvironment) {
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new S3Driver({
    endpoint: url.origin,
    bucket: url.pathname.slice(1),
    region: url.searchParams.get('region') ?? 'us-east-1',
    ...(OBJECT_STORE_KEY_ID &&
      OBJECT_STORE_SECRET && { credentials: { accessKeyId: OBJECT_STORE_KEY_ID, secretAccessKey: OBJECT_STORE_SECRET } }),
    forcePathStyle: true,
    supportsACL: false,
    visibility: 'private',
    // Sums of its own making are not known to every store that speaks S3; what is sealed tells by itself whether it was altered.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  });
}

/** A file that was written is on the disk once it and its folders are. */
async function settle(file: string): Promise<void> {
  const written = await open(file);
  try {
    await written.sync();
  } finally {
    await written.close();
  }
  await syncFolderOf(file);
  await syncFolderOf(file.slice(0, file.lastIndexOf('/')));
}
