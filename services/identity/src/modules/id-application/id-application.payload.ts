/** What filing and withdrawing answer: the receipt for who applied, the application for who may see it. */
import type { IdentityContext } from '../../context.ts';
import { isOfficer } from '@heya/service-common/viewer';
import { formErrors, type FormProblem } from './form-problem.errors.ts';
import type { IdApplication } from './id-application.entity.ts';
import type { InquiryOutcome } from './id-application.inquiry.service.ts';
import { toApplication, toIssueDetails, toReceipt } from './id-application.mapper.ts';
import type { Filing } from './id-application.submit.service.ts';
import type { IdApplicationSubmitPayload, IdApplicationWithdrawPayload } from './id-application.payload.type.ts';

type Shared = Pick<IdApplicationWithdrawPayload, 'idApplication' | 'receipt'>;

function shared({ viewer, locale }: IdentityContext, application: IdApplication | null): Shared {
  const isTheirs = application !== null && isOfficer(viewer) && viewer.districtId === application.districtId;
  return { idApplication: isTheirs ? toApplication(application, viewer) : null, receipt: application && toReceipt(application, locale) };
}

export const toRefusal = (context: IdentityContext, problems: FormProblem[]): IdApplicationSubmitPayload =>
  toSubmitPayload(context, { application: null, details: undefined, inquiryCode: null, replayed: false, problems });

export function toSubmitPayload(
  context: IdentityContext,
  { application, details, inquiryCode, replayed, problems }: Omit<Filing, 'details'> & { details: Filing['details'] | undefined },
): IdApplicationSubmitPayload {
  return {
    ...shared(context, application),
    inquiryCode,
    details: details ? toIssueDetails(details, { id: application?.id ?? '', issued: [] }) : null,
    replayed,
    userErrors: formErrors(problems, context.locale),
  };
}

export const toWithdrawPayload = (context: IdentityContext, { application, problems }: InquiryOutcome): IdApplicationWithdrawPayload => ({
  ...shared(context, application),
  userErrors: formErrors(problems, context.locale),
});
