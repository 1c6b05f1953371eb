export { safetyView } from './safety-view.entity.ts';
export { SafetyViewResolver } from './safety-view.resolver.ts';
