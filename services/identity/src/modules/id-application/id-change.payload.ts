/** What filing, mending and withdrawing form 2-2 answer. */
import type { IdentityContext } from '../../context.ts';
import { toChangeDetails } from '../id-change/index.ts';
import { formErrors } from './form-problem.errors.ts';
import { toApplication, toReceipt } from './id-application.mapper.ts';
import type { IdApplicationSubmitPayload, IdApplicationWithdrawPayload } from './id-application.payload.type.ts';
import type { ChangeFiling, ChangeWithdrawal } from './id-change.submit.service.ts';

export function toChangePayload(
  { viewer, locale }: IdentityContext,
  { application, details, replayed, problems }: ChangeFiling,
): IdApplicationSubmitPayload {
  return {
    idApplication: application && toApplication(application, viewer),
    receipt: application && toReceipt(application, locale),
    inquiryCode: null,
    details: details && toChangeDetails(details, { applicationId: application?.id ?? '', facilityId: application?.facilityId ?? null }),
    replayed,
    userErrors: formErrors(problems, locale),
  };
}

export const toChangeOutcome = (
  { viewer, locale }: IdentityContext,
  { application, problems }: ChangeWithdrawal,
): IdApplicationWithdrawPayload => ({
  idApplication: application && toApplication(application, viewer),
  receipt: application && toReceipt(application, locale),
  userErrors: formErrors(problems, locale),
});
