export { type AuthenticationMethod, Session, type SessionEndReason, SessionGrant } from './session.entity.ts';
export { deviceLabel, expandIpv6, lifetimes, maskAddress } from './session.policy.ts';
export { noticeSecurity, type OnUse, type Presence, type SeenUse, SessionService, type SignInFacts } from './session.service.ts';
export { findOwnSession, ownSessions, requirePerson, revokeAll, revokeAllOthers, revokeOwn } from './revocation.service.ts';
export { resolveSession } from './session.reference.ts';
export { SessionResolver } from './session.resolver.ts';
export { AuthenticationMethodEnum, SessionType } from './session.type.ts';
