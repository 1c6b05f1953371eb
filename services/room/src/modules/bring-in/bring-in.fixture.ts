/** Packages that somebody tampered with, or that another house made: signed by a key of their own. */
import { createHash } from 'node:crypto';
import { newId } from '@heya/testkit/viewers';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair } from 'jose';

type Files = Record<string, Uint8Array>;
const bytesOf = (value: unknown): Uint8Array => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const filesOf = (zip: Uint8Array): Files => unzipSync(zip);
export const jsonOf = (files: Files, name: string): any => JSON.parse(strFromU8(files[name] as Uint8Array));
export const zipOf = (files: Files): Uint8Array => zipSync(files, { level: 6 });

export interface Change {
  bundle?: (bundle: any) => unknown;
  manifest?: (manifest: any) => unknown;
}

/** @returns the package as another house would make it: whole and signed, with something else in it */
export async function signedAnew(zip: Uint8Array, { bundle: changeBundle, manifest: changeManifest }: Change = {}): Promise<Uint8Array> {
  const files = filesOf(zip);
  const bundle = jsonOf(files, 'bundle.json');
  changeBundle?.(bundle);
  files['bundle.json'] = bytesOf(bundle);
  const manifest = jsonOf(files, 'manifest.json');
  for (const file of manifest.files) {
    const content = files[file.name] as Uint8Array;
    Object.assign(file, { bytes: content.length, sha256: digest(content) });
  }
  changeManifest?.(manifest);
  files['manifest.json'] = bytesOf(manifest);
  const pair = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const header = { alg: 'ES256', typ: 'heya-manifest+jws', kid, jwk };
  files['manifest.jws'] = bytesOf(await new CompactSign(files['manifest.json']).setProtectedHeader(header).sign(pair.privateKey));
  return zipOf(files);
}

/** Packages that are not taken, each with the reason. */
export async function spoilt(zip: Uint8Array): Promise<[fault: string, bytes: Uint8Array][]> {
  const files = filesOf(zip);
  const text = (say: string) => Buffer.from(say);
  const withText = (words: string) =>
    signedAnew(zip, {
      bundle: ({ entry }) => {
        const post = entry.find(({ resource }: any) => resource.resourceType === 'Communication' && resource.payload).resource;
        post.payload[0].contentString = words;
      },
    });
  const resource = (type: string, change: (found: any) => unknown) =>
    signedAnew(zip, { bundle: ({ entry }) => change(entry.find(({ resource: each }: any) => each.resourceType === type).resource) });
  const other = await signedAnew(zip);
  return [
    ['NOT_A_PACKAGE', text('%PDF-1.7 nothing of the kind')],
    ['NOT_A_PACKAGE', zipOf({ 'a.txt': text('a') })],
    ['DAMAGED', zip.subarray(0, Math.floor(zip.length / 2))],
    ['CHANGED', zipOf({ ...files, 'record.pdf': text('%PDF another') })],
    ['CHANGED', zipOf({ ...files, 'extra.json': text('{}') })],
    ['CHANGED', zipOf({ ...files, '../../etc/passwd': text('x') })],
    ['CHANGED', zipOf({ ...files, 'manifest.json': text('{}') })],
    ['WRONG_SIGNATURE', zipOf({ ...files, 'manifest.jws': text('a.b.c') })],
    // Its header names one key, another has signed.
    [
      'WRONG_SIGNATURE',
      zipOf({
        ...files,
        'manifest.jws': text(
          [
            ...Buffer.from(files['manifest.jws'] as Uint8Array)
              .toString()
              .split('.')
              .slice(0, 2),
            Buffer.from(filesOf(other)['manifest.jws'] as Uint8Array)
              .toString()
              .split('.')[2],
          ].join('.'),
        ),
      }),
    ],
    ['UNKNOWN_VERSION', await signedAnew(zip, { manifest: (manifest) => (manifest.format = 'heya-room-export/9') })],
    ['UNREADABLE', await resource('Condition', (each) => (each.onsetDateTime = 'Showa 15'))],
    ['MY_NUMBER', await withText('番号は1234-5678-9018です')],
    ['MY_NUMBER', await signedAnew(zip, { manifest: ({ madeBy }) => (madeBy.facility = '１２３４５６７８９０１８') })],
    ['OTHER_PATIENT', await resource('Patient', (each) => (each.birthDate = '1940-04-02'))],
    ['OTHER_PATIENT', await resource('Patient', (each) => (each.name[1].text = 'タナカ フユ'))],
    // A thousand times smaller than what comes out of it.
    ['TOO_LARGE', zipOf({ ...files, 'record.pdf': new Uint8Array(8 * 1024 * 1024) })],
    ['TOO_LARGE', zipOf(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`f${index}.txt`, text('')])))],
  ];
}

type Sql = (text: string, values: unknown[]) => Promise<unknown>;

/** A row of each table that a package fills. */
export async function insertBrought(
  sql: Sql,
  { roomId, patientId, districtId }: Record<'roomId' | 'patientId' | 'districtId', string>,
): Promise<void> {
  const [id, other] = [newId(), newId()];
  await sql(
    `insert into room_import (id, room_id, district_id, patient_id, brought_by, brought_by_name, brought_at, state, sha256, package_id, source_room_id,
       source_room_number, made_at, made_by_name, purpose, signing_key, is_known_key, expires_at)
     values ($1, $2, $3, $4, $5, '佐藤', now(), 'TAKEN', '', $5, $5, '', now(), '', 'MOVE', '', true, now())`,
    [id, roomId, districtId, patientId, other],
  );
  await sql(
    `insert into brought_entry (patient_id, block, import_id, category, entries, package_id, source_room_number, brought_by, brought_by_name, brought_at)
     values ($1, 'ALLERGIES', $2, 'MEDICAL_HISTORY', '[]', $3, '', $3, '佐藤', now())`,
    [patientId, id, other],
  );
  await sql(
    `insert into brought_post (room_id, source_id, patient_id, district_id, import_id, source_room_id, source_room_number, audience, is_important, author_label, body,
       readings, observed_at, written_at)
     values ($1, $2, $3, $4, $5, $2, '', 'EVERYONE', false, '佐藤', '退院', '{}', now(), now())`,
    [roomId, other, patientId, districtId, id],
  );
}
