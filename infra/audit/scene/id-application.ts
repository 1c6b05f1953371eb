/** Applications for IDs, filed by somebody signed in (who files needs no right), and over the desks of a center. */
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

/** Who has an ID already, as the form of another facility names them. */
export interface Known {
  userName: string;
  displayName: string;
  userId: string;
}

/** One checks, the other approves. */
export interface Desks {
  clerk: Session;
  approver: Session;
}

const errors = 'userErrors { code message field }';
const wording = 'query { district { id } pledgeText(form: FORM_1_1) { version clauses { id } } }';
const submit = `mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) {
  receipt { receiptNumber } inquiryCode ${errors} } }`;
const resubmit = `mutation ($input: IdApplicationResubmitInput!) { idApplicationResubmit(input: $input) { ${errors} } }`;
const review = `mutation ($id: ID!, $input: IdApplicationReviewInput!) { idApplicationReview(id: $id, input: $input) { ${errors} } }`;
const applicants = `query ($id: ID!) { idApplication(id: $id) { version details { ... on IdIssueDetails { applicants { id name } } } } }`;

interface Wording {
  district: { id: string };
  pledgeText: { version: string; clauses: { id: string }[] };
}

const someone = { name: '監査野 花子', nameKana: 'カンサノ ハナコ', professions: ['NURSE'], birthDate: '1980-01-02' };
const knownPerson = ({ userName, displayName }: Known, index = 0) => ({
  name: displayName,
  nameKana: 'カンサ ミテイ',
  birthDate: `1985-04-0${index + 1}`,
  professions: ['NURSE'],
  existingAccountName: userName,
});

/** Right in everything. */
async function idForm(officer: Session, people: readonly object[]): Promise<IdForm> {
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
      applicants: people,
    },
    pledge: {
      textVersion: pledgeText.version,
      acceptedClauses: pledgeText.clauses.map(({ id }) => id),
      signerName: '監査野 一郎',
      signature: drawSignature().toString('base64'),
    },
  };
}

async function file(officer: Session, people: readonly object[]): Promise<FiledApplication> {
  const [form, id] = [await idForm(officer, people), uuidv7()];
  const filed = await officer.change<{ receipt: { receiptNumber: string }; inquiryCode: string }>(submit, {
    input: { idempotencyKey: id, ...form },
  });
  return { id, form, receiptNumber: filed.receipt.receiptNumber, inquiryCode: filed.inquiryCode };
}

/** Names people who have IDs already, and was returned with a comment. */
export async function returnedApplication(officer: Session, known: readonly Known[]): Promise<FiledApplication> {
  const filed = await file(officer, [someone, ...known.map((one, index) => knownPerson(one, index))]);
  const comments = [{ field: ['issue', 'phone'], text: '番号を確かめてください。' }];
  await returnToSender(officer, filed.id, comments);
  return filed;
}

/** Such a one, filed again: it waits for its first officer. */
export async function refiledApplication(officer: Session, known: readonly Known[]): Promise<FiledApplication> {
  const filed = await returnedApplication(officer, known);
  const { receiptNumber, inquiryCode, form } = filed;
  await officer.change(resubmit, { input: { receiptNumber, inquiryCode, expectedVersion: 2, issue: form.issue } });
  return filed;
}

/** As it was filed first. */
export async function returnToSender(officer: Session, id: string, comments: readonly object[] = []): Promise<void> {
  await officer.change(review, { id, input: { decision: 'RETURN', expectedVersion: 1, reason: '記入もれ', comments } });
}

/** Approved for somebody with an ID of another district, who is asked whether it is theirs (R3). */
export async function proposeLink({ clerk, approver }: Desks, holder: Known): Promise<{ id: string }> {
  const { id } = await file(clerk, [knownPerson(holder)]);
  await clerk.change(review, { id, input: { decision: 'APPROVE', expectedVersion: 1 } });
  const { idApplication } = await approver.ask<{ idApplication: { version: number; details: { applicants: { id: string }[] } } }>(
    applicants,
    { id },
  );
  const people = idApplication.details.applicants.map((one) => ({ applicantId: one.id, matchId: holder.userId }));
  await approver.change(review, { id, input: { decision: 'APPROVE', expectedVersion: idApplication.version, people } });
  return { id };
}

/** @returns id of the question that a link is, for its holder */
export async function ownLink(holder: Session): Promise<string> {
  const { viewer } = await holder.ask<{ viewer: { idLinks: { id: string }[] } }>('query { viewer { idLinks { id } } }');
  return viewer.idLinks[0]?.id ?? '';
}
