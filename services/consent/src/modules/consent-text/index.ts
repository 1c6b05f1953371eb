export { consentText, type TextSection } from './consent-text.entity.ts';
export { type ConsentTextRow, findConsentText } from './consent-text.repository.ts';
export { ConsentTextResolver } from './consent-text.resolver.ts';
