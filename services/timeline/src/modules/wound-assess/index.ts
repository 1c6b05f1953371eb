export { WoundAssessResolver } from './wound-assess.resolver.ts';
