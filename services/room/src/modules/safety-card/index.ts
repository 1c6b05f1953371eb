export { SafetyCardResolver } from './safety-card.resolver.ts';
