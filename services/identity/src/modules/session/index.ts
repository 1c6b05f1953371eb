export { type AuthenticationMethod, Session, type SessionEndReason, SessionGrant } from './session.entity.ts';
export { deviceLabel, expandIpv6, lifetimes, maskAddress } from './session.policy.ts';
export { SessionService, type SignInFacts } from './session.service.ts';
export { ownSessions, requirePerson, revokeAll, revokeAllOthers, revokeOwn } from './revocation.service.ts';
export { resolveSession } from './session.reference.ts';
export { SessionResolver } from './session.resolver.ts';
export { SessionType } from './session.type.ts';
