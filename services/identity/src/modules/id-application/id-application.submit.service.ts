/** Filing forms 2-1-1 and 2-1-2 with the pledge 1-1, by people who have no ID yet (R1, R2). */
import { createHash } from 'node:crypto';
import { audit } from '@heya/service-common/audit';
import { isId, newId } from '@heya/service-common/id';
import { nextSequence } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { readSetting } from '../district-setting/index.ts';
import { findInDistrict } from '../facility/index.ts';
import { type CheckedPledge, checkPledge, recordPledge } from '../pledge/index.ts';
import { tokyoDay } from '../user/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import { type IdApplication, type IssueDetails, type IssueForm, issueOf } from './id-application.entity.ts';
import { type IssueFields, issueProblems, professionProblems, readIssue } from './id-application.form.policy.ts';
import { findApplication, findDistrict, holdFiling, insertApplication } from './id-application.repository.ts';
import { openTask } from './id-application.task.service.ts';
import { hashInquiryCode, inquiryCodeOf } from './inquiry-code.policy.ts';
import { sourceOf } from './public-limit.service.ts';
import { receiptNumberOf } from './receipt-number.policy.ts';

export interface PledgeFields {
  textVersion: string;
  acceptedClauses: string[];
  signerName: string;
  signature: string;
}

export interface SubmitFields {
  idempotencyKey: string;
  districtId: string;
  form: IssueForm;
  issue: IssueFields;
  pledge: PledgeFields;
}

export interface Filing {
  application: IdApplication | null;
  /** What was typed, in the form it is kept in: shown with mistakes too. */
  details: IssueDetails;
  inquiryCode: string | null;
  replayed: boolean;
  problems: FormProblem[];
}

export async function submitApplication(context: IdentityContext, input: SubmitFields): Promise<Filing> {
  await context.publicLimits.takeFiling(sourceOf(context.viewer));
  const details = readIssue(input.issue, newId);
  if (!isId(input.idempotencyKey)) return refused(details, formProblem('INVALID', ['input', 'idempotencyKey']));
  const form: Form = { input, details, bodyHash: hashOf(input) };
  const first = await context.asService((tx) => examine(tx, context, form));
  if ('filing' in first) return first.filing;
  // Counted between two transactions: whoever waits for the counter holds no connection that the counter waits for.
  await context.publicLimits.takeDistrict(first.ready.districtId);
  return context.asService(async (tx) => {
    await holdFiling(tx, input.idempotencyKey.toLowerCase());
    const again = await examine(tx, context, form);
    return 'filing' in again ? again.filing : fileOnce(tx, context, { ...form, ...again.ready });
  });
}

const refused = (details: IssueDetails, ...problems: FormProblem[]): Filing => ({
  application: null,
  details,
  inquiryCode: null,
  replayed: false,
  problems,
});

async function replay(tx: Em, context: IdentityContext, application: IdApplication): Promise<Filing> {
  await record(tx, context, application, 'VIEW');
  return {
    application,
    details: issueOf(application.details),
    inquiryCode: inquiryCodeOf(context.inquiryPepper, application.id),
    replayed: true,
    problems: [],
  };
}

/** Of what was sent, to tell a repetition from another form. */
const hashOf = ({ districtId, form, issue, pledge }: SubmitFields): string =>
  createHash('sha256')
    .update(JSON.stringify([districtId, form, issue, pledge]))
    .digest('hex');

interface Form {
  input: SubmitFields;
  details: IssueDetails;
  bodyHash: string;
}

interface Ready {
  districtId: string;
  pledge: CheckedPledge;
}

const pledgePath = ['input', 'pledge'];

/** @returns what is ready to be written down, or the answer: filed before, or with mistakes */
async function examine(
  tx: Em,
  context: IdentityContext,
  { input, details, bodyHash }: Form,
): Promise<{ ready: Ready } | { filing: Filing }> {
  const known = await findApplication(tx, input.idempotencyKey.toLowerCase());
  if (known)
    return {
      filing:
        known.bodyHash === bodyHash
          ? await replay(tx, context, known)
          : refused(details, formProblem('INVALID', ['input', 'idempotencyKey'])),
    };
  const now = context.now();
  const problems = issueProblems(details, input.form, tokyoDay(now));
  const district = isId(input.districtId) ? await findDistrict(tx, input.districtId) : null;
  if (!district) return { filing: refused(details, formProblem('NOT_FOUND', ['input', 'districtId'], 'DISTRICT'), ...problems) };
  problems.push(...professionProblems(details, await readSetting(tx, district.id, 'idProfessions', now)));
  const { textVersion, acceptedClauses, signerName, signature } = input.pledge;
  const submission = {
    id: newId(),
    districtId: district.id,
    form: 'FORM_1_1' as const,
    textVersion,
    acceptedClauses,
    signerName,
    signature: { contentType: 'image/png', base64: signature },
    facilityId: null,
    signerUserId: null,
  };
  const pledge = await checkPledge(tx, submission, { path: pledgePath, now });
  if (problems.length > 0 || !('checked' in pledge)) return { filing: refused(details, ...problems, ...pledge.problems) };
  return { ready: { districtId: district.id, pledge: pledge.checked } };
}

async function fileOnce(tx: Em, context: IdentityContext, { pledge, ...form }: Form & Ready): Promise<Filing> {
  const { details } = form;
  const kept = await recordPledge(tx, context, pledge, { authority: 'APPLICANT', path: pledgePath });
  if (!('pledge' in kept)) return refused(details, ...kept.problems);
  const application = await file(tx, context, { ...form, pledgeId: kept.pledge.id });
  return { application, details, inquiryCode: inquiryCodeOf(context.inquiryPepper, application.id), replayed: false, problems: [] };
}

async function file(
  tx: Em,
  context: IdentityContext,
  { input, details, bodyHash, districtId, pledgeId }: Form & { districtId: string; pledgeId: string },
): Promise<IdApplication> {
  const at = context.now();
  const [id, day] = [input.idempotencyKey.toLowerCase(), tokyoDay(at)];
  const receiptNumber = receiptNumberOf(day, await nextSequence(tx, `receipt:ID:${day.slice(0, 4)}`));
  const facility = await findInDistrict(tx, districtId, details.institutionCode);
  const draft = { id, districtId, form: input.form, receiptNumber, facilityId: facility?.id ?? null, details };
  const row: IdApplication = {
    ...draft,
    status: 'SUBMITTED',
    channel: 'PORTAL',
    institutionCode: details.institutionCode,
    pledgeId,
    filedBy: null,
    bodyHash,
    inquiryHash: hashInquiryCode(context.inquiryPepper, receiptNumber, inquiryCodeOf(context.inquiryPepper, id)),
    comments: [],
    earlier: null,
    entries: [{ status: 'SUBMITTED', at: at.toISOString(), by: null, reason: null }],
    issued: [],
    submittedAt: at,
    expectedBy: await openTask(tx, draft, at),
    checkedBy: null,
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
    version: 1,
  };
  await insertApplication(tx, row);
  await record(tx, context, row, 'CREATE');
  return row;
}

const record = (tx: Em, context: IdentityContext, { id, districtId }: IdApplication, action: 'CREATE' | 'VIEW'): Promise<void> =>
  audit(tx, context, { authority: 'APPLICANT', action, categories: [], subjectType: 'IdApplication', subjectId: id, districtId });
