/** The package itself: a ZIP of files, the manifest with the SHA-256 of each, and the manifest's signature. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { type AsyncZippable, zip } from 'fflate';
import type { Parts, Taking } from './take-along.parts.ts';

/** RECORD: for people. BUNDLE: for programs. PHOTO and DOCUMENT: of a post. */
export type FileKind = 'BUNDLE' | 'RECORD' | 'PHOTO' | 'DOCUMENT';

export interface PackedFile {
  /** With `/` between folders; nothing that means something to a file system. */
  name: string;
  kind: FileKind;
  contentType: string;
  bytes: Uint8Array;
  /** Of a photo or a document. */
  postId?: string;
}

export interface Manifest {
  format: 'heya-room-export/1';
  id: string;
  madeAt: string;
  madeBy: { userId: string; name: string; facility: string | null };
  purpose: string;
  reason: string;
  districtId: string;
  districtName: string | null;
  room: { id: string; roomNumber: string };
  patientId: string;
  fhir: { version: '4.0.1'; profiles: 'JP Core 1.2' };
  /** What this person may not have, or what was left out for its size. */
  notIncluded: string[];
  files: { name: string; kind: FileKind; contentType: string; bytes: number; sha256: string; postId?: string }[];
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const toManifest = (parts: Parts, taking: Taking, files: readonly PackedFile[], notIncluded: string[]): Manifest => ({
  format: 'heya-room-export/1',
  id: taking.id,
  madeAt: taking.at.toISOString(),
  madeBy: { userId: taking.userId, name: taking.userName, facility: taking.facilityName },
  purpose: taking.purpose,
  reason: taking.reason,
  districtId: taking.districtId,
  districtName: taking.districtName,
  room: { id: parts.room.id, roomNumber: parts.room.roomNumber },
  patientId: parts.room.patient.id,
  fhir: { version: '4.0.1', profiles: 'JP Core 1.2' },
  notIncluded,
  files: files.map(({ name, kind, contentType, bytes, postId }) => ({
    name,
    kind,
    contentType,
    bytes: bytes.length,
    sha256: sha256(bytes),
    ...(postId && { postId }),
  })),
});

const readme = (manifest: Manifest, kid: string): string =>
  [
    `部屋 ${manifest.room.roomNumber} の記録 / Record of room ${manifest.room.roomNumber}`,
    '',
    'record.pdf, timeline-*.pdf … 人が読む記録 / for people',
    'photos/, documents/ … 投稿の写真と書類 / photos and documents of posts',
    'bundle.json … FHIR R4 (JP Core 1.2) / for other systems',
    'manifest.json … 各ファイルのSHA-256 / SHA-256 of each file',
    'manifest.jws … manifest.jsonの署名(ES256) / signature of manifest.json',
    '',
    `署名の鍵の指紋 (RFC 7638) / Thumbprint of the signing key: ${kid}`,
    '確かめ方: manifest.jwsの署名を、その見出しにある鍵(指紋が上と同じもの)で検証し、中身がmanifest.jsonと同じで、',
    '各ファイルのSHA-256がmanifest.jsonと同じであることを見ます。指紋は支援センターの画面のものと見比べてください。',
    'To verify: check manifest.jws with the key in its header (its thumbprint is the one above, as shown on the screen of Heya),',
    'that its payload is manifest.json, and that the SHA-256 of each file is the one in manifest.json.',
    '',
    '要配慮個人情報です。用が済んだら消してください。 / Health data: delete it when it is no longer needed.',
    '',
  ].join('\r\n');

export interface Packing {
  manifest: Manifest;
  files: readonly PackedFile[];
  kid: string;
  jws(manifest: Uint8Array): Promise<string>;
}

/** In threads of its own: nobody else waits for it. */
const zipped = promisify<AsyncZippable, Uint8Array>(zip);

/** @returns the ZIP; PDFs and photos are packed as they are, being compressed already */
export async function pack({ manifest, files, kid, jws }: Packing): Promise<Uint8Array> {
  const told = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const mtime = new Date(manifest.madeAt);
  return zipped({
    'README.txt': [Buffer.from(readme(manifest, kid)), { mtime }],
    'manifest.json': [told, { mtime }],
    'manifest.jws': [Buffer.from(await jws(told)), { mtime, level: 0 }],
    ...Object.fromEntries(
      files.map(({ name, bytes, kind }) => [name, [bytes, { mtime, level: kind === 'BUNDLE' ? 6 : 0 }] as AsyncZippable[string]]),
    ),
  });
}
