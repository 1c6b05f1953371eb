export { PatientDisclosuresResolver, RoomConsentStateResolver } from './disclosure.resolver.ts';
