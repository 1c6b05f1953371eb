/** Signing on the screen, and putting in what was signed on paper (R1). */
import type { PersonViewer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import type { IdentityProblem } from '../problem/index.ts';
import { requirePerson } from '../session/index.ts';
import { findUser } from '../user/index.ts';
import { forbid, ownFacilities } from './pledge.access.ts';
import type { Pledge } from './pledge.entity.ts';
import type { PledgeRegisterPaperInput, PledgeSignInput } from './pledge.inputs.ts';
import { can, isPledged, isSameName } from './pledge.policy.ts';
import { checkPledge, type PledgeSubmission, recordPledge } from './pledge.record.service.ts';
import { isPledgeForm, type PledgeForm } from './pledge-text.entity.ts';

export interface PledgeResult {
  pledge: Pledge | null;
  replayed?: boolean;
  problems: IdentityProblem[];
}

const path = ['input'];
const refused = (...problems: IdentityProblem[]): PledgeResult => ({ pledge: null, problems });

export async function signPledge(context: IdentityContext, input: PledgeSignInput): Promise<PledgeResult> {
  const viewer = requirePerson(context);
  const { form, facilityId } = input;
  if (!isPledgeForm(form)) return refused({ code: 'INVALID', field: ['input', 'form'] });
  if (form === 'FORM_1_2') {
    const decision = can(viewer, 'SIGN_OWN');
    if (!decision.allowed) return forbid(context, 'Pledge');
    return record(context, submissionOf(viewer, input, { form, facilityId: null }), { authority: decision.authority, ownName: viewer });
  }
  const facility = facilityId ? await context.loaders.facility.load(facilityId) : null;
  if (!facility) return absent(context, ['input', 'facilityId']);
  if (!(await ownFacilities(context)).includes(facility.id)) return forbid(context, 'Pledge');
  const submission = submissionOf(viewer, input, { form, facilityId: facility.id });
  return record(context, submission, { authority: 'FACILITY_ADMIN', ownName: viewer });
}

const submissionOf = (
  { districtId, userId }: PersonViewer,
  { idempotencyKey: id, textVersion, acceptedClauses, signerName, signature }: PledgeSignInput,
  { form, facilityId }: { form: PledgeForm; facilityId: string | null },
): PledgeSubmission => ({
  ...{ id, districtId, form, textVersion, acceptedClauses, signerName, signature, facilityId },
  signerUserId: userId,
});

export async function registerPaper(context: IdentityContext, input: PledgeRegisterPaperInput): Promise<PledgeResult> {
  const officer = requirePerson(context);
  const decision = can(officer, 'REGISTER');
  if (!decision.allowed) return forbid(context, 'Pledge');
  const { form, idempotencyKey: id, textVersion, signerName, signedOn } = input;
  if (!isPledgeForm(form)) return refused({ code: 'INVALID', field: ['input', 'form'] });
  const place = form === 'FORM_1_1' ? await boundFacility(context, input.facilityId) : { facilityId: null };
  if (!place) return absent(context, ['input', 'facilityId']);
  const signer = input.signerUserId ? await context.loaders.user.load(input.signerUserId) : null;
  const isMissing = input.signerUserId || form === 'FORM_1_2' ? !signer || !isPledged(signer.kind) : false;
  if (isMissing) return absent(context, ['input', 'signerUserId']);
  const submission: PledgeSubmission = {
    ...{ id, form, textVersion, signerName, ...place },
    districtId: officer.districtId,
    acceptedClauses: [],
    signerUserId: signer?.id ?? null,
    paper: { signedOn, registeredBy: officer.userId },
  };
  return record(context, submission, { authority: decision.authority, ...(signer && { ownName: { userId: signer.id } }) });
}

async function boundFacility({ loaders }: IdentityContext, id: string | null | undefined): Promise<{ facilityId: string } | undefined> {
  const facility = id ? await loaders.facility.load(id) : null;
  return facility ? { facilityId: facility.id } : undefined;
}

interface Signing {
  authority: string;
  /** Whose name it must bear. */
  ownName?: { userId: string };
}

/** One transaction: the pledge, its signature and its line in the access record. */
function record(context: IdentityContext, submission: PledgeSubmission, { authority, ownName }: Signing): Promise<PledgeResult> {
  return context.asService(async (tx) => {
    const check = await checkPledge(tx, submission, { path, now: context.now() });
    const signer = ownName ? await findUser(tx, ownName.userId) : null;
    const isOther = signer !== null && !isSameName(signer.displayName, submission.signerName);
    const problems: IdentityProblem[] = [
      ...check.problems,
      ...(isOther && submission.signerName.trim() ? [{ code: 'INVALID' as const, field: ['input', 'signerName'] }] : []),
    ];
    if (!('checked' in check) || problems.length > 0) return refused(...problems);
    const result = await recordPledge(tx, context, check.checked, { authority, path });
    return 'pledge' in result ? result : refused(...result.problems);
  });
}

async function absent(context: IdentityContext, field: string[]): Promise<PledgeResult> {
  await context.asService((tx) => recordRefusal(tx, context, { subjectType: 'Pledge' }));
  return refused({ code: 'NOT_FOUND', field });
}
