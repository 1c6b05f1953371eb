/** An application for IDs that waits for its first officer, filed by somebody signed in: who files needs no right. */
import type { Session } from '../../local/api/graphql.mjs';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { drawSignature } from '../../local/demo/signature.mjs';

export interface FiledApplication {
  id: string;
  receiptNumber: string;
  inquiryCode: string;
  form: IdForm;
}

export interface IdForm {
  districtId: string;
  form: string;
  issue: Record<string, unknown>;
  pledge: Record<string, unknown>;
}

const wording = 'query { district { id } pledgeText(form: FORM_1_1) { version clauses { id } } }';
const submit = `mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) {
  receipt { receiptNumber } inquiryCode userErrors { code message field } } }`;

interface Wording {
  district: { id: string };
  pledgeText: { version: string; clauses: { id: string }[] };
}

/** Right in everything. */
async function idForm(officer: Session): Promise<IdForm> {
  const { district, pledgeText } = await officer.ask<Wording>(wording);
  return {
    districtId: district.id,
    form: 'FORM_2_1_1',
    issue: {
      facilityName: '監査診療所',
      institutionCode: '0110113719',
      facilityKind: 'CLINIC',
      municipality: '若葉市',
      address: '若葉市本町三丁目',
      phone: '0952-00-0033',
      representativeName: '監査野 一郎',
      contactName: '監査野 花子',
      contactEmail: 'hanako@example.jp',
      applicants: [{ name: '監査野 花子', nameKana: 'カンサノ ハナコ', professions: ['NURSE'], birthDate: '1980-01-02' }],
    },
    pledge: {
      textVersion: pledgeText.version,
      acceptedClauses: pledgeText.clauses.map(({ id }) => id),
      signerName: '監査野 一郎',
      signature: drawSignature().toString('base64'),
    },
  };
}

export async function fileIdApplication(officer: Session): Promise<FiledApplication> {
  const [form, id] = [await idForm(officer), uuidv7()];
  const filed = await officer.change<{ receipt: { receiptNumber: string }; inquiryCode: string }>(submit, {
    input: { idempotencyKey: id, ...form },
  });
  return { id, form, receiptNumber: filed.receipt.receiptNumber, inquiryCode: filed.inquiryCode };
}
