export { Suspension } from './suspension.entity.ts';
export { SuspensionResolver } from './suspension.resolver.ts';
