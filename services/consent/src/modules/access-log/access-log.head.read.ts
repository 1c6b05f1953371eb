/** Every signed head there is, for verifying: those of the folder, and those of the bucket that nobody could take away (V43). */
import type { S3Client } from '@aws-sdk/client-s3';
import { type BucketSettings, keyOf, openClient } from './access-log.head.bucket.ts';
import { parseHead, readHeads, type ReadHeads } from './access-log.head.file.ts';

interface Version {
  key: string;
  id: string | undefined;
}

const atOnce = 16;

/** @throws when a bucket is set and does not answer: what cannot be asked proves nothing */
export async function readSignedHeads(folder: string, settings?: BucketSettings): Promise<ReadHeads> {
  const local = await readHeads(folder);
  if (!settings) return local;
  const held = new Set(local.heads.map((head) => keyOf(settings, head)));
  const client = await openClient(settings);
  try {
    // What the folder holds is in hand already; what was cut from it is fetched.
    const missing = (await listVersions(client, settings)).filter(({ key }) => !held.has(key));
    const found: ReadHeads = { heads: [...local.heads], unreadable: [...local.unreadable] };
    for (let from = 0; from < missing.length; from += atOnce)
      await Promise.all(missing.slice(from, from + atOnce).map((version) => fetchHead(client, settings, version, found)));
    return found;
  } finally {
    client.destroy();
  }
}

/** Versions, not objects: under lock a deletion only hides, and a newer version only covers, what is kept. */
async function listVersions(client: S3Client, { bucket: Bucket, prefix: Prefix }: BucketSettings): Promise<Version[]> {
  const { ListObjectVersionsCommand } = await import('@aws-sdk/client-s3');
  const versions: Version[] = [];
  for (let place = {}, more = true; more;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix, ...place }));
    versions.push(...(page.Versions ?? []).flatMap(({ Key: key, VersionId: id }) => (key ? [{ key, id }] : [])));
    more = page.IsTruncated === true;
    place = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
  return versions;
}

async function fetchHead(client: S3Client, settings: BucketSettings, { key, id }: Version, found: ReadHeads): Promise<void> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3');
  const { Body: body } = await client.send(new GetObjectCommand({ Bucket: settings.bucket, Key: key, ...(id && { VersionId: id }) }));
  const head = parseHead((await body?.transformToString()) ?? '');
  if (head && keyOf(settings, head) === key) found.heads.push(head);
  else found.unreadable.push(key);
}
