export { RecoveryCompletion } from './completion.service.ts';
export { Recovery } from './recovery.entity.ts';
export { cancelUnfinished } from './recovery.repository.ts';
export { resolveRecovery } from './recovery.reference.ts';
export { RecoveryResolver, UserRecoveryResolver } from './recovery.resolver.ts';
export { recoveryRoutes } from './recovery.routes.ts';
export { cancelRecovery, recoveryUnderWay } from './recovery.service.ts';
export { RecoveryType } from './recovery.type.ts';
