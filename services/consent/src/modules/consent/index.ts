export {
  consent,
  consentCategory,
  consentEvent,
  consentPaper,
  consentPaperPage,
  consentSignature,
  consentWarning,
} from './consent.entity.ts';
export { erasureHandlers, type KeepDestruction, ledgerDestructions } from './consent.erasure.ts';
export { consentJobs } from './consent.expiry.service.ts';
export { applyLedger, completeLedger, ledgerWithdrawals } from './consent.ledger.service.ts';
export { statusOn } from './consent.policy.ts';
export { resolveConsent } from './consent.reference.ts';
export { ConsentResolver, PatientConsentResolver, ViewerConsentsResolver } from './consent.resolver.ts';
export { consentFiles } from './consent.files.ts';
export { resealSignatures } from './consent.seal.service.ts';
