/** Looks whether a package is what its maker signed: the key, the manifest, each file (R35). */
import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { BadPackage, type OpenedFile, openArchive } from './bring-in.archive.ts';

export const format = 'heya-room-export/1';
const alg = 'ES256';

const headerSchema = z.object({
  alg: z.literal(alg),
  typ: z.literal('heya-manifest+jws'),
  kid: z.string().max(100),
  jwk: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
});

const name = z.string().min(1).max(200);
const manifestSchema = z.object({
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  madeBy: z.object({ name, facility: name.nullable() }),
  purpose: z.string().max(40),
  districtId: z.uuid(),
  districtName: name.nullish(),
  room: z.object({ id: z.uuid(), roomNumber: z.string().max(40) }),
  patientId: z.uuid(),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })).max(1_000),
});
export type SignedManifest = z.infer<typeof manifestSchema>;

export interface SealedPackage {
  manifest: SignedManifest;
  /** Thumbprint (RFC 7638). */
  signingKey: string;
  bundle: Buffer;
}

/** The manifest cannot list itself, nor what says how to read it. */
const unlisted = ['README.txt', 'manifest.json', 'manifest.jws'];

/** @throws {BadPackage} */
export async function openPackage(zip: Uint8Array): Promise<SealedPackage> {
  const files = await openArchive(zip, ['manifest.json', 'manifest.jws', 'bundle.json']);
  const contentOf = (wanted: string): Buffer => {
    const content = files.get(wanted)?.content;
    if (!content) throw new BadPackage('NOT_A_PACKAGE');
    return content;
  };
  const told = contentOf('manifest.json');
  const signingKey = await verify(contentOf('manifest.jws'), told);
  const manifest = readManifest(told);
  requireListed(manifest, files);
  return { manifest, signingKey, bundle: contentOf('bundle.json') };
}

/** @returns the thumbprint of the key @throws {BadPackage} */
async function verify(jws: Buffer, told: Buffer): Promise<string> {
  try {
    const text = jws.toString().trim();
    const { jwk, kid } = headerSchema.parse(decodeProtectedHeader(text));
    if ((await calculateJwkThumbprint(jwk)) !== kid) throw new BadPackage('WRONG_SIGNATURE');
    const { payload } = await compactVerify(text, await importJWK(jwk as JWK, alg), { algorithms: [alg] });
    if (!Buffer.from(payload).equals(told)) throw new BadPackage('CHANGED');
    return kid;
  } catch (error) {
    throw error instanceof BadPackage ? error : new BadPackage('WRONG_SIGNATURE');
  }
}

/** @throws {BadPackage} */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch {
    throw new BadPackage('UNREADABLE');
  }
}

function readManifest(told: Buffer): SignedManifest {
  const given = parseJson(told) as { format?: unknown } | null;
  if (given?.format !== format) throw new BadPackage('UNKNOWN_VERSION');
  const parsed = manifestSchema.safeParse(given);
  if (!parsed.success) throw new BadPackage('UNREADABLE');
  return parsed.data;
}

function requireListed({ files: listed }: SignedManifest, files: ReadonlyMap<string, OpenedFile>): void {
  const named = new Set([...listed.map((file) => file.name), ...unlisted]);
  const isWhole = listed.every((file) => {
    const found = files.get(file.name);
    return found?.sha256 === file.sha256 && found.bytes === file.bytes;
  });
  if (!isWhole || [...files.keys()].some((found) => !named.has(found))) throw new BadPackage('CHANGED');
}
