/** The district's key for manifests: ES256, its private part sealed with the district's data key (infra/decisions/0016). */
import type { DataKeys } from '@heya/service-common/data-keys';
import type { Em } from '@heya/service-common/orm';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { insertKey, type KeyRow, selectKey } from './take-along.repository.ts';

const alg = 'ES256';

/** Signs in the name of a district. */
export interface Signer {
  kid: string;
  /** @returns a compact JWS that carries the public key */
  sign(manifest: Uint8Array): Promise<string>;
}

const scopeOf = (districtId: string) => ({ id: districtId, districtId });
const placeOf = (kid: string) => ({ rowId: kid, column: 'export_key.sealed' });

/** @param tx of the service itself; the first manifest of a district makes its key */
export async function signerOf(tx: Em, dataKeys: DataKeys, districtId: string): Promise<Signer> {
  const row = (await selectKey(tx, districtId)) ?? (await make(tx, dataKeys, districtId));
  const opened = await dataKeys.open(tx, scopeOf(districtId), placeOf(row.kid), row.sealed);
  const key = await importJWK(JSON.parse(opened.toString()) as JWK, alg);
  opened.fill(0);
  return {
    kid: row.kid,
    sign: (manifest) =>
      new CompactSign(manifest).setProtectedHeader({ alg, kid: row.kid, typ: 'heya-manifest+jws', jwk: row.public_jwk }).sign(key),
  };
}

async function make(tx: Em, dataKeys: DataKeys, districtId: string): Promise<KeyRow> {
  const pair = await generateKeyPair(alg, { extractable: true });
  const publicJwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const plain = Buffer.from(JSON.stringify(await exportJWK(pair.privateKey)));
  const sealed = await dataKeys.seal(tx, scopeOf(districtId), placeOf(kid), plain);
  plain.fill(0);
  await insertKey(tx, districtId, { kid, public_jwk: publicJwk, sealed });
  const row = await selectKey(tx, districtId);
  if (!row) throw new Error('The key of the district was not kept');
  return row;
}
