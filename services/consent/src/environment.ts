/** Settings of the consent service; the only reader of process.env here. */
import { join } from 'node:path';
import { parseEnvironment, secretKey, serviceEnvironment } from '@heya/service-common/environment';
import { z } from 'zod';
import type { BucketSettings } from './modules/access-log/index.ts';

/** Where the chain is, and what it is held against: all that verifying needs. */
const record = z.object({
  DATABASE_URL: z.url(),
  KEYRING_FILE: z.string().min(1),
  /** Signed heads of the access record; on another disk than the database where that can be. */
  AUDIT_HEAD_DIR: z.string().min(1),
});

/** A bucket with object lock that gets every head too; without a name there is none. */
const bucket = z.object({
  AUDIT_HEAD_S3_BUCKET: z.string().optional(),
  AUDIT_HEAD_S3_REGION: z.string().default('ap-northeast-1'),
  AUDIT_HEAD_S3_ENDPOINT: z.url().optional(),
  AUDIT_HEAD_S3_ACCESS_KEY_ID: z.string().optional(),
  AUDIT_HEAD_S3_SECRET_ACCESS_KEY: z.string().optional(),
  AUDIT_HEAD_S3_PREFIX: z.string().default('audit-heads/'),
  /** As long as the record itself is kept (R32). */
  AUDIT_HEAD_S3_RETAIN_DAYS: z.coerce
    .number()
    .int()
    .positive()
    .default(5 * 366),
});

const schema = serviceEnvironment.extend({
  ...record.shape,
  ...bucket.shape,
  /** Opens signatures from before there were data keys. */
  KEY_ENCRYPTION_KEY: secretKey,
  /** Withdrawals and destroyed keys, apart from every database. */
  LEDGER_FILE: z.string().min(1),
  AUDIT_HEAD_EVERY_MS: z.coerce.number().int().positive().default(60_000),
  /** Where identity is asked for the names of those who explained, or looked. */
  IDENTITY_URL: z.url(),
  IDENTITY_ENVELOPE_KEY: secretKey,
});
export type Environment = z.output<typeof schema>;

export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): Environment => parseEnvironment(schema, source);
const recordAndBucket = record.extend(bucket.shape);
type RecordEnvironment = z.output<typeof recordAndBucket>;
export const readRecordEnvironment = (source: NodeJS.ProcessEnv = process.env): RecordEnvironment =>
  parseEnvironment(recordAndBucket, source);

/** @returns undefined when heads are kept in the folder alone */
export function bucketOf(environment: Omit<RecordEnvironment, 'DATABASE_URL' | 'KEYRING_FILE'>): BucketSettings | undefined {
  if (!environment.AUDIT_HEAD_S3_BUCKET) return undefined;
  return {
    bucket: environment.AUDIT_HEAD_S3_BUCKET,
    region: environment.AUDIT_HEAD_S3_REGION,
    endpoint: environment.AUDIT_HEAD_S3_ENDPOINT,
    accessKeyId: environment.AUDIT_HEAD_S3_ACCESS_KEY_ID,
    secretAccessKey: environment.AUDIT_HEAD_S3_SECRET_ACCESS_KEY,
    prefix: environment.AUDIT_HEAD_S3_PREFIX,
    retainDays: environment.AUDIT_HEAD_S3_RETAIN_DAYS,
    notes: join(environment.AUDIT_HEAD_DIR, 'bucket.json'),
  };
}
