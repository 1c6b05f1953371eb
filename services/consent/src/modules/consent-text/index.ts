export { consentText, type TextSection } from './consent-text.entity.ts';
export { findConsentText } from './consent-text.repository.ts';
export { ConsentTextResolver } from './consent-text.resolver.ts';
