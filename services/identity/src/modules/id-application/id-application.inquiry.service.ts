/** What who applied may do with receipt number and inquiry code: look, mend, withdraw. Unknown number and wrong code are one answer (V09). */
import { audit } from '@heya/service-common/audit';
import { newId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { readSetting } from '../district-setting/index.ts';
import { findInDistrict } from '../facility/index.ts';
import { closeWork } from '../inbox/index.ts';
import { tokyoDay } from '../user/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import { type ApplicationEntry, type IdApplication, type IssueDetails, type IssueForm, issueOf } from './id-application.entity.ts';
import { type IssueFields, issueProblems, professionProblems, readIssue } from './id-application.form.policy.ts';
import { resubmit, type Step, withdraw } from './id-application.machine.policy.ts';
import { progressOf } from './id-application.mapper.ts';
import { findByReceiptNumber, lockApplication, updateApplication } from './id-application.repository.ts';
import { openTask } from './id-application.task.service.ts';
import { hashInquiryCode, isInquiryCode } from './inquiry-code.policy.ts';
import { hasLedToIds } from './people.policy.ts';
import { sourceOf } from './public-limit.service.ts';
import { readReceiptNumber } from './receipt-number.policy.ts';

export interface Inquiry {
  receiptNumber: string;
  inquiryCode: string;
}

export interface InquiryOutcome {
  application: IdApplication | null;
  details?: IssueDetails;
  problems: FormProblem[];
}

/** The only way in without an ID. @throws RATE_LIMITED after too many wrong codes */
export async function openByCode(
  context: IdentityContext,
  { receiptNumber, inquiryCode }: Inquiry,
  acts: readonly ('VIEW' | 'PRINT')[] = ['VIEW'],
): Promise<IdApplication | null> {
  const { publicLimits, inquiryPepper, viewer } = context;
  const known = readReceiptNumber(receiptNumber);
  // What is no number at all is looked for nowhere, but counts as a try all the same.
  const number = known ?? receiptNumber.slice(0, 40);
  await publicLimits.takeInquiry(sourceOf(viewer), number);
  const found = await context.asService(async (tx) => {
    const row = known ? await findByReceiptNumber(tx, known) : null;
    const isRight = isInquiryCode(row?.inquiryHash ?? null, hashInquiryCode(inquiryPepper, number, inquiryCode));
    // Written down alike for numbers that exist and for those that do not.
    if (row && isRight) for (const act of acts) await record(tx, context, row, act);
    else await recordRefusal(tx, context, { subjectType: 'IdApplication' });
    return isRight ? row : null;
  });
  if (found) await publicLimits.giveBackInquiry(sourceOf(viewer), number);
  return found;
}

export async function resubmitApplication(
  context: IdentityContext,
  { issue, expectedVersion, ...inquiry }: Inquiry & { issue: IssueFields; expectedVersion: number },
): Promise<InquiryOutcome> {
  const found = await openByCode(context, inquiry);
  const details = readIssue(issue, newId);
  if (!found) return { application: null, details, problems: [formProblem('NOT_FOUND', ['input', 'receiptNumber'])] };
  const kept = keepIds(details, issueOf(found.details));
  const taken = await context.asService((tx) => readSetting(tx, found.districtId, 'idProfessions', context.now()));
  const problems = [...issueProblems(kept, found.form as IssueForm, tokyoDay(context.now())), ...professionProblems(kept, taken)];
  if (problems.length > 0) return { application: found, details: kept, problems };
  const outcome = await context.asService((tx) =>
    move(tx, context, { id: found.id, expectedVersion, versionField: ['input', 'expectedVersion'], step: resubmit }, async (row, at) => {
      const facility = await findInDistrict(tx, row.districtId, kept.institutionCode);
      const filed = { ...row, facilityId: facility?.id ?? null, details: kept };
      const expectedBy = await openTask(tx, filed, at);
      return {
        details: kept,
        earlier: { details: row.details, comments: row.comments },
        institutionCode: kept.institutionCode,
        facilityId: filed.facilityId,
        comments: [],
        decisionReason: null,
        expectedBy,
      };
    }),
  );
  return { ...outcome, details: kept };
}

/** Ids are only taken over for people of this application. */
function keepIds(details: IssueDetails, before: IssueDetails): IssueDetails {
  const known = new Set(before.applicants.map(({ id }) => id));
  return { ...details, applicants: details.applicants.map((one) => (known.has(one.id) ? one : { ...one, id: newId() })) };
}

export async function withdrawApplication(
  context: IdentityContext,
  { expectedVersion, ...inquiry }: Inquiry & { expectedVersion: number },
): Promise<InquiryOutcome> {
  const found = await openByCode(context, inquiry);
  if (!found) return { application: null, problems: [formProblem('NOT_FOUND', ['receiptNumber'])] };
  return context.asService((tx) =>
    move(tx, context, { id: found.id, expectedVersion, versionField: ['expectedVersion'], step: withdraw }, async (row, at) => {
      await closeWork(tx, 'IdApplication', row.id, at);
      return {};
    }),
  );
}

interface Move {
  id: string;
  expectedVersion: number;
  versionField: string[];
  step(from: ReturnType<typeof progressOf>, hasIds: boolean): Step;
}

/** @param also what else changes with it, in the same transaction */
async function move(
  tx: Em,
  context: IdentityContext,
  { id, expectedVersion, versionField, step }: Move,
  also: (row: IdApplication, at: Date) => Promise<Partial<IdApplication>>,
): Promise<InquiryOutcome> {
  const row = await lockApplication(tx, id);
  if (!row) return { application: null, problems: [formProblem('NOT_FOUND', versionField)] };
  if (row.version !== expectedVersion) return { application: row, problems: [formProblem('STALE_VERSION', versionField)] };
  const taken = step(progressOf(row), hasLedToIds(row.issued));
  if (!taken.ok) return { application: row, problems: taken.problems };
  const at = context.now();
  const entry: ApplicationEntry = { status: taken.next.status, at: at.toISOString(), by: null, reason: null };
  const change = { ...taken.next, ...(await also(row, at)), entries: [...row.entries, entry] };
  await updateApplication(tx, row, change);
  await record(tx, context, row, 'UPDATE');
  return { application: { ...row, ...change, version: row.version + 1 }, problems: [] };
}

const record = (tx: Em, context: IdentityContext, { id, districtId }: IdApplication, action: 'VIEW' | 'PRINT' | 'UPDATE'): Promise<void> =>
  audit(tx, context, { authority: 'APPLICANT', action, categories: [], subjectType: 'IdApplication', subjectId: id, districtId });
