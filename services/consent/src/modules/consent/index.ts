export { consentLoaders } from './consent.access.ts';
export { consent, consentCategory, consentEvent, consentSignature } from './consent.entity.ts';
export { statusOn } from './consent.policy.ts';
export { resolveConsent } from './consent.reference.ts';
export type { ConsentRow } from './consent.repository.ts';
export { ConsentResolver, PatientConsentResolver, ViewerConsentsResolver } from './consent.resolver.ts';
