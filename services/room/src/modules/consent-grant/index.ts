export { consentGrant } from './consent-grant.entity.ts';
export { consentGrantHandlers } from './consent-grant.events.ts';
export { findConsentInForce } from './consent-grant.repository.ts';
