/** Forms 2-1-1 and 2-1-2 as people fill them in; for specs. */
import { drawnSignature } from '@heya/testkit/signature';
import { newId } from '@heya/testkit/viewers';
import type { World } from './identity.fixture.ts';
import { checkDigitOf } from './modules/id-application/institution-code.policy.ts';

/** A code that checks, new each time. */
export function institutionCode(kind = '1'): string {
  const body = `41${kind}${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  return `${body}${checkDigitOf(body)}`;
}

let people = 0;

/** Somebody of a common name, born on a day of their own. */
export const applicant = (more: Record<string, unknown> = {}) => ({
  name: '山本 さくら',
  nameKana: 'ヤマモト サクラ',
  professions: ['NURSE'],
  birthDate: new Date(Date.UTC(1960, 0, (people += 1))).toISOString().slice(0, 10),
  licenceNumber: String(people).padStart(6, '0'),
  isFacilityAdmin: true,
  ...more,
});

export const issueForm = (more: Record<string, unknown> = {}) => ({
  facilityName: 'あおば診療所',
  facilityNameKana: 'アオバシンリョウジョ',
  institutionCode: institutionCode(),
  facilityKind: 'CLINIC',
  municipality: '若葉市',
  address: '若葉市中央1-2-3',
  phone: '0952-00-0012',
  representativeName: '山本 一郎',
  contactName: '山本 さくら',
  contactEmail: 'sakura@example.jp',
  applicants: [applicant()],
  ...more,
});

/** The wording in force, promised clause by clause. */
export async function pledge(world: World, districtId: string): Promise<Record<string, unknown>> {
  const [text] = await world.sql<{ version: string; clauses: { id: string }[] }>(
    `select version, clauses from pledge_text where form = 'FORM_1_1' and district_id in ($1, '00000000-0000-0000-0000-000000000000') order by published_at desc limit 1`,
    [districtId],
  );
  return {
    textVersion: text?.version,
    acceptedClauses: text?.clauses.map(({ id }) => id),
    signerName: '山本 一郎',
    signature: drawnSignature.base64,
  };
}

export async function submission(world: World, districtId: string, issue: Record<string, unknown> = issueForm()) {
  return { idempotencyKey: newId(), districtId, form: 'FORM_2_1_1', issue, pledge: await pledge(world, districtId) };
}
