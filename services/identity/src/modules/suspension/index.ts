export { resolveSuspension, toSuspension } from './suspension.access.ts';
export { Suspension } from './suspension.entity.ts';
export { openSuspensionsOf } from './suspension.repository.ts';
export { SuspensionResolver } from './suspension.resolver.ts';
export { stop as stopId } from './suspension.service.ts';
export { SuspensionType } from './suspension.type.ts';
