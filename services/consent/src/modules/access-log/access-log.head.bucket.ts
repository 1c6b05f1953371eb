/** Signed heads in an object store that lets nobody delete them before their time, its owner neither (WORM). */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
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
  const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const { endpoint, accessKeyId, secretAccessKey, region } = settings;
  const client = new S3Client({
    region,
    // A bucket that does not answer must not hold up the stop of the service.
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1500, requestTimeout: 2500 },
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });
  const reached = await readNotes(settings.notes);
  return {
    name: 'bucket',
    reached: () => Promise.resolve(new Map(reached)),
    add: async (heads) => {
      for (const head of heads) {
        await client.send(new PutObjectCommand(objectOf(settings, head)));
        reached.set(head.district, head.seq);
      }
      await writeFile(settings.notes, JSON.stringify(Object.fromEntries(reached)), { mode: 0o600 });
    },
  };
}

async function readNotes(file: string): Promise<Map<string, number>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return new Map(Object.entries(z.record(z.string(), z.number()).catch({}).parse(JSON.parse(text))));
}

function objectOf({ bucket, prefix, retainDays }: BucketSettings, head: SignedHead) {
  const body = `${JSON.stringify(head)}\n`;
  return {
    Bucket: bucket,
    Key: `${prefix}${head.district}/${String(head.seq).padStart(15, '0')}-${head.hash.slice(0, 12)}.json`,
    Body: body,
    ContentType: 'application/json',
    // An object under lock is refused without a checksum.
    ContentMD5: createHash('md5').update(body).digest('base64'),
    ObjectLockMode: 'COMPLIANCE' as const,
    ObjectLockRetainUntilDate: new Date(Date.parse(head.at) + retainDays * dayMs),
  };
}
