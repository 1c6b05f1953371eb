/** A package as another Heya makes it (R35), signed by a key that nobody here knows. */
import { createHash, randomUUID } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair } from 'jose';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const refer = (id: string) => ({ reference: `urn:uuid:${id}` });
const representation = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation';

/** One of each that the pages tell apart. */
function bundleOf(patient: { id: string; nameKana: string; birthDate: string }): object {
  const subject = refer(patient.id);
  const resources = [
    {
      resourceType: 'Patient',
      id: patient.id,
      name: [{ extension: [{ url: representation, valueCode: 'SYL' }], text: patient.nameKana }],
      birthDate: patient.birthDate,
    },
    { resourceType: 'Condition', id: randomUUID(), code: { text: '骨粗鬆症' }, subject, onsetDateTime: '2019-04-01' },
    { resourceType: 'AllergyIntolerance', id: randomUUID(), code: { text: 'そば' }, patient: subject },
    { resourceType: 'Observation', id: randomUUID(), ...laboratory, subject, effectiveDateTime: '2026-10-01' },
    { resourceType: 'Flag', id: randomUUID(), code: { text: '停電のときは娘に知らせる' }, subject },
    post('EVERYONE', '隣の市のデイサービスに週2回通っていました。', '木村 さと　看護師　みなと訪問看護'),
    post('CARE_TEAM', '夜間に不穏あり。眠前の薬を相談中。', '大野 隆　医師　みなと医院'),
  ];
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}

const laboratory = {
  category: [
    {
      coding: [{ system: 'http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS', code: 'laboratory' }],
    },
  ],
  code: { text: 'HbA1c' },
  valueQuantity: { value: 6.8, unit: '%' },
};

const post = (audience: string, text: string, display: string): object => ({
  resourceType: 'Communication',
  id: randomUUID(),
  category: [{ coding: [{ system: 'urn:x-heya:audience', code: audience }] }],
  sent: '2026-09-20T01:00:00.000Z',
  sender: { display },
  payload: [{ contentString: text }],
});

export async function packageOf(patient: { nameKana: string; birthDate: string }): Promise<Buffer> {
  const patientId = randomUUID();
  const bundle = strToU8(JSON.stringify(bundleOf({ id: patientId, ...patient })));
  const manifest = strToU8(
    JSON.stringify({
      format: 'heya-room-export/1',
      id: randomUUID(),
      madeAt: '2026-11-20T02:00:00.000Z',
      madeBy: { name: '木村 さと', facility: 'みなと訪問看護' },
      purpose: 'MOVE',
      districtId: randomUUID(),
      districtName: '港地区',
      room: { id: randomUUID(), roomNumber: 'K-7310' },
      patientId,
      files: [{ name: 'bundle.json', bytes: bundle.length, sha256: digest(bundle) }],
    }),
  );
  const pair = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const header = { alg: 'ES256', typ: 'heya-manifest+jws', kid: await calculateJwkThumbprint(jwk), jwk };
  const jws = await new CompactSign(manifest).setProtectedHeader(header).sign(pair.privateKey);
  return Buffer.from(zipSync({ 'bundle.json': bundle, 'manifest.json': manifest, 'manifest.jws': strToU8(jws) }));
}
