/** Signed heads in an object store that lets nobody delete them before their time, its owner neither (WORM). */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { HeadStore } from './access-log.head.service.ts';
import type { SignedHead } from './access-log.head.policy.ts';

export interface BucketSettings {
  bucket: string;
  region: string;
  /** Of another provider than AWS. */
  endpoint?: string | undefined;
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
  prefix: string;
  retainDays: number;
  /** Where it is noted how far each district has got, so that a start puts nothing twice; lost, all is put again under the same names. */
  notes: string;
}

const dayMs = 24 * 60 * 60_000;

/** @param settings of a bucket that was made with object lock */
export async function openHeadBucket(settings: BucketSettings): Promise<HeadStore> {
  const { PutObjectCommand } = await import('@aws-sdk/client-s3');
  const client = await openClient(settings);
  const reached = await readNotes(settings.notes);
  return {
    name: 'bucket',
    reached: () => Promise.resolve(new Map(reached)),
    add: async (head) => {
      await client.send(new PutObjectCommand(objectOf(settings, head)));
      reached.set(head.district, head.seq);
      await writeFile(settings.notes, JSON.stringify(Object.fromEntries(reached)), { mode: 0o600 });
    },
  };
}

export async function openClient({ endpoint, accessKeyId, secretAccessKey, region }: BucketSettings): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  return new S3Client({
    region,
    // A bucket that does not answer must not hold up the stop of the service.
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1500, requestTimeout: 2500 },
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });
}

/** Notes that a crash tore count as lost. */
async function readNotes(file: string): Promise<Map<string, number>> {
  try {
    return new Map(Object.entries(z.record(z.string(), z.number()).parse(JSON.parse(await readFile(file, 'utf8')))));
  } catch {
    return new Map();
  }
}

/** Names the line it was signed for, so that the same head gets the same name. */
export const keyOf = ({ prefix }: BucketSettings, { district, seq, hash }: SignedHead): string =>
  `${prefix}${district}/${String(seq).padStart(15, '0')}-${hash.slice(0, 12)}.json`;

function objectOf(settings: BucketSettings, head: SignedHead) {
  const { bucket, retainDays } = settings;
  const body = `${JSON.stringify(head)}\n`;
  return {
    Bucket: bucket,
    Key: keyOf(settings, head),
    Body: body,
    ContentType: 'application/json',
    // An object under lock is refused without a checksum.
    ContentMD5: createHash('md5').update(body).digest('base64'),
    ObjectLockMode: 'COMPLIANCE' as const,
    ObjectLockRetainUntilDate: new Date(Date.parse(head.at) + retainDays * dayMs),
  };
}
